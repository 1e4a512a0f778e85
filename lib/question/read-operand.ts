import { type NestedNumbers, KernelError } from "@/lib/tensor";
import { type OperandDraft, operandFrom } from "./build";
import type { Operand } from "./question";

/** How values that JSON has no number for are written. */
const NON_FINITE: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};

/** The most brackets around one number that are read. */
const DEEPEST = 16;

/**
 * A tensor from JSON: nested arrays, a number, or {"shape", "data"?}; "NaN", "Infinity" and
 * "-Infinity" stand for what JSON has no number for. `where` names it in an error.
 *
 * @throws KernelError ERR_INPUT, ERR_NUMBER, ERR_RAGGED, ERR_SHAPE or ERR_MEMORY
 * @example readOperand([[1, "Infinity"]], "inputs.x").shape // [1, 2]
 */
export function readOperand(json: unknown, where: string): Operand {
  return operandFrom(readDraft(json, where), where);
}

function readDraft(json: unknown, where: string): OperandDraft {
  if (Array.isArray(json)) return readNested(json, where, []);
  if (typeof json === "number" || typeof json === "string") return readValue(json, where, []);
  if (typeof json !== "object" || json === null) {
    throw new KernelError(
      "ERR_INPUT",
      `${where} is ${show(json)}; write nested arrays such as [[1, 2], [3, 4]], or {"shape": [2, 2], "data": [1, 2, 3, 4]}.`,
    );
  }
  return readShaped(json, where);
}

function readNested(json: unknown, where: string, at: readonly number[]): NestedNumbers {
  if (!Array.isArray(json)) return readValue(json, where, at);
  if (at.length >= DEEPEST) {
    throw new KernelError(
      "ERR_INPUT",
      `${where} is nested more than ${DEEPEST} deep; a tensor has rank 4 at most.`,
    );
  }
  return json.map((part: unknown, index) =>
    typeof part === "number" ? part : readNested(part, where, [...at, index]),
  );
}

function readShaped(json: object, where: string): OperandDraft {
  const unknown = Object.keys(json).find((key) => key !== "shape" && key !== "data");
  if (unknown !== undefined || !("shape" in json)) {
    const found = unknown === undefined ? "has no shape" : `holds the key "${unknown}"`;
    throw new KernelError("ERR_INPUT", `${where} ${found}; write {"shape": [..], "data": [..]}.`);
  }
  const shape = readShape(json.shape, `${where}.shape`);
  if (!("data" in json)) return { shape };
  if (!Array.isArray(json.data)) {
    throw new KernelError(
      "ERR_INPUT",
      `${where}.data is ${show(json.data)}; write the values in row-major order, or leave data out to ask for sizes alone.`,
    );
  }
  return {
    shape,
    data: json.data.map((value: unknown, index) => readValue(value, `${where}.data`, [index])),
  };
}

/**
 * A shape from JSON: a flat array of whole numbers.
 *
 * @throws KernelError ERR_INPUT, ERR_NUMBER or ERR_SHAPE
 * @example readShape([1, 3, 32, 32], "inputs.x.shape") // [1, 3, 32, 32]
 */
function readShape(json: unknown, where: string): readonly number[] {
  if (!Array.isArray(json)) {
    throw new KernelError(
      "ERR_INPUT",
      `${where} is ${show(json)}; write its sizes, such as [1, 3, 32, 32].`,
    );
  }
  return json.map((size: unknown) => {
    if (typeof size === "number") return size;
    throw new KernelError(
      "ERR_NUMBER",
      `${where} holds ${show(size)}; every size must be a whole number.`,
    );
  });
}

function readValue(json: unknown, where: string, at: readonly number[]): number {
  if (typeof json === "number") return json;
  const value = typeof json === "string" ? NON_FINITE[json] : undefined;
  if (value !== undefined) return value;
  const place = at.length === 0 ? `is ${show(json)}` : `holds ${show(json)} at [${at.join(", ")}]`;
  throw new KernelError(
    "ERR_INPUT",
    `${where} ${place}; every value must be a number, "NaN", "Infinity" or "-Infinity".`,
  );
}

/** A piece of JSON as an error quotes it: short. @example show([1, 2]) // "[1,2]" */
export function show(json: unknown): string {
  if (json === undefined) return "missing";
  const text = JSON.stringify(json);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
