import { parseArgs } from "node:util";
import { inChromium } from "./chromium.mjs";
import { goals } from "./goals.mjs";
import { bundleKernel } from "./kernel.mjs";
import { sizeRow } from "./size.mjs";
import { startRow } from "./start.mjs";
import { markdown } from "./markdown.mjs";
import { ratesOf, shortfalls, table } from "./table.mjs";
import { workloads } from "./workloads.mjs";

const PLACES = { node: inNode, chromium: inChromium };

const OPTIONS = {
  in: { type: "string", default: "node,chromium" },
  only: { type: "string", default: "" },
  rows: { type: "string", default: "" },
  markdown: { type: "boolean", default: false },
  rounds: { type: "string", default: "9" },
  ms: { type: "string", default: "25" },
};

/**
 * Prints the table, `--in` Node and Chromium: every row on every workload, or `--rows forward,dx` `--only d,f`, in
 * `--rounds` of samples of `--ms` each; then, with `--markdown`, the README's table.
 */
export async function bench(args) {
  const chosen = parseArgs({ args, options: OPTIONS }).values;
  const options = {
    only: namesIn(chosen, "only", [...idsOf(workloads), "exercises", "checks"]),
    rows: namesIn(chosen, "rows", idsOf(goals)),
    pace: { rounds: Number(chosen.rounds), milliseconds: Number(chosen.ms) },
  };
  const places = namesIn(chosen, "in", Object.keys(PLACES));
  await bundleKernel();
  const results = [];
  for (const place of places) {
    results.push(await PLACES[place](options));
    report(results.at(-1));
  }
  if (chosen.markdown) console.log(`\n${markdown(results).join("\n")}`);
}

async function inNode(options) {
  const { peers, timedRows } = await import("./rows.mjs");
  const timed = await timedRows(options);
  const isWanted = (id) =>
    options.rows.includes(id) || (options.rows.length === 0 && options.only.length === 0);
  const rows = [
    ...timed,
    ...(isWanted("start") ? [await startRow(options.pace)] : []),
    ...(isWanted("size") ? [await sizeRow()] : []),
  ];
  return { where: `Node ${process.versions.node}`, peers: await peers(), rows };
}

function report({ where, peers, rows }) {
  const short = shortfalls(rows);
  const verdict =
    short.length === 0 ? ["Every row is at least what it should be."] : ["Missed:", ...short];
  console.log(`\n${where}; ${peers.join("; ")}.\n`);
  for (const line of [...table(rows), "", ...ratesOf(rows), "", ...verdict]) console.log(line);
}

/** What an option lists, by commas. */
function namesIn(chosen, option, known) {
  const names = chosen[option].split(",").filter(Boolean);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new Error(`--${option} knows no ${unknown}; it knows ${known.join(", ")}.`);
}

function idsOf(list) {
  return list.map(({ id }) => id);
}
