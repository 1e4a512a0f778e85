import type { LayerOptions } from "@/lib/network";
import type { Op, Params } from "@/lib/question";
import type { LayerField } from "./chain/kinds";
import { FIELDS, type Form, type ParamField } from "./form";

export interface ReadParams {
  readonly params: Params;
  readonly problems: Readonly<Partial<Record<ParamField, string>>>;
}

/** The parameters of a form's operation as the question takes them; fields left empty have PyTorch's default. */
export function readParams({ op, params: texts }: Pick<Form, "op" | "params">): ReadParams {
  const problems: Partial<Record<ParamField, string>> = {};
  const params: { -readonly [Name in keyof Params]: Params[Name] } = {};
  for (const name of FIELDS[op].params) {
    const text = (texts[name] ?? "").trim();
    const read = text === "" ? {} : readParam(name, text);
    if (typeof read === "string") problems[name] = read;
    else Object.assign(params, read);
  }
  return { params, problems };
}

/** One parameter of an operation or of a layer, or a sentence that says what would fit. */
export function readParam(
  name: ParamField | LayerField,
  text: string,
): (Params & LayerOptions) | string {
  switch (name) {
    case "padding":
      return readPadding(text);
    case "ceil_mode":
    case "count_include_pad":
    case "normalize":
    case "bias":
      return { [name]: text === "true" };
    case "overlap":
      return { overlap: text === "sum" ? "sum" : "overwrite" };
    case "eps":
    case "axis":
    case "groups":
    case "out":
    case "negative_slope":
      return readOne(name, text);
    default:
      return readPair(name, text);
  }
}

function readPadding(text: string): Params | string {
  const word = text.toLowerCase().replace(/["'“”]/g, "");
  if (word === "same" || word === "valid") return { padding: word };
  const [top, left, bottom, right, ...more] = numbersIn(text);
  if (top === undefined) return refused(text, "1, “1, 0”, “same” or “valid”");
  if (left === undefined) return { padding: top };
  if (bottom === undefined) return { padding: [top, left] };
  if (right === undefined || more.length > 0) return refused(text, "one, two or four numbers");
  return { pad: [top, left, bottom, right] };
}

function readPair(name: ParamField | LayerField, text: string): Params | string {
  const [height, width, ...more] = numbersIn(text);
  if (height === undefined || more.length > 0) return refused(text, "2, or “2, 1”");
  return { [name]: width === undefined ? height : [height, width] };
}

function readOne(name: ParamField | LayerField, text: string): Params | string {
  const [value, ...more] = numbersIn(text);
  if (value === undefined || more.length > 0) return refused(text, "one number");
  return { [name]: value };
}

/** "(2, 1)", "2×1", "2 1"; nothing where some of it is no number. */
function numbersIn(text: string): number[] {
  const parts = text
    .replace(/[−–]/g, "-")
    .replace(/^[([{]|[)\]}]$/g, "")
    .split(/[\s,;×x]+/)
    .filter((part) => part !== "");
  const numbers = parts.map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

function refused(text: string, wanted: string): string {
  return `“${text.slice(0, 30)}” does not read as this. ${wanted[0]?.toUpperCase()}${wanted.slice(1)} would fit.`;
}

/** The parameters as they are typed. @example textsOfParams({ stride: [2, 1] }) // { stride: "2, 1" } */
export function textsOfParams(op: Op, { pad, ...params }: Params): Form["params"] {
  const texts: Partial<Record<ParamField, string>> = {};
  for (const name of FIELDS[op].params) {
    const value = name === "padding" ? (pad ?? params.padding) : params[name];
    if (value !== undefined)
      texts[name] = typeof value === "object" ? value.join(", ") : String(value);
  }
  return texts;
}
