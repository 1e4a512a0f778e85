import { parseArgs } from "node:util";
import { checkAgreement } from "./agree.mjs";
import * as convnetjs from "./contenders/convnetjs.mjs";
import * as naive from "./contenders/naive.mjs";
import * as ours from "./contenders/ours.mjs";
import * as tfjs from "./contenders/tfjs.mjs";
import { values } from "./data.mjs";
import { interleave } from "./measure.mjs";
import { shortfalls, table } from "./table.mjs";
import { workloads } from "./workloads.mjs";

const PEERS = [tfjs, convnetjs, naive];

const OPTIONS = {
  only: { type: "string", default: "" },
  rounds: { type: "string", default: "11" },
  ms: { type: "string", default: "20" },
};

/** Times every workload, or those of `--only a1,b2`, in `--rounds` of samples of `--ms` each. */
export async function bench(args) {
  const { only, rounds, ms } = parseArgs({ args, options: OPTIONS }).values;
  const wanted = new Set(only.split(",").filter(Boolean));
  const chosen = workloads.filter(({ id }) => wanted.size === 0 || wanted.has(id));
  const pace = { rounds: Number(rounds), milliseconds: Number(ms) };
  const rows = chosen.flatMap((workload) => time(workload, pace));
  const peers = PEERS.map(({ name }) => name);
  console.log(
    `Ratios are the peer's time over ours, within one round: least / median / most of ${pace.rounds} rounds. Above 1 we are ahead.\n`,
  );
  for (const line of table(rows, peers)) console.log(line);
  const short = shortfalls(rows);
  console.log(
    `\n${short.length === 0 ? "Every target is met, and no peer is ahead." : short.join("\n")}`,
  );
}

function time(workload, pace) {
  process.stderr.write(`${workload.id} …\n`);
  const work = withData(workload);
  const contenders = [ours, ...PEERS].map(({ name, passes }) => ({ name, passes: passes(work) }));
  return Object.keys(contenders[0].passes).map((pass) =>
    timePass(workload, pass, contenders, pace),
  );
}

function timePass(workload, pass, contenders, pace) {
  const [first, ...rest] = contenders;
  // Where we write into given arrays, a peer does so too if it can, and else allocates.
  const theirs = pass.replace(/ into .*$/, "");
  const taking = rest
    .map(({ name, passes }) => ({ name, passes: { [pass]: passes[pass] ?? passes[theirs] } }))
    .filter(({ passes }) => passes[pass]);
  checkAgreement(`${workload.id} ${pass}`, [first, ...taking], pass);
  const calls = [first, ...taking].map(({ passes }) => passes[pass]);
  const [oursTimes, ...peerTimes] = interleave(calls, pace);
  return {
    id: workload.id,
    title: workload.title,
    pass,
    target: workload.targets?.[pass],
    ours: oursTimes,
    peers: Object.fromEntries(taking.map(({ name }, index) => [name, peerTimes[index]])),
  };
}

function withData(workload) {
  const work = { ...workload, x: operand(workload.x, 1), w: operand(workload.w, 2) };
  return { ...work, dy: operand(ours.outputShape(work), 3) };
}

function operand(shape, seed) {
  return shape && { shape, data: values(shape, seed) };
}
