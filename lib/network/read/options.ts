import type { LayerOptions } from "../network";
import { type Value, isKind } from "./values";

interface Reader<T> {
  readonly read: (value: Value) => T | undefined;
  readonly wants: string;
}

type Pair = number | readonly [number, number];

const COUNT: Reader<number> = { read: (value) => whole(value, 1), wants: "a whole number from 1" };
const SIZES: Reader<Pair> = {
  read: (value) => pair(value, (one) => whole(one, 1)),
  wants: "a whole number from 1, or a pair of them",
};
const MARGIN: Reader<Pair> = {
  read: (value) => pair(value, (one) => whole(one, 0)),
  wants: "a whole number from 0, or a pair of them",
};
const FLAG: Reader<boolean> = {
  read: (value) => (typeof value === "boolean" ? value : undefined),
  wants: "True or False",
};
const NUMBER: Reader<number> = { read: real, wants: "a number" };

/** How the value of each key of a layer is read. */
const READERS = {
  in: COUNT,
  out: COUNT,
  kernel: SIZES,
  stride: SIZES,
  padding: {
    read: (value) => sameOrValid(value) ?? MARGIN.read(value),
    wants: 'a whole number from 0, a pair of them, "same" or "valid"',
  },
  dilation: SIZES,
  groups: COUNT,
  bias: FLAG,
  output_padding: MARGIN,
  ceil_mode: FLAG,
  count_include_pad: FLAG,
  output_size: {
    read: outputSize,
    wants: "a whole number from 1, or a pair of them, of which None keeps the input's size",
  },
  p: NUMBER,
  eps: NUMBER,
  affine: FLAG,
  stats: FLAG,
  shape: { read: shape, wants: "a size, or a list of sizes" },
  size: COUNT,
  factor: { read: (value) => pair(value, real), wants: "a number, or a pair of them" },
  axis: { read: (value) => whole(value, -8), wants: "the number of an axis" },
  negative_slope: NUMBER,
} as const satisfies {
  readonly [Key in keyof LayerOptions]?: Reader<NonNullable<LayerOptions[Key]>>;
};

export type OptionKey = keyof typeof READERS;

/** Whether a layer has a key of this name that is read from a value. */
export function isOption(key: string): key is OptionKey {
  return Object.hasOwn(READERS, key);
}

/** The key with its value, or what would be one. None leaves a key out. */
export function readOption(
  key: OptionKey,
  value: Value,
): LayerOptions | { readonly wants: string } {
  if (value === null) return {};
  const { read, wants } = READERS[key];
  const found = read(value);
  return found === undefined ? { wants } : { [key]: found };
}

/** A whole number not below `least`. */
export function whole(value: Value | undefined, least: number): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least
    ? value
    : undefined;
}

/** A number for both axes, or a pair. */
export function pair(value: Value, read: (one: Value) => number | undefined): Pair | undefined {
  if (!isKind(value, "list")) return read(value);
  const [first, second] = value.items.map(read);
  if (first === undefined) return undefined;
  if (value.items.length === 1) return first;
  return second === undefined || value.items.length > 2 ? undefined : [first, second];
}

/** As a pair, of which None keeps the input's size. */
function outputSize(value: Value): LayerOptions["output_size"] {
  const items = isKind(value, "list") ? value.items : [];
  const [height, width] = items.map((one) => (one === null ? null : whole(one, 1)));
  const isPair = items.length === 2 && height !== undefined && width !== undefined;
  return isPair ? [height, width] : pair(value, (one) => whole(one, 1));
}

function real(value: Value): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function shape(value: Value): readonly number[] | undefined {
  const sizes = (isKind(value, "list") ? value.items : [value]).map((one) => whole(one, 1));
  const known = sizes.filter((one) => one !== undefined);
  return known.length === sizes.length && known.length <= 8 ? known : undefined;
}

function sameOrValid(value: Value): "same" | "valid" | undefined {
  const word = isKind(value, "named") ? value.path : value;
  const plain = typeof word === "string" ? word.toLowerCase() : undefined;
  return plain === "same" || plain === "valid" ? plain : undefined;
}
