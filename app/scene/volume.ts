import type { Operand } from "@/lib/question";

/** A tensor too large for cells, drawn as a stack of sheets. Lengths in fiftieths of a cell. */
export interface VolumeScene {
  readonly width: number;
  readonly height: number;
  /** How far the hindmost sheet stands out to the right, and above. */
  readonly depth: number;
  /** Where each sheet lies, the hindmost first. */
  readonly sheets: readonly { readonly x: number; readonly y: number }[];
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  /** How many such stacks there are: filters, or images of a batch. */
  readonly count: number;
}

const MOST_CELLS = 144;
/** Planes without numbers tell nothing one by one. */
const MOST_EMPTY_PLANES = 4;
const WIDEST = 12;
const MOST_SHEETS = 6;
const SHIFT = 9;

/** Whether a tensor is drawn as sheets rather than as cells. */
export function isVolume({ shape, data }: Operand): boolean {
  const planes = productOf(shape.slice(0, -2));
  return (
    productOf(shape) > MOST_CELLS ||
    (shape.at(-1) ?? 1) > WIDEST ||
    (shape.at(-2) ?? 1) > WIDEST ||
    (data === undefined && planes > MOST_EMPTY_PLANES)
  );
}

function productOf(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** The sheets of a tensor: larger planes are drawn larger, but not in proportion. */
export function volumeScene({ shape }: Operand): VolumeScene {
  const [rows, columns, channels] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1, shape.at(-3) ?? 1];
  const drawn = Math.min(channels, MOST_SHEETS);
  return {
    width: lengthOf(columns),
    height: lengthOf(rows),
    depth: (drawn - 1) * SHIFT,
    sheets: Array.from({ length: drawn }, (_, sheet) => ({
      x: (drawn - 1 - sheet) * SHIFT,
      y: sheet * SHIFT,
    })),
    rows,
    columns,
    channels,
    count: shape.length > 3 ? (shape[0] ?? 1) : 1,
  };
}

function lengthOf(size: number): number {
  return Math.round(16 + 19 * Math.log2(size + 1));
}

/** How many cells wide the sheets of a stack are. */
export function volumeColumns({ width, depth }: VolumeScene): number {
  return (width + depth) / 50;
}

/** What is written beside it: its sizes, and before them how many such stacks there are. */
export function volumeLabels({ count }: VolumeScene): number {
  return count > 1 ? 2 : 1;
}
