import { describe, expect, it } from "vitest";
import { type Layer, type NetworkQuestion, solveNetwork } from "@/lib/network";
import { DEFAULT_CONVENTIONS } from "@/lib/question";
import { type Tensor, crossEntropyGradient, fromNested, tensor, toNested } from "@/lib/tensor";
import { type NetworkCase, networkCases } from "../../fixtures/load";

describe("a network's values and gradients are PyTorch's", () => {
  it.each(networkCases().map((one) => [one.id, one] as const))("%s", (_, wanted) => {
    const { y, values, grads } = solveNetwork(questionOf(wanted));
    const { z1, pooled, a2, features, logits } = wanted.forward;
    const forward = { conv1: z1, pool1: pooled, relu2: a2, flatten1: features, linear1: logits };
    for (const [id, value] of Object.entries(forward)) {
      expect(distance(values?.[id], value)).toBeLessThan(1e-10);
    }
    expect(y).toEqual(values?.linear1);
    const gradients = { x: wanted.grads.x, ...weightsOf(wanted.grads) };
    for (const [key, gradient] of Object.entries(gradients)) {
      expect(distance(grads?.[key], gradient)).toBeLessThan(1e-10);
    }
  });
});

describe("weights go by the layer's id", () => {
  const layers: readonly Layer[] = [
    { name: "Conv2d", out: 1, kernel: 2 },
    { name: "Flatten" },
    { name: "Linear", out: 1, id: "head" },
  ];
  const x = fromNested([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  const kernel = fromNested([
    [1, 0],
    [0, -1],
  ]);
  const head = fromNested([[1, 2, 3, 4]]);

  it("a plane through one kernel and one row of weights: −4 · (1 + 2 + 3 + 4)", () => {
    const { y, values, params } = solveNetwork(
      network(layers, { x, "conv1.w": kernel, "head.w": head }),
    );
    expect(values?.conv1 && toNested(values.conv1)).toEqual([
      [-4, -4],
      [-4, -4],
    ]);
    expect(y).toEqual(tensor([1], [-40]));
    // Weights without a bias mean that there is none.
    expect(params).toBe(8);
  });

  it("without weights there are counts, with the biases that layers have by default", () => {
    const { y, values, params } = solveNetwork(network(layers, { x }));
    expect(y).toBeUndefined();
    expect(values).toBeUndefined();
    expect(params).toBe(10);
  });

  it("fc1 is linear1 too", () => {
    const linear: Layer = { name: "Linear", out: 1 };
    const row = fromNested([[1, 2, 3, 4]]);
    const named = (key: string) => solveNetwork(network([linear], { x: row, [key]: head }));
    expect(named("fc1.w").y?.data).toEqual(named("linear1.w").y?.data);
    expect(named("fc1.w").grads?.["fc1.w"]).toEqual(row);
  });

  it.each([
    ["some are missing", { x, "conv1.w": kernel }, /head\.w, head\.b are missing/],
    ["one is no layer's", { x, "conv2.w": kernel }, /conv2\.w belongs to no layer.*conv1\.w/],
    ["one has another shape", { x, "conv1.w": head, "head.w": head }, /\[1, 4\].*\[1, 1, 2, 2\]/],
    ["x is missing", { "conv1.w": kernel }, /x is missing/],
  ])("but not where %s", (_, inputs, says) =>
    expect(() => solveNetwork(network(layers, inputs))).toThrow(says),
  );
});

describe("activations that are no operation of their own", () => {
  const x = tensor([1, 5], [-8, -1, 0, 1, 8]);

  it.each([
    ["LeakyReLU", [-0.08, -0.01, 0, 1, 8]],
    ["ReLU6", [0, 0, 0, 1, 6]],
    ["Sigmoid", [0.000335, 0.268941, 0.5, 0.731059, 0.999665]],
    ["Tanh", [-1, -0.761594, 0, 0.761594, 1]],
    ["SiLU", [-0.002683, -0.268941, 0, 0.731059, 7.997317]],
    ["Dropout", [-8, -1, 0, 1, 8]],
    ["Identity", [-8, -1, 0, 1, 8]],
  ])("%s gives %j", (name, wanted) => {
    const { y } = solveNetwork(network([{ name }], { x }));
    for (const [at, value] of wanted.entries()) expect(y?.data[at]).toBeCloseTo(value, 6);
  });

  it.each(["LeakyReLU", "ReLU6", "Sigmoid", "Tanh", "SiLU", "Identity"])(
    "the gradient of %s is its central difference",
    (name) => {
      const at = tensor([1, 4], [-2, -0.5, 0.7, 3]);
      const step = 1e-5;
      const shifted = (by: number) =>
        solveNetwork(network([{ name }], { x: { ...at, data: at.data.map((v) => v + by) } })).y;
      const [above, below] = [shifted(step), shifted(-step)];
      const { grads } = solveNetwork(network([{ name }], { x: at }));
      for (const [cell, slope] of (grads?.x ?? at).data.entries()) {
        const difference = ((above?.data[cell] ?? 0) - (below?.data[cell] ?? 0)) / (2 * step);
        expect(slope).toBeCloseTo(difference, 8);
      }
    },
  );
});

function network(layers: readonly Layer[], inputs: NetworkQuestion["inputs"]): NetworkQuestion {
  return { op: "network", layers, inputs, conventions: DEFAULT_CONVENTIONS, dtype: "float32" };
}

function questionOf({ arch, params, target, forward }: NetworkCase): NetworkQuestion {
  const pool = arch.pool.startsWith("max") ? "MaxPool2d" : "AvgPool2d";
  const layers: readonly Layer[] = [
    conv(arch.conv1, params.w1),
    { name: "ReLU" },
    { name: pool, kernel: 2, stride: 2 },
    conv(arch.conv2, params.w2),
    { name: "ReLU" },
    { name: "GlobalAvgPool2d" },
    { name: "Flatten" },
    { name: "Linear", out: params.wf.shape[0] ?? 0 },
  ];
  const loss = tensor([], [1]);
  return {
    ...network(layers, { x: params.x, ...weightsOf(params) }),
    dy: crossEntropyGradient(forward.logits, fromNested(target), loss),
  };
}

function conv({ stride, pad }: NetworkCase["arch"]["conv1"], { shape }: Tensor): Layer {
  const [out = 0, , height = 0, width = 0] = shape;
  return { name: "Conv2d", out, kernel: [height, width], stride, padding: pad };
}

function weightsOf({ w1, b1, w2, b2, wf, bf }: NetworkCase["grads"] | NetworkCase["params"]) {
  return {
    "conv1.w": w1,
    "conv1.b": b1,
    "conv2.w": w2,
    "conv2.b": b2,
    "fc1.w": wf,
    "fc1.b": bf,
  };
}

/** The largest difference between two tensors; infinite where their shapes differ. */
function distance(actual: Tensor | undefined, wanted: Tensor): number {
  if (!actual || actual.shape.join() !== wanted.shape.join()) return Infinity;
  return wanted.data.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (actual.data[at] ?? Infinity))),
    0,
  );
}
