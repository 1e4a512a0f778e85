import { KernelError } from "@/lib/tensor";

/** One line of output, and whether it makes the command's exit code 1. */
export interface Answer {
  readonly text: string;
  readonly failed: boolean;
}

/** The JSON of what is computed, or an error object; `isFine` says whether a result is a good one. */
export function attempt<Result>(
  compute: () => Result,
  isFine: (result: Result) => boolean = () => true,
): Answer {
  try {
    const result = compute();
    return { text: JSON.stringify(result), failed: !isFine(result) };
  } catch (error) {
    return { text: JSON.stringify({ error: errorObject(error) }), failed: true };
  }
}

/** What Python's json.dumps writes for values that JSON has no number for. */
const BARE_NON_FINITE = /[[,:]\s*-?(?:NaN|Infinity)\s*[\],}]/;

/** JSON, or a sentence that says where reading stopped. @throws KernelError ERR_INPUT */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const hint = BARE_NON_FINITE.test(text)
      ? ' JSON has no NaN and no Infinity; write "NaN", "Infinity" and "-Infinity" in quotes.'
      : "";
    throw new KernelError("ERR_INPUT", `This is not JSON: ${why}.${hint}`);
  }
}

function errorObject(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof KernelError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  // Node says "Invalid string length" or "Array buffer allocation failed" where memory runs out.
  if (error instanceof RangeError) {
    return { code: "ERR_MEMORY", message: `The answer does not fit into memory: ${message}.` };
  }
  return { code: "ERR_INTERNAL", message: `This should not happen: ${message}` };
}
