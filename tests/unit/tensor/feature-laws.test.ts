import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Tensor,
  batchNormTrain,
  batchNormTrainGradients,
  crossEntropy,
  crossEntropyGradient,
  fromNested,
  gram,
  linear,
  linearInputGradient,
  linearWeightGradient,
  mseLoss,
  mseLossGradient,
  relu,
  reluGradient,
  softmax,
  softmaxGradient,
  tensor,
  toNested,
  valueAt,
} from "@/lib/tensor";
import { expectSameTensor, innerProduct, ones } from "./agreement";
import { PROPERTY, decimalTensor, imageShape, wholeTensor } from "./arbitraries";

const axis = fc.constantFrom(-3, -2, -1, 0, 1, 2);
const logits = decimalTensor([2, 3, 4]);

describe("softmax", () => {
  it("sums to 1 along its axis", () => {
    fc.assert(
      fc.property(logits, axis, (x, along) => {
        const totals = sumAlong(softmax(x, along), along);
        expectSameTensor(totals, ones(totals.shape), 1e-12);
      }),
      PROPERTY,
    );
  });

  it("does not change when a number is added to every logit", () => {
    fc.assert(
      fc.property(logits, axis, fc.integer({ min: -2000, max: 2000 }), (x, along, shift) => {
        const moved = { shape: x.shape, data: x.data.map((value) => value + shift) };
        expectSameTensor(softmax(moved, along), softmax(x, along), 1e-11);
      }),
      PROPERTY,
    );
  });

  it("has gradients that sum to 0 along its axis", () => {
    fc.assert(
      fc.property(logits, logits, axis, (x, dy, along) => {
        const totals = sumAlong(softmaxGradient(softmax(x, along), dy, along), along);
        expect(Math.max(...totals.data.map(Math.abs))).toBeLessThan(1e-14);
      }),
      PROPERTY,
    );
  });

  it.each([
    ["equal logits share evenly", [[7, 7]], [[0.5, 0.5]]],
    ["huge logits do not overflow", [[1000, 1000]], [[0.5, 0.5]]],
    ["very negative logits do not vanish together", [[-1000, -1000]], [[0.5, 0.5]]],
    ["a logit far below the others has probability 0", [[0, -1000]], [[1, 0]]],
  ])("%s", (_, x, y) => {
    expect(toNested(softmax(fromNested(x)))).toEqual(y);
  });
});

describe("relu", () => {
  it("is 0 up to 0 and x beyond, with slope 0 at 0, and keeps NaN", () => {
    const x = tensor([5], [-2, -0, 0, 3, Number.NaN]);
    expect([...relu(x).data]).toEqual([0, 0, 0, 3, Number.NaN]);
    expect([...reluGradient(x, ones([5])).data]).toEqual([0, 0, 0, 1, 1]);
  });

  it("is idempotent: relu(relu(x)) = relu(x)", () => {
    fc.assert(
      fc.property(logits, (x) => {
        expect(relu(relu(x))).toEqual(relu(x));
      }),
      PROPERTY,
    );
  });

  it("splits x into two parts: relu(x) − relu(−x) = x", () => {
    fc.assert(
      fc.property(wholeTensor([3, 3]), (x) => {
        const negative = relu({ shape: x.shape, data: x.data.map((value) => 0 - value) });
        expectSameTensor(
          { shape: x.shape, data: relu(x).data.map((v, i) => v - (negative.data[i] ?? 0)) },
          x,
        );
      }),
      PROPERTY,
    );
  });
});

describe("cross-entropy", () => {
  it.each([
    ["equal logits cost log C", [[0, 0, 0, 0]], [2], Math.log(4)],
    ["a certain right answer costs nothing", [[1000, 0]], [0], 0],
    ["a certain wrong answer costs the distance of the logits", [[1000, 0]], [1], 1000],
    [
      "the batch is averaged",
      [
        [0, 0],
        [1000, 0],
      ],
      [0, 1],
      (Math.log(2) + 1000) / 2,
    ],
  ])("%s", (_, x, target, loss) => {
    expect(valueAt(crossEntropy(fromNested(x), tensor([target.length], target)), [])).toBeCloseTo(
      loss,
      12,
    );
  });

  it("has a gradient of softmax − onehot over N, so each row sums to 0", () => {
    fc.assert(
      fc.property(decimalTensor([3, 4]), (x) => {
        const target = tensor([3], [0, 3, 1]);
        const dx = crossEntropyGradient(x, target, ones([]));
        const expected = softmax(x);
        [0, 7, 9].forEach((cell) => (expected.data[cell]! -= 1));
        expectSameTensor(dx, { shape: [3, 4], data: expected.data.map((value) => value / 3) });
      }),
      PROPERTY,
    );
  });
});

describe("mean squared error", () => {
  it("is 0 at the target, with gradient 0, and grows by the square", () => {
    const x = tensor([2, 2], [1, 2, 3, 4]);
    expect(valueAt(mseLoss(x, x), [])).toBe(0);
    expect([...mseLossGradient(x, x, ones([])).data]).toEqual([0, 0, 0, 0]);
    expect(valueAt(mseLoss(tensor([1], [3]), tensor([1], [0])), [])).toBe(9);
  });
});

