import type { Operand } from "@/lib/question";
import { signed } from "../../scene/signed";

const PREVIEWED = 4;

/** How a tensor was read, in short. @example describe({ shape: [3, 3] }) // "sizes 3×3" */
export function describe({ shape, data }: Operand, radius?: Float64Array): string {
  const sizes = shape.join("×") || "one number";
  if (!data) return `sizes ${sizes}`;
  const first = Array.from(data.subarray(0, PREVIEWED), signed).join(", ");
  const more = data.length > PREVIEWED ? " …" : "";
  const isRounded = radius?.some((one) => one > 0) ?? false;
  return `${sizes}: ${first}${more}${isRounded ? ", taken as rounded" : ""}`;
}
