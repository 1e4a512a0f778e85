import { proseNumber, toMathml } from "@/lib/tex";
import type { FieldPlane } from "../../document/document";
import type { Plane } from "../stem";

/** Planes of numbers side by side. */
export function planesHtml(planes: readonly Plane[]): string {
  return inRow(
    planes.map(({ role, name, shape, values }) => {
      const [, columns] = shape;
      const cells = values.map((value) => `<td>${proseNumber(value)}</td>`);
      return `<table class="plane ${role}" style="--columns:${columns}"><caption>${toMathml(name, { colour: true })}</caption>${rowsHtml(cells, columns)}</table>`;
    }),
  );
}

/** Planes to be filled in. */
export function emptyPlanesHtml(planes: readonly FieldPlane[]): string {
  return inRow(
    planes.map(({ name, rows }) => {
      const columns = rows[0]?.length ?? 0;
      const cells = Array<string>(rows.length * columns).fill("<td></td>");
      return `<table class="plane empty" style="--columns:${columns}"><caption>${toMathml(name, { colour: true })} <span class="unseen">to be filled in</span></caption>${rowsHtml(cells, columns)}</table>`;
    }),
  );
}

function inRow(tables: readonly string[]): string {
  return `<div class="planes">${tables.join("")}</div>`;
}

function rowsHtml(cells: readonly string[], columns: number): string {
  const rows = Array.from({ length: cells.length / columns }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).join(""),
  );
  return `<tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody>`;
}
