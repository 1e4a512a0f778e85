import { MAX_CHARACTERS, MAX_EXPRESSION } from "./limits";
import { plainText } from "./plain-text";
import { shorten, tooLong } from "./read-simple";
import { NOTHING_WRITTEN, type Reading, read, unreadable } from "./reading";

/** More axes than any tensor here has. */
const MAX_AXES = 8;

const WRAPPER =
  /^(?:(?:torch|tf|np)\.)?(?:Size|TensorShape|array|\w{1,12}(?:\.shape)?(?=\s*=)|[A-Za-z](?:[×x][A-Za-z]){1,3}(?=\s*=))\s*(?:=\s*(?=[\d([{])|(?=[([{]))/i;

/** "32 × 32 × 10 (H×W×C)" */
const AXES_NAMED = / ?\([NBCHW](?: ?[×xX*,]? ?[NBCHW]){1,3}\)$/;

/**
 * A shape of whole numbers: "32x32x10", "(10, 32, 32)", "10 × 32 × 32", "torch.Size([1, 10, 32, 32])",
 * "10 by 32 by 32"; "()" and "[]" are the shape of a scalar.
 *
 * @example readSizes("32x32x10") // { kind: "value", value: [32, 32, 10] }
 */
export function readSizes(typed: string): Reading<readonly number[]> {
  if (typed.length > MAX_CHARACTERS) return tooLong(typed);
  if (isTooLongForAShape(typed)) return notAShape(typed, 0);
  const { text: written, at } = withoutBrackets(typed);
  const text = written.replace(AXES_NAMED, "");
  if (text === "") return /[([{]/.test(typed) ? read([]) : NOTHING_WRITTEN;
  const parts = withoutUnknownBatch(text.split(/ ?[×xX*,;|@] ?| by | |-by-/));
  if (parts.at(-1) === "" && text.endsWith(",")) parts.pop();
  if (parts.length > MAX_AXES || !parts.every((part) => /^\d{1,15}$/.test(part))) {
    return notAShape(typed, at);
  }
  return read(parts.map(Number));
}

/** Keras prints (None, 32, 32, 10): a batch of any size. */
function withoutUnknownBatch(parts: readonly string[]): string[] {
  return parts.slice(
    parts.length === 4 && /^(?:N|B|batch(?:_size)?|None|\?|-1)$/i.test(parts[0] ?? "") ? 1 : 0,
  );
}

/** Eight sizes of some working each are shorter. */
export function isTooLongForAShape(typed: string): boolean {
  return typed.length > MAX_EXPRESSION && typed.trim().length > MAX_EXPRESSION;
}

/** The answer to a text that is no shape. */
export function notAShape(typed: string, at: number) {
  return unreadable(
    "UNEXPECTED",
    at,
    `“${shorten(typed.trim())}” does not read as a size or a shape, such as 7, 2×2 or 10×32×32.`,
  );
}

/** What stands inside the brackets, with single spaces, and where it begins. */
export function withoutBrackets(typed: string): { readonly text: string; readonly at: number } {
  const plain = plainText(typed).replaceAll("\\times", "     ×");
  let text = plain.trim();
  let at = plain.length - plain.trimStart().length;
  const wrapper = WRAPPER.exec(text)?.[0] ?? "";
  text = text.slice(wrapper.length);
  at += wrapper.length;
  for (let depth = 0; depth < 2 && isBracketed(text); depth++) {
    text = text.slice(1, -1).trim();
    at += 1;
  }
  return { text: text.replaceAll(/\s+/g, " "), at };
}

/** Whether the first bracket is closed by the last, and by no other. */
function isBracketed(text: string): boolean {
  const close = { "(": ")", "[": "]", "{": "}" }[text.charAt(0)];
  if (close === undefined || !text.endsWith(close)) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if ("([{".includes(text.charAt(at))) depth++;
    else if (")]}".includes(text.charAt(at))) depth--;
    if (depth === 0) return false;
  }
  return true;
}
