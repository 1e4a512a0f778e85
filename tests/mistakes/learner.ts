import type { Random } from "./random";

/** Numbers in rows of rows: what a learner writes down. */
export type Written = number | Written[];

/** Mistakes that a learner makes, by name; the empty set answers rightly. */
export type Slips = ReadonlySet<string>;

/** One product of one cell, for the mistakes that are about a single product. */
export interface OneProduct {
  /** The number of the cell in reading order. */
  readonly cell: number;
  /** The number of the product in its sum. */
  readonly product: number;
}

/** A question as JSON, and learners who answer it. */
export interface Exam {
  readonly op: string;
  readonly ask: string;
  /** As the command line reads it. */
  readonly question: unknown;
  /** The mistakes that these learners make. */
  readonly mistakes: readonly string[];
  /** What a learner with these mistakes answers; undefined where that cannot be done. */
  readonly answer: (slips: Slips) => Written | undefined;
  /** What a learner answers who takes one product wrongly: left out, or with the wrong sign. */
  readonly slipInProduct?: (kind: "TERM_DROPPED" | "SIGN_SLIP", place: OneProduct) => Written;
  /** How many products each cell has. */
  readonly products?: number;
}

/** A maker of exams. */
export type Examiner = (random: Random) => Exam;

export type T4 = number[][][][];

/** N×C×H×W numbers. */
export function make4(
  sizes: readonly number[],
  fill: (n: number, c: number, h: number, w: number) => number,
): T4 {
  const [N = 1, C = 1, H = 1, W = 1] = sizes;
  const all: T4 = [];
  for (let n = 0; n < N; n++) {
    const channels: number[][][] = [];
    for (let c = 0; c < C; c++) {
      const rows: number[][] = [];
      for (let h = 0; h < H; h++) {
        const row: number[] = [];
        for (let w = 0; w < W; w++) row.push(fill(n, c, h, w));
        rows.push(row);
      }
      channels.push(rows);
    }
    all.push(channels);
  }
  return all;
}

/** A value, or 0 outside. */
export function get(t: T4, n: number, c: number, h: number, w: number): number {
  return t[n]?.[c]?.[h]?.[w] ?? 0;
}

/** Whether there is such a cell. */
export function has(t: T4, h: number, w: number): boolean {
  return t[0]?.[0]?.[h]?.[w] !== undefined;
}

/** Whole numbers mostly, now and then tenths. */
export function numbers(random: Random, sizes: readonly number[], largest: number): T4 {
  const tenths = random.chance(0.12);
  return make4(sizes, () => random.int(-largest, largest) / (tenths ? 10 : 1));
}
