import { isCeiling, isMet } from "./goals.mjs";

const HEAD = ["row", "workload", "median (min–max)", "at least", "aim", "met", "calibrator"];

/** The rows as lines of text, columns aligned. */
export function table(rows) {
  const body = rows.map((row, index) => cellsOf(row, rows[index - 1]?.id === row.id));
  const widths = HEAD.map((_, column) =>
    Math.max(...[HEAD, ...body].map((cells) => cells[column].length)),
  );
  const line = (cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd();
  return [line(HEAD), widths.map((width) => "─".repeat(width)).join("  "), ...body.map(line)];
}

/** How fast the machine was, and how much of that the kernel reached on large layers. */
export function ratesOf(rows) {
  return rows
    .filter(({ rates }) => rates)
    .map(
      ({ workload, rates, calibrator }) =>
        `${workload.id}: calibrator ${shown(calibrator)} GFLOP/s, product path ${shown(rates.product)}, the kernel as it chooses ${shown(rates.kernel)}`,
    );
}

/** The rows that miss what they should at least reach. */
export function shortfalls(rows) {
  return rows
    .filter((row) => !isMet(row, row.figures.median, row.atLeast))
    .map(
      (row) =>
        `${nameOf(row)}: ${shown(row.figures)} ${row.unit}, ${isCeiling(row.unit) ? "at most" : "at least"} ${row.atLeast}`,
    );
}

function nameOf({ title, workload }) {
  return workload.id ? `${title}, ${workload.id}` : title;
}

function cellsOf(row, repeated) {
  const { title, workload, figures, unit, atLeast, aim, calibrator } = row;
  const bound = (value) => `${isCeiling(unit) ? "≤" : "≥"} ${value} ${unit}`;
  return [
    repeated ? "" : title,
    workload.id ? `${workload.id}: ${workload.title}` : workload.title,
    shown(figures),
    bound(atLeast),
    bound(aim),
    verdict(row),
    calibrator ? calibrator.median.toFixed(1) : "",
  ];
}

function verdict(row) {
  if (isMet(row, row.figures.median, row.aim)) return "aim";
  return isMet(row, row.figures.median, row.atLeast) ? "yes" : "NO";
}

function shown({ median, least, most }) {
  return least === most ? digits(median) : `${digits(median)} (${digits(least)}–${digits(most)})`;
}

/** Three digits, or all that are before the point. */
export function digits(value) {
  if (value >= 100) return Math.round(value).toLocaleString("en").replaceAll(",", " ");
  return value.toFixed(value < 10 ? 2 : 1);
}
