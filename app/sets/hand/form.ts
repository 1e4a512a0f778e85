import {
  BLANK,
  FIELDS,
  type Form,
  type OperandName,
  type ParamField,
  operandsOf,
} from "../../check/form";
import { OPS } from "../../check/keeping";
import { DTYPES } from "../../check/link";
import { writeOperand } from "../../check/question-form";
import { withChoice } from "../../practice/conventions";
import { type Entry, entryOf } from "../data";

/**
 * The fields of a question by hand that is a layer's; undefined for any other, which is typed as its file writes it.
 *
 * @example layerForm({ op: "relu", inputs: { x: [[1, -2]] } })?.texts // { x: "[[1, -2]]" }
 */
export function layerForm(question: unknown): Form | undefined {
  const { op: named, params, inputs, dy, conventions, dtype } = entryOf(question);
  const op = OPS.find((one) => one === named);
  if (!op) return undefined;
  const given: Entry = { ...entryOf(inputs), dy };
  const sizesOnly = isSizes(given["x"]);
  return {
    ...BLANK,
    op,
    sizesOnly,
    [sizesOnly ? "sizes" : "texts"]: operandTexts(op, given),
    params: paramTexts(op, entryOf(params)),
    conventions: chosenIn(entryOf(conventions)),
    dtype: DTYPES.find((one) => one === dtype) ?? BLANK.dtype,
    precision: "exact",
  };
}

/** Conventions as far as there are such; the rest are PyTorch's. */
export function chosenIn(chosen: Entry): Form["conventions"] {
  return Object.entries(chosen).reduce(
    (all, [name, value]) => withChoice(all, name, String(value)),
    BLANK.conventions,
  );
}

/** Whether only sizes are given: no data, or sizes as one types them. */
function isSizes(x: unknown): boolean {
  if (typeof x === "string") return /^\s*\(?\s*\d+\s*[x×]/.test(x);
  return Array.isArray(entryOf(x)["shape"]) && entryOf(x)["data"] === undefined;
}

function operandTexts(op: Form["op"], given: Entry): Form["texts"] {
  const texts: Partial<Record<OperandName, string>> = {};
  for (const name of operandsOf(op)) {
    if (given[name] !== undefined) texts[name] = operandText(given[name]);
  }
  return texts;
}

/** A tensor as one types it; what was typed, as it was typed. */
function operandText(value: unknown): string {
  if (typeof value === "string") return value;
  const { shape, data } = Array.isArray(value) ? nestedIn(value) : entryOf(value);
  if (!Array.isArray(shape)) return JSON.stringify(value);
  const sizes = shape.map(Number);
  if (!Array.isArray(data)) return sizes.join("×");
  return writeOperand({ shape: sizes, data: Float64Array.from(data, Number) });
}

/** Nested arrays with their sizes, as far as the first of each tells them. */
function nestedIn(value: readonly unknown[]) {
  const shape: number[] = [];
  for (let part: unknown = value; Array.isArray(part); part = part[0]) shape.push(part.length);
  const data = value.flat(shape.length - 1);
  const isWhole = data.length === shape.reduce((all, size) => all * size, 1);
  return isWhole && data.every((cell) => !Array.isArray(cell)) ? { shape, data } : {};
}

function paramTexts(op: Form["op"], params: Entry): Form["params"] {
  const texts: Partial<Record<ParamField, string>> = {};
  for (const name of FIELDS[op].params) {
    const value = name === "padding" ? (params["pad"] ?? params["padding"]) : params[name];
    if (value !== undefined) texts[name] = settingText(value);
  }
  return texts;
}

/** @example settingText([2, 1]) // "2, 1" */
function settingText(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value).replaceAll(/[[\]]/g, "").replaceAll(",", ", ");
}
