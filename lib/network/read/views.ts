import { layered, passedOver } from "./apply";
import type { Machine } from "./machine";
import { whole } from "./options";
import { type Args, type Tensor, type Value, isKind, plainText } from "./values";

/** `view` and `reshape`: to rows, (batch, −1) or (batch, features), or to planes, (batch, C, H, W). */
export function viewed(machine: Machine, tensor: Tensor, args: Args, line: number): Value {
  const [first] = args.positional;
  const [, ...sizes] = isKind(first, "list") ? first.items : args.positional;
  const [features, ...plane] = sizes;
  if (features !== undefined && plane.length === 0) {
    return flattened(machine, tensor, typeof features === "number" ? features : undefined, line);
  }
  const shape = planesOf(sizes, machine.graph.arrivingAt([tensor.node])[0]?.channels);
  if (shape) return layered(machine, [{ name: "Reshape", shape }], [tensor], line);
  const because = `Only views as rows or as planes of known sizes are followed, not (batch, ${sizes.map(plainText).join(", ")})`;
  return passedOver(machine, "view", because, tensor, line);
}

/** A plane of one cell goes: rows of as many features as there were channels. Rows stay as they are. */
export function squeezed(machine: Machine, tensor: Tensor, line: number): Value {
  const [arriving] = machine.graph.arrivingAt([tensor.node]);
  return arriving?.isFlat ? tensor : flattened(machine, tensor, arriving?.channels, line);
}

/** To rows, which must be of `features` where that is a count. */
function flattened(
  machine: Machine,
  tensor: Tensor,
  features: number | undefined,
  line: number,
): Value {
  const out = features !== undefined && features > 0 ? { out: features } : {};
  return layered(machine, [{ name: "Flatten", ...out }], [tensor], line);
}

/** C, H and W where they are known; as many channels as arrive where a plane of one cell is asked for. */
function planesOf(
  [channels = null, ...plane]: readonly Value[],
  arriving: number | undefined,
): readonly number[] | undefined {
  const isCell = plane.length === 2 && plane.every((size) => size === 1);
  const first = isKind(channels, "unknown") && isCell ? (arriving ?? null) : channels;
  const known = [first, ...plane].map((size) => whole(size, 1));
  const sizes = known.filter((size) => size !== undefined);
  return sizes.length === 3 && known.length === 3 ? sizes : undefined;
}
