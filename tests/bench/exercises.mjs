import { bundled } from "./bundle.mjs";
import { interleave, median } from "./measure.mjs";

// A variant of every type of exercise, with its solution, gradients and predicted mistakes; then with its LaTeX; then all
// that a problem in JSON has, its working in plain text too.

const TARGETS = { variant: 200, "with its LaTeX": 500, "as JSON": undefined };
const PACE = { rounds: 7, milliseconds: 15 };

const { EXERCISES, problemFrom, statementOf, stepsTo, toTex, variantOf } = await bundled(
  "exercises",
  `export * from "@/lib/exercises"; export { toTex } from "@/lib/tex";`,
);

const rows = [];
for (const { id } of EXERCISES) rows.push({ id, ...(await timesOf(id)) });
const width = Math.max(...rows.map(({ id }) => id.length));
console.log(`Microseconds a problem, over levels 1 to 5; medians of ${PACE.rounds} rounds.\n`);
console.log(`${"type".padEnd(width)}  ${Object.keys(TARGETS).join("  ")}`);
for (const row of rows) {
  const cells = Object.keys(TARGETS).map((name) => row[name].toFixed(0).padStart(name.length));
  console.log(`${row.id.padEnd(width)}  ${cells.join("  ")}`);
}
console.log("");
for (const [name, most] of Object.entries(TARGETS)) {
  const middle = median(rows.map((row) => row[name]));
  const verdict = most ? ` (≤ ${most}: ${middle <= most ? "met" : "missed"})` : "";
  console.log(`median over ${rows.length} types, ${name}: ${middle.toFixed(0)} µs${verdict}`);
}

async function timesOf(id) {
  const calls = [(variant) => variant, withLatex, problemFrom].map((finish) => nextOf(id, finish));
  const times = await interleave(calls, PACE);
  return Object.fromEntries(
    Object.keys(TARGETS).map((name, index) => [name, median(times[index]) / 1000]),
  );
}

function withLatex(variant) {
  const steps = stepsTo(variant).map(({ line }) => toTex(line));
  return { variant, statement: statementOf(variant), steps };
}

/** Each call makes the problem of another seed and of the next level. */
function nextOf(id, finish) {
  let count = 0;
  return () => {
    count++;
    return finish(variantOf({ id, seed: `bench ${count % 1000}`, level: (count % 5) + 1 }));
  };
}
