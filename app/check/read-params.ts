import type { LayerOptions } from "@/lib/network";
import type { OpenParams, Op, OutputSize, Params } from "@/lib/question";
import type { LayerField } from "./chain/kinds";
import { FIELDS, type Form, type ParamField } from "./form";

export interface ReadParams {
  readonly params: OpenParams;
  readonly problems: Readonly<Partial<Record<ParamField, string>>>;
}

/** The parameters of a form's operation as the question takes them; fields left empty have PyTorch's default. */
export function readParams({ op, params: texts }: Pick<Form, "op" | "params">): ReadParams {
  const problems: Partial<Record<ParamField, string>> = {};
  const params: { -readonly [Name in keyof OpenParams]: OpenParams[Name] } = {};
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
): (OpenParams & LayerOptions) | string {
  switch (name) {
    case "output_size":
      return readOutputSize(text);
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

/** Words that keep the input's size along an axis; the first is PyTorch's. */
const KEEPING = ["none", "null", "same"];

function readOutputSize(text: string): OpenParams | string {
  const sizes = partsOf(text).map((part) =>
    KEEPING.includes(part.toLowerCase()) ? null : Number(part),
  );
  const [height, width = height, ...more] = sizes;
  const isRead = sizes.every((size) => size === null || Number.isFinite(size));
  if (height === undefined || width === undefined || more.length > 0 || !isRead)
    return refused(text, "2, “4, 3” or “None, 3”");
  const isOne = sizes.length === 1 && height !== null;
  return { output_size: isOne ? height : ([height, width] satisfies OutputSize) };
}

function readOne(name: ParamField | LayerField, text: string): Params | string {
  const [value, ...more] = numbersIn(text);
  if (value === undefined || more.length > 0) return refused(text, "one number");
  return { [name]: value };
}

/** "(2, 1)", "2×1", "2 1"; nothing where some of it is no number. */
function numbersIn(text: string): number[] {
  const numbers = partsOf(text).map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

function partsOf(text: string): string[] {
  return text
    .replace(/[−–]/g, "-")
    .replaceAll(/^[([{]|[)\]}]$/g, "")
    .split(/[\s,;×x]+/)
    .filter((part) => part !== "");
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
