import type { NetworkReport, PerAxis, ReportRow } from "@/lib/network";
import { sightWords } from "@/content/network";
import type { Form } from "../form";
import type { Sight } from "./types";

type Pair = readonly [height: number, width: number];

/** The receptive field of one unit on the input: the one that the form names, or the middle of the last layer. */
export function sightOf(report: NetworkReport, { unit }: Form): Sight | null {
  const input = planeOf(report, report.input);
  const seen = report.layers.flatMap((row, place) => (row.receptive_field === null ? [] : [place]));
  if (!input || seen.length === 0) return null;
  const [asked, ...indices] = unit === "" ? [] : unit.split(",").map(Number);
  const place = seen.find((one) => one === asked) ?? lastWithPlane(report, seen);
  const row = report.layers[place];
  if (!row) return null;
  const plane = (row.shape && planeOf(report, row.shape)) ?? [1, 1];
  const at = [clamped(indices[0], plane[0]), clamped(indices[1], plane[1])] as const;
  const span = spanOf(row, at);
  return {
    layers: seen.map((one) => ({ place: one, words: report.layers[one]?.id ?? "" })),
    place,
    at,
    last: [plane[0] - 1, plane[1] - 1],
    input,
    ...span,
    words: wordsOf(row, at, input, span),
  };
}

/** The last layer that still has a plane; at its end everything is seen. */
function lastWithPlane(report: NetworkReport, seen: readonly number[]): number {
  const plane = seen.findLast((place) => {
    const shape = report.layers[place]?.shape;
    return shape && (planeOf(report, shape)?.[0] ?? 1) > 1;
  });
  return plane ?? seen.at(-1) ?? 0;
}

function clamped(index: number | undefined, size: number): number {
  const middle = Math.floor((size - 1) / 2);
  if (index === undefined || !Number.isInteger(index)) return middle;
  return Math.min(size - 1, Math.max(0, index));
}

/** Height and width of an image's shape in the layout of the report; undefined for rows of features. */
function planeOf({ settings, input }: NetworkReport, shape: readonly number[]): Pair | undefined {
  if (shape.length < 2 || shape.length < input.length) return undefined;
  const last = settings.conventions.layout === "nhwc" && shape.length > 2;
  const [height, width] = last ? shape.slice(-3, -1) : shape.slice(-2);
  return height === undefined || width === undefined || input.length === 1
    ? undefined
    : [height, width];
}

function spanOf(row: ReportRow, at: Pair) {
  const [size, jump, start] = [pair(row.receptive_field), pair(row.jump), pair(row.start)];
  return {
    top: start[0] + at[0] * jump[0],
    left: start[1] + at[1] * jump[1],
    height: size[0],
    width: size[1],
    jump,
  };
}

function pair(value: PerAxis): Pair {
  if (value === null) return [1, 1];
  return typeof value === "number" ? [value, value] : value;
}

function wordsOf(
  row: ReportRow,
  at: Pair,
  input: Pair,
  { top, left, height, width }: ReturnType<typeof spanOf>,
): string {
  const rows = [top, top + height - 1] as const;
  const columns = [left, left + width - 1] as const;
  const isPadded = rows[0] < 0 || columns[0] < 0 || rows[1] >= input[0] || columns[1] >= input[1];
  return sightWords(row.id, at, rows, columns, isPadded);
}
