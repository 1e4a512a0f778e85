import type { TensorLabel } from "@/content";
import type { TensorName } from "@/lib/derivation";
import type { Operand } from "@/lib/question";
import { offsetOf } from "@/lib/tensor";
import { toShorthand } from "../prose/shorthand";
import { texToHtml } from "../prose/tex";
import { LABELS, ROLES, spokenSymbol } from "./labels";
import { signed } from "./signed";
import { NO_SURROUND, type Surround } from "./surround";
import { isVolume, volumeScene } from "./volume";
import type { CellScene, PlaneScene, TensorScene } from "./types";
import { leadingIndices, planeTitle, rowTitles } from "./planes";

export interface TensorOptions {
  readonly label?: TensorLabel | undefined;
  readonly surround?: Surround | undefined;
  /** Values smaller than this are rounding noise, and drawn as 0. */
  readonly noise?: number;
  /** Cells come out as steps reach them. */
  readonly appears?: boolean;
}

/** A tensor as its picture draws it. */
export function tensorScene(
  name: TensorName,
  operand: Operand,
  { label = LABELS[name], surround = NO_SURROUND, noise = 0, appears = false }: TensorOptions = {},
): TensorScene {
  return {
    name,
    role: label.role ?? ROLES[name],
    words: label.words,
    symbol: toShorthand(texToHtml(label.symbol)),
    spoken: spokenSymbol(label.symbol),
    sizes: operand.shape.join("×") || "1",
    ...(isVolume(operand)
      ? { planes: [], volume: volumeScene(operand) }
      : { planes: planesOf(operand, name, surround, noise) }),
    rowTitles: rowTitles(operand.shape, name),
    across: operand.shape.length === 4 ? (operand.shape[1] ?? 1) : (operand.shape.at(-3) ?? 1),
    appears,
  };
}

function planesOf(
  operand: Operand,
  name: TensorName,
  surround: Surround,
  noise: number,
): PlaneScene[] {
  const [height, width] = planeSize(operand.shape);
  const largest = operand.data ? Math.max(...operand.data.map(Math.abs), 0) : 0;
  return leadingIndices(operand.shape).map((lead) => ({
    title: planeTitle(lead, name),
    columns: span(-surround.left, width + surround.right).map((x) => `column ${x}`),
    rows: span(-surround.top, height + surround.bottom).map((y) => ({
      title: `row ${y}`,
      cells: span(-surround.left, width + surround.right).map((x) =>
        cellAt(
          operand,
          cellAddress(operand.shape, lead, y, x),
          y,
          x,
          { height, width, largest, noise },
          surround,
        ),
      ),
    })),
  }));
}

interface Extent {
  readonly height: number;
  readonly width: number;
  readonly largest: number;
  readonly noise: number;
}

function cellAt(
  operand: Operand,
  at: readonly number[],
  y: number,
  x: number,
  { height, width, largest, noise }: Extent,
  surround: Surround,
): CellScene {
  if (y < 0 || x < 0 || y >= height || x >= width) {
    return surroundingCell(at, surround);
  }
  const own = operand.data?.[offsetOf(operand.shape, at)];
  const value = own !== undefined && Math.abs(own) <= noise ? 0 : own;
  return {
    at,
    text: value === undefined ? null : signed(value),
    kind: y >= surround.deadRow || x >= surround.deadColumn ? "dropped" : "value",
    strength: value === undefined || largest === 0 ? 0 : hundredths(Math.abs(value) / largest),
    negative: value !== undefined && value < 0,
  };
}

/** As fine as a shade of colour can be told from the next. */
function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

/** Padding holds 0, or −∞ under a maximum; of what was cut off one still sees what had been stamped there. */
function surroundingCell(
  at: readonly number[],
  { uncropped, top, left, filling }: Surround,
): CellScene {
  const plain = { at, strength: 0, negative: false };
  if (!uncropped?.data) return { ...plain, text: filling, kind: "padding" };
  const [y = 0, x = 0] = at.slice(-2);
  const place = [...at.slice(0, -2), y + top, x + left];
  const value = uncropped.data[offsetOf(uncropped.shape, place)] ?? 0;
  return { ...plain, text: signed(value), kind: "cropped" };
}

/** Rank 0 is one cell, rank 1 a row; else the last two axes are the plane. */
function planeSize(shape: readonly number[]): readonly [height: number, width: number] {
  if (shape.length < 2) return [1, shape[0] ?? 1];
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
}

function cellAddress(shape: readonly number[], lead: readonly number[], y: number, x: number) {
  if (shape.length === 0) return [];
  return shape.length === 1 ? [x] : [...lead, y, x];
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
