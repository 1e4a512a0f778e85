import { median } from "./measure.mjs";

/** The results as lines of text, one row a workload and pass, columns aligned. */
export function table(rows, peers) {
  const head = [
    "workload",
    "pass",
    "least ns",
    "median ns",
    "target",
    ...peers.map((peer) => `÷ ${peer}`),
  ];
  const body = rows.map((row) => [
    `${row.id}: ${row.title}`,
    row.pass,
    nanoseconds(Math.min(...present(row.ours))),
    nanoseconds(median(present(row.ours))),
    row.target === undefined ? "" : `≤ ${row.target}`,
    ...peers.map((peer) => ratio(row.ours, row.peers[peer])),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((cells) => cells[column].length)),
  );
  const line = (cells) =>
    cells.map((cell, column) => aligned(cell, widths[column], column)).join("  ");
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...body.map(line)];
}

/** Every row that misses a target, or in which some peer is ahead. */
export function shortfalls(rows) {
  return rows.flatMap((row) => {
    const what = `${row.id} ${row.pass}`;
    const late = row.target !== undefined && median(present(row.ours)) > row.target;
    const behind = Object.entries(row.peers).filter(
      ([, times]) => median(ratios(row.ours, times)) < 1,
    );
    return [
      ...(late
        ? [`${what}: ${nanoseconds(median(present(row.ours)))} ns, target ${row.target} ns`]
        : []),
      ...behind.map(([peer]) => `${what}: behind ${peer}`),
    ];
  });
}

function present(times) {
  return times.filter((time) => time !== undefined);
}

function ratio(ours, theirs) {
  if (!theirs) return "–";
  const each = ratios(ours, theirs);
  const [least, middle, most] = [Math.min(...each), median(each), Math.max(...each)];
  return `${least.toFixed(2)} / ${middle.toFixed(2)} / ${most.toFixed(2)}`;
}

/** Theirs over ours, of the rounds in which both took part. */
function ratios(ours, theirs) {
  const both = [...ours.keys()].filter((round) => ours[round] && theirs[round]);
  return both.map((round) => theirs[round] / ours[round]);
}

function nanoseconds(value) {
  return value < 1000
    ? value.toFixed(1)
    : Math.round(value).toLocaleString("en").replaceAll(",", " ");
}

function aligned(cell, width, column) {
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}
