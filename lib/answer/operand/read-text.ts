import type { Tensor } from "@/lib/tensor";
import { coordinatesOf } from "@/lib/tensor";
import { type Cell, type Given, valueOf } from "../quantity";
import { readAnyTensor } from "../read-answer";
import { readJson } from "../read-json";
import { type Reading, read, unreadable } from "../reading";
import { MAX_OPERAND_CELLS, MAX_OPERAND_CHARACTERS, MAX_OPERAND_RANK } from "./limits";
import { type Precision, radiusOf } from "./precision";

/** A tensor as it was read, and how far each of its numbers may be from what it was rounded from. */
export interface ReadTensor {
  readonly tensor: Tensor;
  /** Half a unit of the last digit that is written; 0 where the number is exact. */
  readonly radius: Float64Array;
}

/** How a text is to be read. */
export interface OperandOptions {
  /** What would fit, where that is known: of two ways to read a text the fitting one is taken. */
  readonly shape?: readonly number[];
  readonly precision?: Precision;
}

/**
 * A tensor of rank 4 at most as a person types or pastes it: nested lists, NumPy, PyTorch, TensorFlow, MATLAB, LaTeX,
 * CSV, TSV, or {"shape": [..], "data": [..]}. Numbers of JSON with a shape are exact.
 *
 * @example readOperandText("tensor([[0.3333, 1.0000]])") // radii 0.00005, 0.00005
 */
export function readOperandText(
  text: string,
  { shape, precision = "printed" }: OperandOptions = {},
): Reading<ReadTensor> {
  if (text.length > MAX_OPERAND_CHARACTERS) {
    return unreadable(
      "TOO_LONG",
      MAX_OPERAND_CHARACTERS,
      `The text has ${text.length} characters; at most ${MAX_OPERAND_CHARACTERS} are read. A .npy file holds more.`,
    );
  }
  const shaped = shapedJson(text);
  const reading = shaped
    ? readJson(shaped, { kind: "tensor", shape: shape ?? [0] })
    : readAnyTensor(text, MAX_OPERAND_CELLS, shape);
  return reading.kind === "value" ? filled(reading.value, precision) : reading;
}

/** {"shape": …}, if the text is that. */
function shapedJson(text: string): object | undefined {
  if (!text.trimStart().startsWith("{") || !text.includes('"shape"')) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

/** What was read as a tensor: every cell needs its number, and there are four axes at most. */
export function filled({ shape, cells }: Given, precision: Precision): Reading<ReadTensor> {
  if (shape.length > MAX_OPERAND_RANK) {
    return unreadable(
      "TOO_DEEP",
      0,
      `The tensor has ${shape.length} axes; ${MAX_OPERAND_RANK} at most would fit, as in N×C×H×W.`,
    );
  }
  if (cells.length === 0) return unreadable("EMPTY", 0, "The tensor holds no number.");
  const blank = cells.findIndex((cell) => valueOf(cell) === undefined);
  if (blank >= 0) {
    const at = coordinatesOf(shape, blank).join(", ");
    return unreadable(
      "UNFINISHED",
      0,
      `${shape.length === 0 ? "The number" : `The cell [${at}]`} is blank; every cell of a tensor needs a number.`,
    );
  }
  return read({
    tensor: { shape, data: Float64Array.from(cells, (cell) => valueOf(cell) ?? Number.NaN) },
    radius: Float64Array.from(cells, (cell) => cellRadius(cell, precision)),
  });
}

function cellRadius(cell: Cell, precision: Precision): number {
  return cell === null || typeof cell === "number" ? 0 : radiusOf(cell, precision);
}
