import type { Role } from "@/lib/tex";

/** A tensor's plane in numbers, e.g. a 3×3 kernel. */
export interface GridItem {
  readonly kind: "grid";
  readonly title: string;
  readonly role: Role;
  readonly rows: readonly (readonly number[])[];
  /** Cells that are lit, as [row, column]. */
  readonly lit?: readonly (readonly [number, number])[];
}

/** A plane as shades of grey, 0 black and 255 white. */
export interface ShadesItem {
  readonly kind: "shades";
  readonly title: string;
  readonly rows: readonly (readonly number[])[];
  readonly lit?: readonly (readonly [number, number])[];
}

/** What stands between two planes, e.g. "⋆", "=", "→", or words. */
export interface SignItem {
  readonly kind: "sign";
  readonly sign: string;
}

/** Planes and the signs between them, in one line that wraps. */
export interface PlanesFigure {
  readonly kind: "planes";
  readonly title: string;
  readonly items: readonly (GridItem | ShadesItem | SignItem)[];
}

/** An axis of a plot. */
export interface Axis {
  readonly label: string;
  readonly scale: "linear" | "log";
}

/** A line of a plot, or points without a line. */
export interface Series {
  readonly label: string;
  readonly role: Role;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly dots?: boolean;
}

/** Lines over two axes; a screen reader reads it as a table. */
export interface PlotFigure {
  readonly kind: "plot";
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** Amounts beside each other; a screen reader reads it as a table. */
export interface BarsFigure {
  readonly kind: "bars";
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly role: Role }[];
}

/** A box of a flow, in a column and a lane; columns go from left to right, lane 0 is the main path. */
export interface FlowBox {
  readonly id: string;
  readonly column: number;
  readonly lane: number;
  readonly label: string;
  /** A second, smaller line: the shape that leaves it, say. */
  readonly note?: string;
  readonly role?: Role;
}

/** What goes from one box to another. */
export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/** Boxes and arrows: a residual block, an encoder and its decoder, the stages of a detector. */
export interface FlowFigure {
  readonly kind: "flow";
  readonly title: string;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
}

/** Rectangles over a plane, e.g. a box that was predicted and the true one; corners as [left, top, right, bottom]. */
export interface RegionsFigure {
  readonly kind: "regions";
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly regions: readonly {
    readonly label: string;
    readonly role: Role;
    readonly corners: readonly [number, number, number, number];
    readonly dashed?: boolean;
  }[];
}

/** Figures in rows and columns. */
export interface TableFigure {
  readonly kind: "table";
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A picture as plain data: everything in it is computed, and a component only lays it out. */
export type Figure =
  | PlanesFigure
  | PlotFigure
  | BarsFigure
  | FlowFigure
  | RegionsFigure
  | TableFigure;
