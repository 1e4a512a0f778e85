import { type Tensor, toNested } from "@/lib/tensor";

/** A value as Python writes it: (2, 2), True, "same", inf. @example python([2, 1]) // "(2, 1)" */
export function python(value: number | boolean | readonly number[]): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "number")
    return value.length === 1 ? `(${python(value[0] ?? 0)},)` : `(${value.map(python).join(", ")})`;
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0.0" : String(value);
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/** A tensor as nested Python lists. @example pythonLists(zeros([1, 2])) // "[[0, 0]]" */
export function pythonLists(source: Tensor): string {
  const write = (part: ReturnType<typeof toNested>): string =>
    typeof part === "number" ? python(part) : `[${part.map(write).join(", ")}]`;
  return write(toNested(source));
}

/** Lines one block deeper. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? line : `    ${line}`));
}
