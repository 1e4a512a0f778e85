import type { AnyAsk } from "@/lib/exercises";
import { type Layer, type NetworkQuestion, solveNetwork } from "@/lib/network";
import { type Conventions, valuesIn } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import { planeAfter } from "./places";
import type { Tallied } from "./way";

/** What a chain of layers comes to. */
export interface Tally {
  /** N×C×H×W, or N×features. */
  readonly shape: readonly number[];
  readonly params: number;
  readonly macs: number;
}

/** What is asked of a network a second time. */
export function networkTally(question: NetworkQuestion, ask: AnyAsk): Tallied | undefined {
  if (ask.startsWith("grads.")) return quotients(question, ask.slice("grads.".length));
  if (ask === "receptive_field") return walkedBack(question.layers);
  const tally = tallyOf(question);
  if (!tally) return undefined;
  switch (ask) {
    case "shapes.y":
      return { way: "places", key: tally.shape };
    case "params":
      return { way: "tally", key: tally.params };
    case "macs":
      return { way: "places", key: tally.macs };
    case "flops":
      return { way: "places", key: 2 * tally.macs };
    default:
      return undefined;
  }
}

/** Layer by layer: the shape, and what each adds; undefined where a layer is of a kind that is not walked here. */
export function tallyOf({ layers, inputs, conventions }: NetworkQuestion): Tally | undefined {
  let tally: Tally | undefined = { shape: inputs["x"]?.shape ?? [], params: 0, macs: 0 };
  for (const layer of layers)
    tally = tally && isPlain(layer) ? after(tally, layer, conventions) : undefined;
  return tally;
}

/** Only chains are walked, each layer with weights of its own. */
function isPlain({ from, shares }: Layer): boolean {
  return from === undefined && shares === undefined;
}

const KEPT = ["ReLU", "Dropout", "Tanh", "Sigmoid", "LeakyReLU"];

function after(tally: Tally, layer: Layer, conventions: Conventions): Tally | undefined {
  const [batch = 1, ...rest] = tally.shape;
  if (KEPT.includes(layer.name)) return tally;
  switch (layer.name) {
    case "Flatten":
      return { ...tally, shape: [batch, valuesIn(rest)] };
    case "Linear":
      return rest.length === 1
        ? weighted(tally, layer, [batch, layer.out ?? 1], conventions)
        : undefined;
    case "Conv2d": {
      const plane = windowed(rest, layer, conventions);
      return plane && weighted(tally, layer, [batch, layer.out ?? 1, ...plane], conventions);
    }
    case "MaxPool2d":
    case "AvgPool2d": {
      const { stride = layer.kernel ?? 1 } = layer;
      const plane = windowed(rest, { ...layer, stride }, conventions);
      return plane && { ...tally, shape: [batch, rest[0] ?? 1, ...plane] };
    }
    default:
      return undefined;
  }
}

function windowed(
  [, height = 1, width = 1]: readonly number[],
  { kernel = 1, stride = 1, padding = 0, pad, dilation = 1, ceil_mode: ceil }: Layer,
  conventions: Conventions,
): readonly [number, number] | undefined {
  const params = {
    stride,
    padding,
    dilation,
    ...(pad ? { pad } : {}),
    ...(ceil === undefined ? {} : { ceil_mode: ceil }),
  };
  return planeAfter([height, width], pairOf(kernel), params, conventions);
}

/** Filter by filter: its weights and its bias, and for each of its outputs one product a weight. */
function weighted(
  tally: Tally,
  layer: Layer,
  shape: readonly number[],
  { macs: counts }: Conventions,
): Tally {
  const { out = 1, kernel = 1, groups = 1, bias = true, name } = layer;
  const [tall, wide] = name === "Linear" ? [1, 1] : pairOf(kernel);
  const arriving = (tally.shape[1] ?? 1) / groups;
  const outputs = valuesIn(shape) / out;
  let [params, macs] = [tally.params, tally.macs];
  for (let filter = 0; filter < out; filter++) {
    params += arriving * tall * wide + Number(bias);
    macs += outputs * (arriving * tall * wide + Number(bias && counts === "with_bias"));
  }
  return { shape, params, macs };
}

const SLIDES = ["Conv2d", "MaxPool2d", "AvgPool2d"];

/** One cell of the last layer asks for a span of the layer before, and so on back to the input: r ← (r − 1)·S + k′. */
function walkedBack(layers: readonly Layer[]): Tallied | undefined {
  if (!layers.every((layer) => isPlain(layer) && [...SLIDES, ...KEPT].includes(layer.name)))
    return undefined;
  const [height = 1, width = 1] = ([0, 1] as const).map((axis) =>
    layers
      .filter(({ name }) => SLIDES.includes(name))
      .reduceRight((span, { name, kernel = 1, stride, dilation = 1 }) => {
        const step = pairOf(stride ?? (name === "Conv2d" ? 1 : kernel))[axis];
        return (span - 1) * step + pairOf(dilation)[axis] * (pairOf(kernel)[axis] - 1) + 1;
      }, 1),
  );
  return { way: "walk-back", key: height === width ? height : [height, width] };
}

/** A power of two, so that x ± h is exact for small whole numbers. */
const STEP = 2 ** -16;
const NEAR = 1e-4;

/** (L(x + h) − L(x − h))/2h of L = Σ dy·y, cell by cell; what the key has, where that is as near as quotients come. */
function quotients(question: NetworkQuestion, name: string): Tallied | undefined {
  const operand = question.inputs[name];
  const { data, shape } = operand ?? {};
  const gradient = solveNetwork(question).grads?.[name]?.data;
  if (!data || !shape || !gradient) return undefined;
  const lossAt = (cell: number, change: number): number => {
    const moved = Float64Array.from(data);
    moved[cell] = (moved[cell] ?? 0) + change;
    return lossOf({ ...question, inputs: { ...question.inputs, [name]: { shape, data: moved } } });
  };
  const here = lossOf(question);
  const found = Float64Array.from(data, (_, cell) => {
    const [below, above] = [lossAt(cell, -STEP), lossAt(cell, STEP)];
    const sides = [(here - below) / STEP, (above - here) / STEP] as const;
    const value = gradient[cell] ?? Number.NaN;
    const slope = (sides[0] + sides[1]) / 2;
    const isKink = Math.abs(sides[0] - sides[1]) > NEAR;
    const isBetween = value >= Math.min(...sides) - NEAR && value <= Math.max(...sides) + NEAR;
    return isKink ? (isBetween ? value : slope) : Math.abs(value - slope) <= NEAR ? value : slope;
  });
  return { way: "quotients", key: { shape, data: found } };
}

function lossOf(question: NetworkQuestion): number {
  const { y } = solveNetwork(question);
  return (
    y?.data.reduce((sum, value, cell) => sum + value * (question.dy?.data?.[cell] ?? 1), 0) ?? 0
  );
}
