import { SetError } from "../errors";
import { decode } from "../roster/decode";
import { type Row, eachRow } from "../roster/table";
import type { SetSpec } from "../spec/spec";

const MOST_ROWS = 2_000_000;

/**
 * Makes sure that the types of a set are in its log of seeds, each at the version that it recorded: a newer version of a
 * type draws other problems of the same seeds, by which no answer may be marked.
 *
 * @throws SetError naming each type that is at another version or not there, or where the file is no log of seeds
 */
export function checkVersions(log: Uint8Array, { questions }: SetSpec): void {
  const recorded = versionsIn(log);
  const types = new Map(questions.map(({ type, version }) => [type, version]));
  const complaints = Array.from(types).flatMap(([type, now]) => {
    const then = recorded.get(type);
    if (then === now) return [];
    const message =
      then === undefined
        ? `${type} is not in this log of seeds: it is the log of another set.`
        : `${type} is at version ${now} here, and the sheets were made with version ${then}, ` +
          "which gives other problems; grade them with the program that made them.";
    return [{ message }];
  });
  if (complaints.length > 0) throw new SetError(complaints);
}

/** The version of each type. */
function versionsIn(log: Uint8Array): ReadonlyMap<string, number> {
  const versions = new Map<string, number>();
  let columns: readonly string[] | undefined;
  eachRow(decode(log), MOST_ROWS, ({ cells }: Row) => {
    if (columns) {
      versions.set(cells[columns.indexOf("type")] ?? "", Number(cells[columns.indexOf("version")]));
    } else columns = cells;
  });
  if (columns?.includes("type") && columns.includes("version")) return versions;
  throw new SetError([
    { message: "This is no log of seeds; seed-log.csv has the columns type and version." },
  ]);
}
