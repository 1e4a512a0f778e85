import { ReadError } from "../../read/problem";
import type { Expression, Subscript } from "../../read/syntax";
import { numberFrom } from "./numbers";
import type { Value } from "./vocabulary";

/** (output − target)², which is written ** 2, pow(2) or square(). @throws ReadError ERR_CODE for other powers */
export function squared(value: Value, power?: Expression): Value {
  if (value.kind === "difference" && (power === undefined || numberFrom(power) === 2))
    return { ...value, kind: "square" };
  throw new ReadError("ERR_CODE", "Of powers only (output − target)² is followed.", power?.line);
}

/** model[0], or x[None, None], which puts axes of size 1 before a tensor. */
export function partOf(value: Value, index: Subscript): Value | undefined {
  if (index.kind !== "at") return undefined;
  if (value.kind === "model") {
    const made = value.parts.at(numberFrom(index.at));
    return made && { kind: "layer", made };
  }
  const items = index.at.kind === "list" ? index.at.items.map((one) => one.value) : [index.at];
  const isNone = items.every((one) => one.kind === "constant" && one.value === null);
  if (value.kind !== "tensor" || !isNone) return undefined;
  const { tensor } = value;
  return { kind: "tensor", tensor: { ...tensor, shape: [...items.map(() => 1), ...tensor.shape] } };
}
