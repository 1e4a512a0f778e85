import { describe, expect, it } from "vitest";
import { type Layer, networkReport } from "@/lib/network";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { demandOf, placesOf, settledRun } from "@/lib/network/run";
import { drawFrom, drawnTensor, drawnWeights } from "@/lib/network/run/drawn-weights";
import { normOf, spreadOf } from "@/lib/network/run/figures";
import { runNetwork } from "@/lib/network/run/run-network";
import { readSource } from "@/lib/network/source";
import { type Tensor, tensor } from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";

/** AlexNet with channels and features in a sixteenth of their number. */
const NARROW: readonly Layer[] = readSource(known("alexnet").code).layers.map((layer) => {
  const { in: _, ...rest } = layer;
  return layer.out === undefined ? rest : { ...rest, out: Math.ceil(layer.out / 16) };
});
const NARROW_INPUT = [1, 3, 63, 63];

function known(id: string) {
  const found = KNOWN_NETWORKS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

/** AlexNet's five kinds of layer, forward and back by the second algorithms. */
function twinRun() {
  const report = networkReport(NARROW, NARROW_INPUT);
  const draw = drawFrom(1);
  let y = drawnTensor(report.taken, 1, draw);
  const steps = placesOf(report).map(({ stage }) => {
    const { w, b } = drawnWeights(stage, draw);
    const step = twinStep(stage.layer, y, w, b, stage.row.shape);
    y = step.y;
    return step;
  });
  const target = tensor([1], [0]);
  let dy = twin.crossEntropyGradient(y, target, tensor([], [1]));
  const norms = steps.toReversed().map(({ back }) => {
    const { dx, learned } = back(dy);
    const found = { output: normOf([dy]), weights: learned.length > 0 ? normOf(learned) : null };
    dy = dx;
    return found;
  });
  return {
    outputs: steps.map((step) => spreadOf(step.y)),
    gradients: norms.toReversed(),
    loss: twin.crossEntropy(y, target).data[0],
    inputGradient: normOf([dy]),
  };
}

interface TwinStep {
  readonly y: Tensor;
  readonly back: (dy: Tensor) => { readonly dx: Tensor; readonly learned: readonly Tensor[] };
}

function twinStep(
  { name, stride = 1, padding = 0, kernel = 1 }: Layer,
  x: Tensor,
  w: Tensor | undefined,
  b: Tensor | undefined,
  outShape: readonly number[],
): TwinStep {
  const options = { stride, padding };
  if (name === "Conv2d" && w) {
    return {
      y: twin.conv2d(x, w, b, options),
      back: (dy) => ({
        dx: twin.conv2dInputGradient(dy, w, x.shape, options),
        learned: [twin.conv2dWeightGradient(x, dy, w.shape, options), twin.conv2dBiasGradient(dy)],
      }),
    };
  }
  if (name === "Linear" && w) {
    return {
      y: twin.linear(x, w, b),
      back: (dy) => ({
        dx: twin.linearInputGradient(dy, w),
        learned: [twin.linearWeightGradient(x, dy), twin.linearBiasGradient(dy)],
      }),
    };
  }
  if (name === "ReLU") {
    return { y: twin.relu(x), back: (dy) => ({ dx: twin.reluGradient(x, dy), learned: [] }) };
  }
  if (name === "MaxPool2d") {
    const { y, indices } = twin.maxPool2d(x, { kernel, ...options });
    return { y, back: (dy) => ({ dx: twin.maxPool2dGradient(dy, indices, x.shape), learned: [] }) };
  }
  if (name === "AdaptiveAvgPool2d") {
    const size = [6, 6] as const;
    return {
      y: twin.adaptiveAvgPool2d(x, size),
      back: (dy) => ({ dx: twin.adaptiveAvgPool2dGradient(dy, x.shape), learned: [] }),
    };
  }
  return {
    y: { shape: outShape, data: x.data },
    back: (dy) => ({ dx: { shape: x.shape, data: dy.data }, learned: [] }),
  };
}

it("a narrow AlexNet runs as the second algorithms run it", () => {
  const run = runNetwork(networkReport(NARROW, NARROW_INPUT), { seed: 1 });
  const wanted = twinRun();
  expect(run.loss).toBeCloseTo(wanted.loss ?? NaN, 10);
  expect(run.inputGradient).toBeCloseTo(wanted.inputGradient, 10);
  for (const [index, { output, gradient }] of run.layers.entries()) {
    const other = wanted.outputs[index];
    expect(output.mean).toBeCloseTo(other?.mean ?? NaN, 10);
    expect(output.deviation).toBeCloseTo(other?.deviation ?? NaN, 10);
    expect(output.zeros).toBe(other?.zeros);
    const { output: dy, weights: dw } = wanted.gradients[index] ?? { output: NaN, weights: NaN };
    expect(gradient.output).toBeCloseTo(dy, 10);
    if (dw === null) expect(gradient.weights).toBeNull();
    else expect(gradient.weights).toBeCloseTo(dw, 10);
  }
});

const SMALL = networkReport(
  [
    { name: "Conv2d", out: 2, kernel: 3 },
    { name: "ReLU" },
    { name: "Flatten" },
    { name: "Linear", out: 4 },
  ],
  [1, 1, 6, 6],
);

function seeded(seed: number) {
  return runNetwork(SMALL, { seed, now: () => 0 });
}

describe("a run", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(seeded(4)).toEqual(seeded(4));
    expect(seeded(4).loss).not.toBe(seeded(5).loss);
  });

  it("says what it does, layer by layer, forward and back", () => {
    const said: string[] = [];
    runNetwork(SMALL, { say: (doing, place) => said.push(`${doing} ${place ?? ""}`.trim()) });
    const places = [0, 1, 2, 3];
    expect(said).toEqual([
      "draw",
      ...places.map((place) => `forward ${place}`),
      ...places.toReversed().map((place) => `backward ${place}`),
    ]);
  });

  it("times every layer by the clock that it is given", () => {
    let ticks = 0;
    const { layers } = runNetwork(SMALL, { now: () => ++ticks });
    expect(layers.map(({ forward, backward }) => [forward, backward])).toEqual(
      layers.map(() => [1, 1]),
    );
  });

  it("of a small network is repeated, and its times are a mean without the first", () => {
    let ticks = 0;
    const { runs, layers, loss } = settledRun(SMALL, { now: () => (ticks += 2) });
    expect([runs, layers[0]?.forward, loss]).toEqual([
      expect.any(Number),
      2,
      runNetwork(SMALL).loss,
    ]);
    expect(runs).toBeGreaterThan(1);
    expect(settledRun(SMALL, { now: () => (ticks += 1000) }).runs).toBe(1);
  });

  it("weights of variance 2/fan-in keep the size of what goes through ReLUs", () => {
    const deep = Array.from({ length: 8 }, (): Layer[] => [
      { name: "Linear", out: 300 },
      { name: "ReLU" },
    ]).flat();
    const { layers } = runNetwork(networkReport(deep, [4, 300]));
    const squares = layers.flatMap(({ output: { mean, deviation } }, index) =>
      index % 2 === 0 ? [mean ** 2 + deviation ** 2] : [],
    );
    for (const square of squares) expect(Math.abs(Math.log(square / 2))).toBeLessThan(0.7);
  });

  it("through sigmoids the gradient is smaller at every one: it vanishes", () => {
    const deep = Array.from({ length: 6 }, (): Layer[] => [
      { name: "Linear", out: 40 },
      { name: "Sigmoid" },
    ]).flat();
    const { layers } = runNetwork(networkReport([...deep, { name: "Linear", out: 5 }], [2, 40]));
    const norms = layers.flatMap(({ gradient }) =>
      gradient.weights === null ? [] : [gradient.output ?? NaN],
    );
    expect(norms).toEqual(norms.toSorted((one, other) => one - other));
    expect((norms[0] ?? NaN) / (norms.at(-1) ?? NaN)).toBeLessThan(1e-2);
  });

  it("shared weights are drawn once, and their gradient stands at the layer that owns them", () => {
    const twice: readonly Layer[] = [
      { name: "Linear", out: 6 },
      { name: "Linear", out: 6, shares: "linear1" },
    ];
    const { layers } = runNetwork(networkReport(twice, [1, 6]));
    expect(layers.map(({ gradient }) => gradient.weights === null)).toEqual([false, true]);
  });
});

