import { number, toText } from "@/lib/tex";
import type { Plane } from "../stem";
import { rounded } from "./lengths";
import { content, tallFormula, typstString } from "./text";

/**
 * A plane of numbers: ruled cells on its role's ground inside a heavier frame, so that it reads in black and white as
 * well; its name stands above it.
 */
export const FIGURE_DEFINITIONS = `#let planes(..all) = block(above: 1.1em, below: 1.1em, breakable: all.pos().len() > 40, {
  set par(leading: 1.1em)
  all.pos().map(one => box(inset: (right: 1.6 * u), baseline: 100%, one)).join(" ")
})
#let hairline = .35pt + luma(110)
#let named(name, it) = stack(dir: ttb, spacing: .45 * u, text(top-edge: "bounds", bottom-edge: "bounds", name), it)
#let framed(stroke, fill, it) = block(stroke: stroke, fill: fill, it)
#let plane(name, role, columns, width, height, size, ..cells) = named(name, framed(1.1pt + inks.at(role), grounds.at(role), {
  set text(size * u)
  table(columns: (width * u,) * columns, rows: height * u, align: center + horizon, stroke: hairline, ..cells)
}))`;

/** Planes of numbers side by side, as many in a line as the room in units allows. */
export function planesSource(figures: readonly Plane[], room: number, isDense = false): string {
  const drawn = figures.map((figure) => planeSource(figure, room, isDense ? DENSE : USUAL));
  return `#planes(${drawn.join(", ")})`;
}

/** Units: a digit's width and what stands beside the digits. */
const DIGIT = 0.5;
const PADDING = 0.9;

interface Cell {
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

const USUAL: Cell = { width: 2, height: 1.8, size: 1 };
const DENSE: Cell = { width: 1.75, height: 1.45, size: 0.9 };

function planeSource({ name, role, shape, values }: Plane, room: number, cell: Cell): string {
  const [, columns] = shape;
  const cells = values.map((value) => toText(number(value)).replace("-", "−"));
  const longest = Math.max(1, ...cells.map(({ length }) => length));
  const wanted = Math.max(cell.width, (longest * DIGIT + PADDING) * cell.size);
  const width = Math.min(wanted, room / columns);
  const size = Math.min(cell.size, (width - PADDING / 4) / (longest * DIGIT));
  const sizes = [columns, ...[width, cell.height, size].map(rounded)].join(", ");
  return `plane(${content(tallFormula(name))}, "${role}", ${sizes}, ${cells.map(typstString).join(", ")})`;
}
