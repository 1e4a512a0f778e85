import type { Rows } from "./planes";

/** C channels by M = H·W positions. */
export interface Sizes {
  readonly channels: number;
  readonly positions: number;
}

/** What a sum of squares is divided by. */
type Divisor = (sizes: Sizes) => number;

/** How a paper or a tutorial scales the Gram matrix and the two losses. */
export interface Convention {
  readonly value: string;
  readonly label: string;
  /** Whether the Gram matrix is divided by C·H·W. */
  readonly normalize: boolean;
  readonly style: Divisor;
  readonly content: Divisor;
}

const NONE: Divisor = () => 1;
const ALL_VALUES: Divisor = ({ channels, positions }) => channels * positions;

/** What the words say, and nothing more. */
export const PLAIN: Convention = {
  value: "plain",
  label: "no factors: squared differences, added up",
  normalize: false,
  style: NONE,
  content: NONE,
};

/** Every convention that a reader is likely to meet; the first is where the lab starts. */
export const CONVENTIONS: readonly Convention[] = [
  PLAIN,
  {
    value: "gatys",
    label: "Gatys 2016: style ÷ 4C²(HW)², content ÷ 2",
    normalize: false,
    style: ({ channels, positions }) => 4 * channels ** 2 * positions ** 2,
    content: () => 2,
  },
  {
    value: "johnson",
    label: "Johnson 2016: Gram and content ÷ CHW",
    normalize: true,
    style: NONE,
    content: ALL_VALUES,
  },
  {
    value: "mean",
    label: "PyTorch tutorial: Gram ÷ CHW, both losses are means",
    normalize: true,
    style: ({ channels }) => channels ** 2,
    content: ALL_VALUES,
  },
];

/** How many channels and positions the flattened features have. */
export function sizesOf(features: Rows): Sizes {
  return { channels: features.length, positions: features[0]?.length ?? 0 };
}

/** A loss with the differences that it adds up, as pairs. */
export interface Loss {
  readonly squares: readonly Square[];
  readonly divisor: number;
  readonly value: number;
}

interface Square {
  readonly left: number;
  readonly right: number;
}

/** Σ(one − other)² / divisor. */
export function lossOf(one: Rows, other: Rows, divisor: number): Loss {
  const squares = one.flatMap((row, i) =>
    row.map((left, j): Square => ({ left, right: other[i]?.[j] ?? 0 })),
  );
  const added = squares.reduce((all, { left, right }) => all + (left - right) ** 2, 0);
  return { squares, divisor, value: added / divisor };
}
