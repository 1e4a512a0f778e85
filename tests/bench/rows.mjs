import { checkAgreement } from "./agree.mjs";
import { apart } from "./apart/ask.mjs";
import * as calibrator from "./contenders/calibrator.mjs";
import * as convnetjs from "./contenders/convnetjs.mjs";
import * as ours from "./contenders/ours.mjs";
import * as tfjsCpu from "./contenders/tfjs-cpu.mjs";
import { values } from "./data.mjs";
import { goals, rowOf } from "./goals.mjs";
import { interleave, median, sample } from "./measure.mjs";
import { workloads } from "./workloads.mjs";

const PEERS = [tfjsCpu, apart("tfjs-wasm"), apart("onnxruntime-web"), convnetjs];
const CONTENDERS = [ours, ours.productPath, ...PEERS];

/** What the kernel is timed against, and how each runs. */
export async function peers() {
  const words = [];
  for (const { description } of PEERS) words.push(await description());
  return words;
}

/** The rows of the goals wanted on the workloads wanted (all, where none is named), timed here. */
export async function timedRows({ only, rows, pace }) {
  const result = [];
  calibrate(pace.milliseconds);
  for (const workload of workloads.filter(({ id }) => isWanted(only, id))) {
    const wanted = goals.filter(
      ({ id, on = [] }) => isWanted(rows, id) && on.includes(workload.id),
    );
    result.push(...(await rowsOn(workload, wanted, pace)));
  }
  return result.toSorted((a, b) => place(a) - place(b));
}

function isWanted(list, id) {
  return list.length === 0 || list.includes(id);
}

function place({ id }) {
  return goals.findIndex((goal) => goal.id === id);
}

/** A pass is timed once for all goals that ask for it. */
async function rowsOn(workload, wanted, pace) {
  const work = withData(workload);
  const rows = [];
  for (const pass of new Set(wanted.map((goal) => goal.pass))) {
    console.error(`${workload.id} ${pass} …`);
    const asking = wanted.filter((goal) => goal.pass === pass);
    const times = await timesOf(work, pass, asking, pace);
    rows.push(...asking.map((goal) => measuredRow(goal, work, times)));
  }
  return rows;
}

/** The times of a pass by contender: ours, the calibrator's, and those of whoever the goals name. */
async function timesOf(work, pass, asking, pace) {
  const names = new Set([ours.name, ...asking.flatMap(({ contender, peer }) => [contender, peer])]);
  const taking = [];
  for (const { name, passes } of CONTENDERS.filter((contender) => names.has(contender.name))) {
    taking.push({ name, call: (await passes(work))[pass] });
  }
  await checkAgreement(`${work.id} ${pass}`, taking);
  taking.push({ name: calibrator.name, call: calibrator.run });
  const times = await interleave(
    taking.map(({ call }) => call),
    pace,
    (round) => isCalm(round.at(-1)),
  );
  return Object.fromEntries(taking.map(({ name }, index) => [name, times[index]]));
}

/** The calibrator's best time so far. */
let best = Infinity;

/** Whether it took little longer than that: where it did, something else had a share of this machine's core. */
function isCalm(calibrated) {
  best = Math.min(best, calibrated);
  return calibrated < 1.15 * best;
}

/** Settles what the calibrator takes on a calm machine, as far as this moment shows it. */
function calibrate(milliseconds) {
  const end = performance.now() + 40 * milliseconds;
  while (performance.now() < end) isCalm(sample(calibrator.run, 64));
}

function measuredRow(goal, work, times) {
  const { contender = ours.name, peer, unit } = goal;
  const rate = gigaflops(times[calibrator.name], calibrator.flops);
  const { id, title } = work;
  const row = (figures) => rowOf(goal, { id, title }, figures, { calibrator: rate });
  if (unit === "ns") return row(spread(times[contender]));
  const ratios = quotients(times[peer], times[contender]);
  if (unit === "×") return row(spread(ratios));
  const flops = ours.flopsOf(work);
  return {
    ...row(spread(ratios.map((ratio) => (100 * ratio * flops) / calibrator.flops))),
    rates: {
      product: gigaflops(times[contender], flops),
      kernel: gigaflops(times[ours.name], flops),
    },
  };
}

/** Quotients of the rounds in which both took part. */
function quotients(above, below) {
  const rounds = [...above.keys()].filter((round) => above[round] && below[round]);
  return rounds.map((round) => above[round] / below[round]);
}

function spread(numbers) {
  return { median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) };
}

/** Operations a nanosecond. */
function gigaflops(times, flops) {
  return spread(times.map((time) => flops / time));
}

function withData(workload) {
  const work = { ...workload, x: operand(workload.x, 1), w: operand(workload.w, 2) };
  return { ...work, dy: operand(ours.outputShape(work), 3) };
}

function operand(shape, seed) {
  return shape && { shape, data: values(shape, seed) };
}
