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
    const place = numberFrom(index.at);
    if (value.path !== undefined) return partNamed(value, String(place));
    const made = value.parts.at(place);
    return made && { kind: "layer", made };
  }
  const items = index.at.kind === "list" ? index.at.items.map((one) => one.value) : [index.at];
  const isNone = items.every((one) => one.kind === "constant" && one.value === null);
  if (value.kind !== "tensor" || !isNone) return undefined;
  const { tensor } = value;
  return { kind: "tensor", tensor: { ...tensor, shape: [...items.map(() => 1), ...tensor.shape] } };
}

/** net.conv1, or net.features, of which net.features[0] is a layer; undefined where nothing is called so. */
export function partNamed(
  { parts, path }: Extract<Value, { kind: "model" }>,
  name: string,
): Value | undefined {
  const whole = path === undefined ? name : `${path}.${name}`;
  const made = parts.find(({ layer }) => layer.id === whole);
  if (made) return { kind: "layer", made };
  const isHeld = parts.some(({ layer }) => layer.id?.startsWith(`${whole}.`));
  return isHeld ? { kind: "model", parts, path: whole } : undefined;
}
