import type { ListedProblem, SetDocument } from "../document/document";
import type { OutputFile } from "../formats/format";

/**
 * What an instructor publishes after the exam: by each sheet's code the problems on it, from which the tutor works them
 * out. No names, and no secret.
 */
export function releaseFile(document: SetDocument): OutputFile {
  return { path: "release.json", chunks: pieces(document) };
}

function* pieces({ title, course, listings }: SetDocument): Generator<string> {
  const head = JSON.stringify({ kind: "kernelwise-release", version: 1, title, course });
  yield `${head.slice(0, -1)},"sheets":{`;
  let separator = "\n";
  for (const { code, problems } of listings()) {
    yield `${separator}${JSON.stringify(code)}:${JSON.stringify(problems.map(problemOf))}`;
    separator = ",\n";
  }
  yield "\n}}\n";
}

/** The five fields of a problem, of one by hand its question; and what the set says of it. */
function problemOf({ seed, isVoid, byHand, wording, accept, ...problem }: ListedProblem) {
  const { number, title, type, version, level, conventions, points } = problem;
  return {
    number,
    title,
    type,
    version,
    level,
    conventions,
    ...(byHand ?? { seed }),
    points,
    void: isVoid,
    ...(wording === undefined ? {} : { wording }),
    ...(accept.length > 0 ? { accept } : {}),
  };
}
