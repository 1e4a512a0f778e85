import { flattened, type Nested } from "./nested";
import type { Given } from "./quantity";
import { type Expected, inShape, readAnswer } from "./read-answer";
import { type CellReader, cellReader } from "./read-cell";
import { MAX_CHARACTERS } from "./limits";
import { NOTHING_WRITTEN, type Reading, type Unreadable, read, unreadable } from "./reading";

/** An answer as a script or a page hands it over: a number, nested arrays of numbers, null and texts, or one text. */
export type AnswerJson = unknown;

/** Where in nested arrays reading stopped. */
export interface UnreadableAnswer extends Unreadable {
  readonly cell?: readonly number[];
}

const MAX_NESTING = 8;

/**
 * An answer from JSON. Cells that are texts are read as a person types them; null and "" are blank;
 * {"shape", "data"} is read too.
 *
 * @example readJson([[1, "1/2"], [null, 4]], { kind: "tensor", shape: [2, 2] })
 */
export function readJson(
  json: AnswerJson,
  expected: Expected,
): { readonly kind: "value"; readonly value: Given } | UnreadableAnswer {
  if (json === null || json === undefined) return NOTHING_WRITTEN;
  if (typeof json === "string") return readAnswer(json, expected);
  const reading = readValues(json);
  if (reading.kind === "unreadable" || expected.kind !== "tensor") return reading;
  return read(inShape(reading.value, expected.shape));
}

function readValues(json: unknown): Reading<Given> | UnreadableAnswer {
  if (typeof json === "number") return read({ shape: [], cells: [json] });
  if (Array.isArray(json)) return readLists(json);
  return typeof json === "object" && json !== null ? readShaped(json) : notAnAnswer(json);
}

function readLists(json: readonly unknown[]): Reading<Given> | UnreadableAnswer {
  const nested = nestedFrom(json, [], budgetedReader());
  return "problem" in nested ? nested.problem : flattened(nested.value);
}

type Attempt = { readonly value: Nested } | { readonly problem: UnreadableAnswer };

function nestedFrom(json: unknown, at: readonly number[], readCell: CellReader): Attempt {
  if (!Array.isArray(json)) return cellFrom(json, at, readCell);
  if (at.length >= MAX_NESTING) {
    return {
      problem: unreadable(
        "TOO_DEEP",
        0,
        `The answer is nested more than ${MAX_NESTING} deep; a tensor has rank 4 at most.`,
      ),
    };
  }
  const list: Nested[] = [];
  for (const [index, part] of json.entries()) {
    if (typeof part === "number") {
      list.push(part);
      continue;
    }
    const inner = nestedFrom(part, [...at, index], readCell);
    if ("problem" in inner) return inner;
    list.push(inner.value);
  }
  return { value: list };
}

function cellFrom(json: unknown, at: readonly number[], readCell: CellReader): Attempt {
  if (json === null || typeof json === "number") return { value: json };
  if (typeof json !== "string") return { problem: { ...notAnAnswer(json), cell: at } };
  const cell = readCell(json);
  if (cell.kind === "value") return { value: cell.value };
  const message = `In the cell [${at.join(", ")}]: ${cell.message}`;
  return { problem: { ...cell, message, cell: at } };
}

/** The cells of one answer together may be as long as an answer in one text. */
function budgetedReader(): CellReader {
  const readCell = cellReader();
  let left = MAX_CHARACTERS;
  return (word, options) => {
    left -= word.length;
    if (left >= 0) return readCell(word, options);
    return unreadable(
      "TOO_LONG",
      0,
      `The cells hold more than ${MAX_CHARACTERS} characters together. Write numbers as numbers.`,
    );
  };
}

function readShaped(json: object): Reading<Given> | UnreadableAnswer {
  const { shape, data }: { shape?: unknown; data?: unknown } = json;
  if (!Array.isArray(shape) || !Array.isArray(data)) return notAnAnswer(json);
  const cells = readLists(data);
  if (cells.kind === "unreadable") return cells;
  const sizes: unknown[] = shape;
  const given = sizes.filter(
    (size): size is number => typeof size === "number" && Number.isInteger(size) && size >= 0,
  );
  const size = given.reduce((product, one) => product * one, 1);
  if (
    given.length !== sizes.length ||
    cells.value.shape.length !== 1 ||
    size !== cells.value.cells.length
  ) {
    return unreadable(
      "RAGGED",
      0,
      `The shape of the answer means ${size} cells, but ${cells.value.cells.length} are given.`,
    );
  }
  return read({ shape: given, cells: cells.value.cells });
}

function notAnAnswer(json: unknown): Unreadable {
  const kind = typeof json === "boolean" ? String(json) : "no number and no list";
  return unreadable(
    "UNEXPECTED",
    0,
    `The answer is ${kind}; a number, nested arrays such as [[1, null], [3, 4]] or a text would fit.`,
  );
}
