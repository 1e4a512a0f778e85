import type { Fault } from "../examine";
import type { Layer } from "../network";
import { Interpreter } from "./interpreter";
import { MAX_CODE, MAX_PROBLEMS } from "./limits";
import type { Framework } from "./machine";
import { type Used, usedLayers } from "./model";
import { codeOfPrinted, isPrinted } from "./printed";
import { ReadError, type ReadNote, type ReadProblem } from "./problem";
import { statementsOf } from "./statements";
import { lineStarts, syntaxTree } from "./tree";

export type { Framework } from "./machine";
export { ReadError, type ReadNote, type ReadProblem } from "./problem";

/** A network as it was read from code. */
export interface ReadNetwork {
  readonly framework: Framework;
  readonly layers: readonly Layer[];
  /** The line of each layer, counted from 1. */
  readonly lines: readonly number[];
  /** What is wrong with a layer in writing, by its place. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** The input's shape where the code says it: N×C×H×W, for Keras N×H×W×C. */
  readonly input?: readonly number[];
  /** Of Keras code that says channels_first. */
  readonly layout?: "nchw";
  /** What could not be read and belongs to no layer. */
  readonly problems: readonly ReadProblem[];
  /** What is not wrong but worth knowing: layers that are made and not used. */
  readonly notes: readonly ReadNote[];
}

/**
 * The layers of PyTorch or Keras code, or of what print(model) shows, in order of use; branches have `from`. The code
 * is parsed and its sizes are followed; nothing of it is executed. A layer that is not known stays in its place.
 *
 * @throws ReadError ERR_LIMIT beyond the limits, ERR_EMPTY where there is no layer
 * @example readNetwork("nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())").layers.length // 2
 */
export function readNetwork(text: string): ReadNetwork {
  if (text.length > MAX_CODE) {
    throw new ReadError(
      "ERR_LIMIT",
      `The code has ${text.length} characters; up to ${MAX_CODE} are read.`,
    );
  }
  const plain = text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\r\u2028\u2029]/g, "\n")
    .replaceAll("\t", "    ");
  const printed = isPrinted(plain);
  const { tree, text: code, problems: slips } = syntaxTree(printed ? codeOfPrinted(plain) : plain);
  const framework = frameworkOf(code);
  const isChannelsFirst = framework === "keras" && /["']channels_first["']/.test(code);
  const machine = new Interpreter(framework, isChannelsFirst);
  const body = statementsOf(tree.topNode, { text: code, lineOf: lineStarts(code) });
  const read = usedLayers(machine, body);
  const used = printed ? withFlattening(read) : read;
  const problems = [...slips, ...machine.problems].slice(0, MAX_PROBLEMS);
  if (used.length === 0) throw nothingFound(problems);
  return {
    framework,
    layers: used.map(({ layer }) => layer),
    lines: used.map(({ line }) => line),
    faults: new Map(
      used.flatMap(({ complaint }, place) => (complaint ? [[place, complaint]] : [])),
    ),
    ...(machine.input ? { input: machine.input } : {}),
    ...(isChannelsFirst ? { layout: "nchw" } : {}),
    problems,
    notes: machine.notes.slice(0, MAX_PROBLEMS),
  };
}

/** Keras where its own names prevail. */
function frameworkOf(code: string): Framework {
  const keras =
    /\b(?:keras|tensorflow|tf|Dense|Conv2D\w*|\w+Pooling2D|BatchNormalization|Input)\b/g;
  const torch = /\b(?:torch|nn|Linear|Conv2d|ConvTranspose2d|\w+Pool2d|BatchNorm2d)\b/g;
  return (code.match(keras) ?? []).length > (code.match(torch) ?? []).length ? "keras" : "pytorch";
}

/** Printed models do not show that `forward` flattens: it does before the first fully connected layer. */
function withFlattening(used: readonly Used[]): readonly Used[] {
  const place = used.findIndex(({ layer }) => layer.name === "Linear");
  const before = used.slice(0, place);
  const isImage = before.some(({ layer }) => layer.name.endsWith("2d"));
  const isFlat = before.some(({ layer }) => layer.name === "Flatten");
  const first = used[place];
  if (!first || !isImage || isFlat) return used;
  const taken = new Set(used.map(({ layer }) => layer.id));
  const id = first.layer.id === undefined || taken.has("flatten") ? {} : { id: "flatten" };
  return [...before, { layer: { name: "Flatten", ...id }, line: first.line }, ...used.slice(place)];
}

function nothingFound([first]: readonly ReadProblem[]): Error {
  if (first) return new ReadError(first.code, first.message, first.line);
  return new ReadError(
    "ERR_EMPTY",
    "No layer was found. nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU()) would be read, or a class with its forward, or keras.Sequential([...]).",
  );
}
