import { KERNEL_ERROR_CODES, KernelError, type KernelErrorCode } from "@/lib/tensor";
import * as z from "zod";
import { didYouMean } from "./nearest";
import type { OutputSize } from "./output-size";
import type { Params } from "./question";
import { show } from "./read-operand";

/**
 * A schema for what `fits` accepts; where it does not, the error says what was read and what would
 * fit, under a kernel code.
 */
export function written<T>(
  fits: (value: unknown) => boolean,
  wanted: string,
  code: KernelErrorCode,
) {
  return z.custom<T>(fits, {
    error: (issue) => `is ${show(issue.input)}; write ${wanted}`,
    params: { code },
  });
}

/** A whole number; whether it is large enough is the kernel's to say. */
export function count(code: KernelErrorCode = "ERR_NUMBER") {
  return written<number>(isNumber, "a whole number", code);
}

/** One number for both axes, or [height, width]. */
export function pair(code: KernelErrorCode = "ERR_NUMBER") {
  return written<number | readonly [number, number]>(
    isPair,
    "a whole number, or [height, width]",
    code,
  );
}

/** A pair whose entries may be null. */
export function outputSize() {
  return written<OutputSize>(
    (value) => isPair(value, (one) => one === null || isNumber(one)),
    "a whole number, or [height, width], where null keeps the input's size",
    "ERR_NUMBER",
  );
}

/** How far the input is padded: a pair, "same" or "valid". */
export function padding() {
  return written<NonNullable<Params["padding"]>>(
    (value) => value === "same" || value === "valid" || isPair(value),
    'a whole number, [height, width], "same" or "valid"',
    "ERR_PADDING",
  );
}

/** Padding side by side: [top, left, bottom, right]. */
export function sides() {
  return written<readonly [number, number, number, number]>(
    (value) => Array.isArray(value) && value.length === 4 && value.every((side) => isNumber(side)),
    "[top, left, bottom, right] as four whole numbers",
    "ERR_PADDING",
  );
}

/** true or false. */
export function flag() {
  return written<boolean>((value) => typeof value === "boolean", "true or false", "ERR_INPUT");
}

/** A number of any kind; `wanted` says what for. */
export function number(wanted: string) {
  return written<number>(isNumber, wanted, "ERR_NUMBER");
}

/** A word of one's own. */
export function text(wanted: string) {
  return written<string>((value) => typeof value === "string" && value !== "", wanted, "ERR_INPUT");
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, {
    error: (issue) => `is ${show(issue.input)}. ${didYouMean(String(issue.input), words)}`,
  });
}

/** An object in which null says "none", as `stride=None` does: a key that holds it counts as left out. */
export function nullable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(withoutNulls, schema);
}

function withoutNulls(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

/** An object of these keys and no others; an unknown key is answered with the nearest known one. */
export function keyed<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `holds ${issue.keys.map((key) => `"${key}"`).join(", ")}, which means nothing here. ${didYouMean(issue.keys[0] ?? "", Object.keys(shape))}`
        : `is ${show(issue.input)}; write an object with ${Object.keys(shape).join(", ")}`,
  });
}

/**
 * What a schema reads from JSON; its first complaint becomes a sentence under a kernel code, which
 * begins with `whole` where it concerns the whole.
 *
 * @throws KernelError ERR_INPUT, or the code that the schema states
 */
export function parseWith<Output>(schema: z.ZodType<Output>, json: unknown, whole: string): Output {
  const result = schema.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const sentence = `${pathOf(issue?.path ?? []) || whole} ${issue?.message ?? "cannot be read"}`;
  throw new KernelError(codeOf(issue), /[.?]$/.test(sentence) ? sentence : `${sentence}.`);
}

function codeOf(issue: z.core.$ZodIssue | undefined): KernelErrorCode {
  const code: unknown = issue?.code === "custom" ? issue.params?.code : undefined;
  return KERNEL_ERROR_CODES.find((known) => known === code) ?? "ERR_INPUT";
}

/** A place in JSON. @example pathOf(["layers", 0, "kernel"]) // "layers[0].kernel" */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isPair(value: unknown, isEntry: (entry: unknown) => boolean = isNumber): boolean {
  return isNumber(value) || (Array.isArray(value) && value.length === 2 && value.every(isEntry));
}
