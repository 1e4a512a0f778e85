import { EXAMINERS } from "./exams";
import { type Report, type Tally, sit } from "./sitting";

/** The share of all cases in which the true name came first. */
export function shareFirst(tallies: Iterable<Tally>): number {
  let [first, cases] = [0, 0];
  for (const tally of tallies) {
    first += tally.first;
    cases += tally.cases;
  }
  return cases === 0 ? 1 : first / cases;
}

/** The report as a table. */
function tableOf(report: Report): string {
  return [
    section("One mistake", report.singles),
    section("Two mistakes together", grouped(report.pairs)),
    section("Random wrong answers (first = not named)", report.random),
    `ambiguous answers left out: ${report.ambiguous.count}`,
  ].join("\n");
}

function grouped(pairs: Report["pairs"]): Report["pairs"] {
  const all = new Map<string, Tally>();
  for (const { op, ask, cases, first, among, instead } of pairs.values()) {
    const key = `${op} ${ask}`;
    const sum = all.get(key) ?? {
      op,
      ask,
      mistakes: "any two",
      cases: 0,
      first: 0,
      among: 0,
      instead: new Map<string, number>(),
    };
    all.set(key, sum);
    sum.cases += cases;
    sum.first += first;
    sum.among += among;
    for (const [name, count] of instead)
      sum.instead.set(name, (sum.instead.get(name) ?? 0) + count);
  }
  return all;
}

function section(title: string, tallies: Report["pairs"]): string {
  const rows = [...tallies.values()].map(({ op, ask, mistakes, cases, first, among, instead }) => {
    const often = [...instead].toSorted((one, other) => other[1] - one[1]).slice(0, 3);
    const rest = often.map(([name, count]) => `${name} ${count}`).join(", ");
    return [op, ask, mistakes, String(cases), percent(first / cases), percent(among / cases), rest];
  });
  const cases = [...tallies.values()].reduce((sum, tally) => sum + tally.cases, 0);
  const head = ["op", "ask", "mistake", "cases", "first", "named", "first instead"];
  const total = ["all", "", "", String(cases), percent(shareFirst(tallies.values())), "", ""];
  return `\n${title}\n${aligned([head, ...rows, total])}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * The table of so many exams. A random count near a small key often is what a single mistake gives, and a single mistake
 * is always named: about a tenth of random receptive fields and a thirtieth of random parameters get a name.
 */
export function main(exams: number, seed: number): string {
  const started = performance.now();
  const report = sit(EXAMINERS, exams, seed);
  return `${tableOf(report)}\n${((performance.now() - started) / 1000).toFixed(1)} s`;
}
