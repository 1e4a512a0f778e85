import type { Random } from "./random";

/** A tensor that has been drawn. */
export interface Drawn {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What the numbers of a drawn tensor may be. */
export interface Range {
  /** The largest absolute value. */
  readonly largest: number;
  /** Of a hundred numbers how many are 0. */
  readonly zeros?: number;
  /** Whether numbers may be negative; they may unless said. */
  readonly signed?: boolean;
}

/** Whole numbers in a shape, 0 only as often as asked for. */
export function integers(random: Random, shape: readonly number[], range: Range): Drawn {
  const { largest, zeros = 0, signed = true } = range;
  const data = Array.from({ length: sizeOf(shape) }, () => {
    if (zeros > 0 && random.chance(zeros, 100)) return 0;
    return signed ? random.signed(largest) : random.int(1, largest);
  });
  return { shape, data };
}

/** Different whole numbers in a shape, so that no maximum is tied; from −below to what is needed above. */
export function distinct(
  random: Random,
  shape: readonly number[],
  below: number,
  spare = 4,
): Drawn {
  const size = sizeOf(shape);
  const pool = Array.from({ length: size + spare }, (_, index) => index - below);
  return { shape, data: random.shuffle(pool).slice(0, size) };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