describe("linear", () => {
  const question = fc.record({
    x: wholeTensor([3, 4]),
    w: wholeTensor([2, 4]),
    dy: wholeTensor([3, 2]),
  });

  it("is adjoint to both its gradients: ⟨y, dy⟩ = ⟨x, dx⟩ = ⟨w, dw⟩ without bias", () => {
    fc.assert(
      fc.property(question, ({ x, w, dy }) => {
        const forward = innerProduct(linear(x, w), dy);
        expect(innerProduct(x, linearInputGradient(dy, w))).toBe(forward);
        expect(innerProduct(w, linearWeightGradient(x, dy))).toBe(forward);
      }),
      PROPERTY,
    );
  });
});

describe("batch normalisation in training", () => {
  const shape = fc.constantFrom([3, 2, 2, 3], [4, 3]);
  const spread = shape
    .chain(decimalTensor)
    .filter((x) => Math.min(...batchNormTrain(x).variance.data) > 0.1);

  it("gives every channel the mean 0 and, with ε = 0, the variance 1", () => {
    fc.assert(
      fc.property(spread, (x) => {
        const { mean, variance } = batchNormTrain(normalised(x));
        expect(Math.max(...mean.data.map(Math.abs))).toBeLessThan(1e-12);
        expectSameTensor(variance, ones(variance.shape), 1e-12);
      }),
      PROPERTY,
    );
  });

  it("does not change when a channel is shifted or stretched, with ε = 0", () => {
    fc.assert(
      fc.property(spread, (x) => {
        const moved = { shape: x.shape, data: x.data.map((value) => 3 * value + 5) };
        expectSameTensor(normalised(moved), normalised(x), 1e-11);
      }),
      PROPERTY,
    );
  });

  it("so its gradient is orthogonal to 1 and, with ε = 0, to x", () => {
    fc.assert(
      fc.property(spread, (x) => {
        const dy = { shape: x.shape, data: x.data.map((value) => value ** 2) };
        const dx = batchNormTrainGradients(x, undefined, dy, 0).x;
        expect(innerProduct(dx, ones(x.shape))).toBeCloseTo(0, 9);
        expect(innerProduct(dx, x)).toBeCloseTo(0, 9);
      }),
      PROPERTY,
    );
  });

  it("divides the variance by the number of values, not by one less", () => {
    expect([...batchNormTrain(tensor([2, 1], [1, 3])).variance.data]).toEqual([1]);
  });
});

describe("the Gram matrix", () => {
  const image = imageShape.chain(wholeTensor);

  it("is symmetric, with the channels' squared lengths on the diagonal", () => {
    fc.assert(
      fc.property(image, (x) => {
        const y = gram(x);
        const [batch = 0, channels = 0, height = 0, width = 0] = x.shape;
        for (let n = 0; n < batch; n++) {
          for (let a = 0; a < channels; a++) {
            const start = (n * channels + a) * height * width;
            const channel = x.data.subarray(start, start + height * width);
            expect(valueAt(y, [n, a, a])).toBe(channel.reduce((sum, value) => sum + value ** 2, 0));
            for (let b = 0; b < a; b++) expect(valueAt(y, [n, a, b])).toBe(valueAt(y, [n, b, a]));
          }
        }
      }),
      PROPERTY,
    );
  });

  it("is F·Fᵀ, a linear layer with the channels as both inputs and weights", () => {
    fc.assert(
      fc.property(wholeTensor([1, 3, 2, 3]), (x) => {
        const flat = tensor([3, 6], x.data);
        expect(gram(x).data).toEqual(linear(flat, flat).data);
      }),
      PROPERTY,
    );
  });

  it("is divided by C·H·W when normalised", () => {
    const x = tensor([1, 2, 1, 3], [1, 2, 3, 4, 5, 6]);
    expect(toNested(gram(x))).toEqual([
      [
        [14, 32],
        [32, 77],
      ],
    ]);
    expect(toNested(gram(x, true))).toEqual([
      [
        [14 / 6, 32 / 6],
        [32 / 6, 77 / 6],
      ],
    ]);
  });

  it("is blind to where things are: shuffling the positions changes nothing", () => {
    const rows = tensor([1, 2, 1, 3], [1, 2, 3, 4, 5, 6]);
    const shuffled = tensor([1, 2, 1, 3], [3, 1, 2, 6, 4, 5]);
    expect(gram(shuffled)).toEqual(gram(rows));
  });
});

/** Batch normalisation with ε = 0, γ = 1 and β = 0. */
function normalised(x: Tensor): Tensor {
  return batchNormTrain(x, undefined, undefined, 0).y;
}

/** Sums a tensor over one axis. */
function sumAlong(source: Tensor, axisGiven: number): Tensor {
  const from = axisGiven < 0 ? axisGiven + source.shape.length : axisGiven;
  const inner = source.shape.slice(from + 1).reduce((a, b) => a * b, 1);
  const length = source.shape[from] ?? 1;
  const shape = source.shape.filter((_, i) => i !== from);
  const totals = new Float64Array(source.data.length / length);
  source.data.forEach((value, i) => {
    totals[Math.floor(i / (inner * length)) * inner + (i % inner)]! += value;
  });
  return { shape, data: totals };
}