function refused(layers: readonly Layer[], shape: readonly number[]) {
  return () => runNetwork(networkReport(layers, shape));
}

function withoutMemory() {
  throw new RangeError("Array buffer allocation failed");
}

describe("what cannot be run is refused with a sentence", () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      "a layer that is only counted",
      refused([{ name: "LocalResponseNorm", size: 5 }], [1, 3, 4, 4]),
      /Layer 1 \(lrn1\): layers of LocalResponseNorm are counted here, not run/,
    ],
    [
      "one that does not fit",
      refused([{ name: "Linear", in: 5, out: 2 }], [1, 6]),
      /Layer 1 \(Linear\).*runs once all its layers fit/,
    ],
    ["no layers", refused([], [1, 6]), /empty/],
    [
      "too many numbers",
      refused([{ name: "Linear", out: 2 ** 14 }], [1, 2 ** 14]),
      /hold \d+ numbers at once, more than the 335544320/,
    ],
    [
      "too many products",
      refused(
        Array.from({ length: 2 }, () => ({ name: "Conv2d", out: 64, kernel: 7, padding: 3 })),
        [1, 64, 512, 512],
      ),
      /take \d+ products, more than/,
    ],
    [
      "one value to normalise",
      refused([{ name: "BatchNorm2d" }], [1, 3, 1, 1]),
      /Layer 1 \(BatchNorm2d\).*larger batch or image/,
    ],
  ])("%s", (_, run, says) => expect(run).toThrow(says));

  it("memory that a device does not have", () => {
    const report = networkReport([{ name: "ReLU" }], [1, 2]);
    expect(() => runNetwork(report, { say: withoutMemory })).toThrow(/not as much free memory/);
  });
});

it("every ready-made network is within the bounds, and VGG-16 the largest", () => {
  const held = KNOWN_NETWORKS.map(({ id, code, input }) => {
    const source = readSource(code);
    return [id, demandOf(placesOf(networkReport(source.layers, input, {}, source))).held] as const;
  });
  expect(held).toHaveLength(KNOWN_NETWORKS.length);
  expect(held.toSorted(([, one], [, other]) => other - one)[0]?.[0]).toBe("vgg-16");
});
