import { RUN_WORDS } from "@/content/network-run";
import type { NetworkReport } from "@/lib/network";
import type { SettledRun } from "@/lib/network/run";
import { figured, percentText } from "./numbers";
import type { RunScene } from "./types";

const KINDS = ["convolutions", "connected", "others"] as const;
type Kind = (typeof KINDS)[number];

/** Where parameters, multiply–adds and time sit, by kind of layer. */
export function kindsOf({ layers }: NetworkReport, run: SettledRun): RunScene["kinds"] {
  const kinds = layers.map(({ name }) => kindOf(name));
  const measures: readonly ((place: number) => number)[] = [
    (place) => layers[place]?.params ?? 0,
    (place) => layers[place]?.macs ?? 0,
    (place) => run.layers[place]?.forward ?? 0,
    (place) => run.layers[place]?.backward ?? 0,
  ];
  const sums = measures.map((measure) => {
    const of = (kind?: Kind) =>
      kinds.reduce(
        (sum, one, place) => (kind === undefined || one === kind ? sum + measure(place) : sum),
        0,
      );
    return { all: of(), of };
  });
  return KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({
    label: RUN_WORDS.kinds[kind],
    shares: sums.map(({ all, of }) =>
      figured(percentText(of(kind), all), of(kind), all, all, false),
    ),
  }));
}

function kindOf(name: string): Kind {
  if (name === "Linear") return "connected";
  return name === "Conv2d" || name === "ConvTranspose2d" ? "convolutions" : "others";
}
