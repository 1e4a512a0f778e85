import { RUN_WORDS } from "@/content/network-run";
import type { NetworkReport } from "@/lib/network";
import { type LayerRun, type SettledRun, settledRun } from "@/lib/network/run";
import { KernelError } from "@/lib/tensor";
import type { Say } from "../../components/answer-work";
import type { Form } from "../form";
import { figured, percentText, shortText, timeText } from "./numbers";
import { readNetworkOf } from "./read";
import { optionsText } from "./rows";
import { kindsOf } from "./run-kinds";
import type { Figured, RunRow, RunScene } from "./types";

/** The network of a form, run once. @throws KernelError where it cannot be run */
export function runOf(form: Form, say: Say): RunScene {
  const { report } = readNetworkOf(form);
  if (!report) throw new KernelError("ERR_INPUT", "There is no network to run yet.");
  const run = settledRun(report, { say: heardBy(report, say) });
  return {
    says: saysOf(run),
    kinds: kindsOf(report, run),
    rows: rowsOf(report, run),
    totals: {
      forward: timeText(sumOf(run, "forward")),
      backward: timeText(sumOf(run, "backward")),
      rate: rateText(3 * report.totals.macs, sumOf(run, "forward") + sumOf(run, "backward")),
    },
  };
}

/** How far a run is, in multiply–adds; the way back takes twice as many. */
function heardBy({ layers }: NetworkReport, say: Say) {
  const sizes = layers.map(({ macs, activation }) => (macs ?? 0) + (activation?.values ?? 0));
  const total = 3 * sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  return (doing: "draw" | "forward" | "backward", place?: number) => {
    if (done >= total) return;
    say(RUN_WORDS.doing(doing, layers[place ?? -1]?.id ?? ""), done, total);
    done += (doing === "backward" ? 2 : 1) * (sizes[place ?? -1] ?? 0);
  };
}

function saysOf({ ends, loss, layers, inputGradient, runs }: SettledRun): RunScene["says"] {
  const [first, last] = [layers.find(isWeighted), layers.findLast(isWeighted)];
  return [
    ...ends.map(({ id, kind, value, classes }) =>
      RUN_WORDS.loss[kind](id, shortText(value), String(classes), shortText(Math.log(classes))),
    ),
    ...(ends.length > 1 ? [RUN_WORDS.losses(shortText(loss))] : []),
    ...(first && last && first !== last ? [wayBack(first, last)] : []),
    ...(inputGradient === null ? [] : [RUN_WORDS.atInput(shortText(inputGradient))]),
    ...(runs > 1 ? [RUN_WORDS.repeated(runs)] : []),
  ];
}

function isWeighted({ gradient: { output, weights } }: LayerRun): boolean {
  return output !== null && weights !== null;
}

function wayBack(first: LayerRun, last: LayerRun): string {
  const [from, to] = [last.gradient.output ?? 0, first.gradient.output ?? 0];
  return RUN_WORDS.wayBack(
    [last.id, shortText(from)],
    [first.id, shortText(to)],
    from > 0 ? shortText(to / from) : "",
  );
}

function sumOf({ layers }: SettledRun, way: "forward" | "backward"): number {
  return layers.reduce((sum, layer) => sum + layer[way], 0);
}

function rowsOf(report: NetworkReport, run: SettledRun): readonly RunRow[] {
  const { layers, examined, totals } = report;
  const times = run.layers.map(({ forward, backward }) => forward + backward);
  const all = times.reduce((sum, time) => sum + time, 0);
  const longest = Math.max(...run.layers.flatMap(({ forward, backward }) => [forward, backward]));
  const macs = layers.map((row) => row.macs ?? 0);
  const most = Math.max(
    ...times.map((time) => share(time, all)),
    ...macs.map((count) => share(count, totals.macs)),
  );
  return run.layers.map(({ id, output, forward, backward, gradient }, place) => {
    const [time, products] = [times[place] ?? 0, macs[place] ?? 0];
    const timed = (value: number) => figured(timeText(value), value, longest, all, false);
    const layer = examined[place]?.layer;
    return {
      id,
      kind: `${layers[place]?.name ?? ""} ${layer ? optionsText(layer) : ""}`.trim(),
      values: RUN_WORDS.spread(shortText(output.mean), shortText(output.deviation)),
      ...(output.zeros > 0 ? { zeros: RUN_WORDS.zeros(percentText(output.zeros, 1)) } : {}),
      forward: timed(forward),
      backward: timed(backward),
      time: shareOf(time, all, most),
      macs: shareOf(products, totals.macs, most),
      rate: rateText(3 * products, time),
      weights: normText(gradient.weights),
      output: normText(gradient.output),
    };
  });
}

/** A share with a bar beside the largest share of the table. */
function shareOf(part: number, whole: number, most: number): Figured {
  return figured(percentText(part, whole), share(part, whole), most, 1, false);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function normText(norm: number | null): string {
  return norm === null ? "–" : shortText(norm);
}

/** Multiply–adds in a second, in millions or thousands of millions. */
function rateText(macs: number, milliseconds: number): string {
  if (macs === 0 || milliseconds <= 0) return "–";
  const millions = macs / milliseconds / 1000;
  return millions < 1000
    ? `${shortText(millions)}\u00A0M/s`
    : `${shortText(millions / 1000)}\u00A0G/s`;
}
