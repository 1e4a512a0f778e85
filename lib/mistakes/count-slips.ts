import type { NetworkQuestion } from "@/lib/network";
import type { Question } from "@/lib/question";
import { type CountedLayer, countedLayers } from "./counted-layers";
import { type Model, type Slip, computed } from "./model";

/** A count over layers: a sum over them, once more or less. */
interface Count {
  readonly layers: readonly CountedLayer[];
  /** All of a layer's parameters times these positions, or its weights alone. */
  readonly times?: { readonly positions: "outArea" | "inArea"; readonly what: "all" | "weights" };
  readonly extra: number;
  readonly scale: number;
  /** Whether each output's bias is counted as an operation, once the scale is taken. */
  readonly biasOperations?: "as given" | "scaled" | "plain" | undefined;
}

type Asked = Question | NetworkQuestion;

/** Parameters: Cout·(Cin/G·kH·kW) + biases, summed over the layers. */
export function parameterCount(question: Asked): Model<Count> | undefined {
  const layers = countedLayers(question);
  if (layers.length === 0) return undefined;
  return {
    right: { layers, extra: 0, scale: 1 },
    slips: PARAMETER_SLIPS,
    compute: (setup) =>
      scalar(setup.layers.reduce((sum, layer) => sum + parameters(layer, setup), setup.extra)),
  };
}

function parameters(layer: CountedLayer, { times }: Count): number {
  const weights = layer.filters * layer.channels * layer.kernelArea;
  if (!times) return weights + layer.biases;
  const positions = layer[times.positions];
  return times.what === "all"
    ? (weights + layer.biases) * positions
    : weights * positions + layer.biases;
}

/** Multiply–adds N·positions·Cout·(Cin/G)·kH·kW, or twice as many operations. */
export function operationCount(question: Asked, ask: "macs" | "flops"): Model<Count> | undefined {
  const layers = countedLayers(question).filter(({ multiplies }) => multiplies);
  if (layers.length === 0) return undefined;
  const withBias = question.conventions.macs === "with_bias";
  return {
    right: {
      layers,
      extra: 0,
      scale: ask === "flops" ? 2 : 1,
      biasOperations: withBias ? "as given" : undefined,
    },
    slips: operationSlips(ask, withBias),
    compute: (setup) =>
      scalar(setup.layers.reduce((sum, layer) => sum + operations(layer, setup), 0)),
  };
}

function operations(layer: CountedLayer, { scale, biasOperations }: Count): number {
  const { batch, filters, channels, kernelArea, positions } = layer;
  const macs = batch * positions * filters * channels * kernelArea;
  const additions = batch * layer.outArea * filters;
  if (!biasOperations || (layer.biases === 0 && biasOperations === "as given")) return scale * macs;
  return biasOperations === "plain" ? scale * macs + additions : scale * (macs + additions);
}

function scalar(value: number) {
  return computed([1, 1, 1, 1], [value]);
}

/** The same change to every layer; undefined where no layer is any different for it. */
function eachLayer(change: (layer: CountedLayer) => Partial<CountedLayer>) {
  return (setup: Count): Count | undefined => {
    const layers = setup.layers.map((layer) => ({ ...layer, ...change(layer) }));
    const same = layers.every(
      (layer, index) => JSON.stringify(layer) === JSON.stringify(setup.layers[index]),
    );
    return same ? undefined : { ...setup, layers };
  };
}

const channelsForgotten: Slip<Count> = {
  id: "CHANNELS_FORGOTTEN",
  readings: [eachLayer(() => ({ channels: 1, groups: 1 }))],
};
const groupsIgnored: Slip<Count> = {
  id: "GROUPS_IGNORED",
  readings: [eachLayer(({ channels, groups }) => ({ channels: channels * groups }))],
};

const PARAMETER_SLIPS: readonly Slip<Count>[] = [
  { id: "BIAS_FORGOTTEN", readings: [eachLayer(() => ({ biases: 0 }))] },
  { id: "ONE_BIAS", readings: [eachLayer(({ biases }) => ({ biases: Math.min(biases, 1) }))] },
  channelsForgotten,
  {
    id: "FILTERS_FORGOTTEN",
    readings: [
      eachLayer(({ biases }) => ({ filters: 1, biases: Math.min(biases, 1) })),
      eachLayer(() => ({ filters: 1 })),
    ],
  },
  groupsIgnored,
  {
    id: "TIMES_POSITIONS",
    readings: (["outArea", "inArea"] as const).flatMap((positions) =>
      (["all", "weights"] as const).map((what) => (setup: Count) => ({
        ...setup,
        times: { positions, what },
      })),
    ),
  },
  {
    id: "OFF_BY_ONE",
    readings: [(setup) => ({ ...setup, extra: 1 }), (setup) => ({ ...setup, extra: -1 })],
  },
];

function operationSlips(ask: "macs" | "flops", withBias: boolean): Slip<Count>[] {
  return [
    channelsForgotten,
    { id: "FILTERS_FORGOTTEN", readings: [eachLayer(() => ({ filters: 1 }))] },
    groupsIgnored,
    {
      id: "INPUT_SIZE_FOR_OUTPUT",
      readings: [
        eachLayer(({ inArea }) => ({ positions: inArea, outArea: inArea })),
        eachLayer(({ positions, inArea, outArea }) => ({
          positions: positions === inArea ? outArea : inArea,
        })),
      ],
    },
    ask === "macs"
      ? { id: "FLOPS_FOR_MACS", readings: [(setup) => ({ ...setup, scale: 2 })] }
      : { id: "MACS_FOR_FLOPS", readings: [(setup) => ({ ...setup, scale: 1 })] },
    {
      id: "BIAS_COUNTED",
      alike: true,
      readings: withBias
        ? []
        : (["scaled", "plain"] as const).map((biasOperations) => (setup) => ({
            ...setup,
            biasOperations,
          })),
    },
    { id: "BATCH_FORGOTTEN", readings: [eachLayer(() => ({ batch: 1 }))] },
  ];
}
