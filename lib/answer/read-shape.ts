import { readSizes } from "./read-sizes";

/** A shape as it was read, or a sentence that says where reading stopped. */
export type ReadShape =
  | { readonly ok: true; readonly sizes: readonly number[]; readonly shown: string }
  | { readonly ok: false; readonly message: string };

/**
 * Sizes as a person types them, with ×, x, *, a comma or a space between, in brackets or not.
 *
 * @example readShape("2 x 2") // { ok: true, sizes: [2, 2], shown: "2×2" }
 */
export function readShape(typed: string): ReadShape {
  const reading = readSizes(typed);
  if (reading.kind === "unreadable") return { ok: false, message: reading.message };
  const sizes = reading.value;
  return { ok: true, sizes, shown: sizes.join("×") };
}
