import { type Expression, symbol } from "@/lib/tex";
import type { Field } from "../../document/document";
import { rounded } from "./lengths";
import { content, formula, tallFormula, typstString } from "./text";

/** Where the answer is written: one box a cell, a box for a number, a square to tick. */
export const ANSWER_DEFINITIONS = `#let pen = .7pt + luma(50)
#let blank(width, height) = box(width: width * u, height: height * u, stroke: pen, radius: .15 * u, baseline: 36%)
#let labelled(label, width, hint) = box[#text(fill: soft, label)#h(.7 * u)#blank(width, 2.4)#if hint != "" { h(.6 * u); text(.85 * u, fill: soft, hint) }#h(1.6 * u)]
#let empty-plane(name, columns, rows, width, height) = named(name, framed(1.1pt + luma(30), none, table(
  columns: (width * u,) * columns, rows: (height * u,) * rows, stroke: .5pt + luma(90), ..([],) * columns * rows,
)))
#let tick(it) = grid(
  columns: (1.7 * u, 1fr), box(width: .95 * u, height: .95 * u, stroke: pen, radius: .1 * u), it,
)
#let ticks(..all) = grid(columns: (1fr, 1fr), row-gutter: .8 * u, column-gutter: 1.5 * u, ..all.pos().map(tick))`;

/** Units. Boxes are for handwriting: 13 by 9 millimetres where there is room. */
const CELL = { width: 3.5, height: 2.5, lowest: 2 };
const NUMBER_WIDTH = 12;
const LIST_WIDTH = 18;
const WIDE = 26;
const LABEL_WIDTH = 7;
const NAMED_WIDTH = 6;
const INDEX_WIDTH = 2.8;

/** Grids of more rows than this have lower cells. */
const MANY_ROWS = 16;

/** The boxes for an answer, none wider than the room in units. */
export function answerSource(field: Field, room: number): string {
  switch (field.kind) {
    case "number":
      return content(labelled(field.label, NUMBER_WIDTH));
    case "bytes":
      return content(labelled(field.label, NUMBER_WIDTH, room < WIDE ? "" : "with its unit"));
    case "list":
      return field.names.length > 1
        ? content(...field.names.map((name) => labelled(name, NAMED_WIDTH)))
        : content(labelled(field.label, rounded(Math.min(LIST_WIDTH, room - LABEL_WIDTH))));
    case "grid":
      return gridSource(field, room);
    case "choice":
      return choiceSource(field);
  }
}

function labelled(label: string, width: number, hint = ""): string {
  return `#labelled(${typstString(label)}, ${width}, ${typstString(hint)})`;
}

function gridSource({ planes }: Field & { kind: "grid" }, room: number): string {
  const widest = Math.max(...planes.map(({ rows }) => rows[0]?.length ?? 1));
  const rowCount = planes.reduce((sum, { rows }) => sum + rows.length, 0);
  const width = rounded(Math.min(CELL.width, room / widest));
  const height = rowCount > MANY_ROWS ? CELL.lowest : CELL.height;
  const drawn = planes.map(({ name, rows }) => {
    const sizes = [rows[0]?.length ?? 0, rows.length, width, height].join(", ");
    return `empty-plane(${content(tallFormula(name))}, ${sizes})`;
  });
  return content(`#planes(${drawn.join(", ")})`);
}

/** The line is told by the indices of its cell. */
function choiceSource({ lines, choices }: Field & { kind: "choice" }): string {
  const indices = (lines[0]?.at ?? []).map(() => `#blank(${INDEX_WIDTH}, 2.4)`).join("#h(.5 * u)");
  const cell: Expression = symbol("Y");
  return content(
    `#par[#text(fill: soft, "The first wrong line is that of the cell")#h(.7 * u)${formula(cell)}#h(.5 * u)${indices}]`,
    `#par(text(fill: soft, "What was done in it"))`,
    `#ticks(${choices.map(({ text }) => typstString(text)).join(", ")})`,
  );
}
