import { describe, expect, it } from "vitest";
import { checkChain } from "@/lib/answer/chain";
import { parseChain } from "@/lib/network/chain/schema";

const SMALL = {
  op: "network",
  layers: [
    { name: "Conv2d", out: 1, kernel: 2 },
    { name: "ReLU" },
    { name: "Flatten" },
    { name: "Linear", out: 1 },
  ],
  inputs: {
    x: [
      [1, 2, 0],
      [0, 1, 3],
      [2, 0, 1],
    ],
    "conv1.w": [
      [1, -1],
      [0, 1],
    ],
    "linear1.w": [[1, 2, 3, 4]],
  },
  loss: { name: "mse_loss", target: [9] },
};

// Worked by hand: y = 10, ∂L/∂y = 2·(10 − 9).
const RIGHT = {
  "conv1.y": [
    [0, 5],
    [-1, -1],
  ],
  "relu1.y": [
    [0, 5],
    [0, 0],
  ],
  "flatten1.y": [0, 5, 0, 0],
  "linear1.y": [10],
  loss: 1,
  "grads.linear1.y": [2],
  "grads.linear1.w": [[0, 10, 0, 0]],
  "grads.conv1.y": [
    [0, 4],
    [0, 0],
  ],
  "grads.conv1.w": [
    [8, 0],
    [4, 12],
  ],
};

function verdicts(answers: Readonly<Record<string, unknown>>, more: object = {}) {
  const { marks, firstWrong } = checkChain(parseChain({ ...SMALL, ...more }), answers);
  return { firstWrong, ...Object.fromEntries(marks.map(({ key, verdict }) => [key, verdict])) };
}

function slips(json: object, answers: Readonly<Record<string, unknown>>) {
  const { marks } = checkChain(parseChain(json), answers);
  return marks.map(({ verdict, slip }) => slip?.id ?? verdict);
}

it("right values are right, in the order of working whatever the order given", () => {
  const shuffled = Object.fromEntries(Object.entries(RIGHT).toReversed());
  const { marks, firstWrong } = checkChain(parseChain(SMALL), shuffled);
  expect(firstWrong).toBeUndefined();
  expect(marks.map(({ key, verdict }) => [key, verdict])).toEqual(
    Object.keys(RIGHT).map((key) => [key, "correct"]),
  );
});

describe("the first wrong value is named, and what follows from it is right given it", () => {
  // The kernel turned by 180°, [[1, 0], [−1, 1]]: 1·1 − 0 + 1 = 2, 2 − 1 + 3 = 4, 0 − 2 + 0, 1 − 0 + 1 = 2.
  const flipped = {
    "conv1.y": [
      [2, 4],
      [-2, 2],
    ],
    "relu1.y": [
      [2, 4],
      [0, 2],
    ],
    "linear1.y": [18],
    loss: 81,
    "grads.linear1.y": [18],
    "grads.linear1.w": [[36, 72, 0, 36]],
  };

  it("a flipped kernel", () => {
    const { marks, firstWrong } = checkChain(parseChain(SMALL), flipped);
    expect(firstWrong).toBe("conv1.y");
    expect(marks[0]?.check.diagnosis[0]?.mistake).toBe("KERNEL_FLIPPED");
    expect(marks.slice(1).map(({ verdict, given }) => [verdict, given])).toEqual(
      Array.from({ length: 5 }, () => ["follows", ["conv1.y"]]),
    );
  });

  it("values between may be left out", () =>
    expect(verdicts({ "conv1.y": flipped["conv1.y"], loss: 81 })).toEqual({
      firstWrong: "conv1.y",
      "conv1.y": "incorrect",
      loss: "follows",
    }));

  it("a second slip is a slip of its own", () => {
    const { marks } = checkChain(parseChain(SMALL), { ...flipped, "linear1.y": [17], loss: 64 });
    expect(marks.map(({ verdict }) => verdict)).toEqual([
      "incorrect",
      "follows",
      "incorrect",
      "follows",
      "incorrect",
      "follows",
    ]);
    expect(marks[3]?.given).toEqual(["linear1.y"]);
  });

  it("who returns to the right value is right", () =>
    expect(verdicts({ "conv1.y": flipped["conv1.y"], "relu1.y": RIGHT["relu1.y"] })).toEqual({
      firstWrong: "conv1.y",
      "conv1.y": "incorrect",
      "relu1.y": "correct",
    }));
});

describe("a trivial value earns nothing after it", () => {
  it.each([
    [
      "all zeros",
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      "all alike",
      [
        [3, 3],
        [3, 3],
      ],
      [
        [3, 3],
        [3, 3],
      ],
    ],
    [
      "most cells 0",
      [
        [0, 6],
        [0, 0],
      ],
      [
        [0, 6],
        [0, 0],
      ],
    ],
  ])("%s", (_, conv, relu) =>
    expect(verdicts({ "conv1.y": conv, "relu1.y": relu })).toEqual({
      firstWrong: "conv1.y",
      "conv1.y": "incorrect",
      "relu1.y": "incorrect",
    }),
  );
});

describe("multiples that have a reason", () => {
  const batch = {
    op: "network",
    layers: [{ name: "Linear", out: 1 }],
    inputs: {
      x: [
        [1, 2],
        [3, 1],
        [0, 4],
        [2, 2],
        [1, 0],
      ],
      "linear1.w": [[2, 1]],
    },
  };
  const target = [[3], [8], [2], [5], [2]];
  const mean = { ...batch, loss: { name: "mse_loss", target, reduction: "mean" } };
  const sum = { ...batch, loss: { name: "mse_loss", target, reduction: "sum" } };
  // y = 4, 7, 4, 6, 2; y − t = 1, −1, 2, 1, 0; squares sum to 7; 2·Xᵀ(y − t) = [0, 22].
  it.each<[string, object, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["a mean", mean, { loss: 1.4, "grads.linear1.w": [[0, 4.4]] }, ["correct", "correct"]],
    ["a sum", sum, { loss: 7, "grads.linear1.w": [[0, 22]] }, ["correct", "correct"]],
    [
      "a sum for the mean",
      mean,
      { loss: 7, "grads.linear1.w": [[0, 22]] },
      ["SUM_FOR_MEAN", "SUM_FOR_MEAN"],
    ],
    [
      "a mean for the sum",
      sum,
      { loss: 1.4, "grads.linear1.w": [[0, 4.4]] },
      ["MEAN_FOR_SUM", "MEAN_FOR_SUM"],
    ],
    ["accumulated twice", mean, { "grads.linear1.w": [[0, 8.8]] }, ["ACCUMULATED_TWICE"]],
    [
      "twice is right where backward() ran twice",
      { ...mean, backward: 2 },
      { "grads.linear1.w": [[0, 8.8]] },
      ["correct"],
    ],
    [
      "and once is not",
      { ...mean, backward: 2 },
      { "grads.linear1.w": [[0, 4.4]] },
      ["NOT_ACCUMULATED"],
    ],
    ["another number is none of these", mean, { "grads.linear1.w": [[0, 7]] }, ["incorrect"]],
  ])("%s", (_, json, answers, wanted) => expect(slips(json, answers)).toEqual(wanted));

  it("a sum from the loss's gradient on is one slip, and what follows is right given it", () => {
    const answers = { "grads.linear1.y": [[2], [-2], [4], [2], [0]], "grads.linear1.w": [[0, 22]] };
    const { marks } = checkChain(parseChain(mean), answers);
    expect(marks.map(({ verdict, slip }) => [verdict, slip?.id])).toEqual([
      ["incorrect", "SUM_FOR_MEAN"],
      ["follows", undefined],
    ]);
  });
});

it("what cannot be read is invalid, and a key that is none is told", () => {
  expect(verdicts({ "conv1.y": "1 2 cats" })).toMatchObject({ "conv1.y": "invalid" });
  expect(() => verdicts({ "conv2.y": [[1]] })).toThrow(/no value "conv2\.y".*conv1\.y/);
});

describe("a decimal is taken for rounded, and so is what comes of it", () => {
  // mean of 1, 1, 0 is 2/3; times 3 is 2; (2 − 1)² is 1 and its slope 2.
  const thirds = {
    op: "network",
    layers: [{ name: "GlobalAvgPool2d" }, { name: "Flatten" }, { name: "Linear", out: 1 }],
    inputs: { x: [[[1, 1, 0]]], "linear1.w": [[3]] },
    loss: { name: "mse_loss", target: [1] },
  };
  const marks = (answers: Readonly<Record<string, unknown>>, radii = {}, json: object = thirds) =>
    checkChain(parseChain(json), answers, radii).marks.map(({ verdict }) => verdict);

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      "rounded and gone on with",
      { "pool1.y": "0.667", "linear1.y": "2.001" },
      ["correct", "correct"],
    ],
    [
      "rounded, and gone on with the number itself",
      { "pool1.y": "0.667", "linear1.y": 2 },
      ["correct", "correct"],
    ],
    [
      "over a value that is left out, to the loss",
      { "pool1.y": "0.667", loss: "1.002001" },
      ["correct", "correct"],
    ],
    [
      "and back",
      { "pool1.y": "0.667", "grads.linear1.y": "2.002", "grads.linear1.w": "1.335" },
      ["correct", "correct", "correct"],
    ],
    [
      "further off than rounding reaches",
      { "pool1.y": "0.667", "linear1.y": "2.01" },
      ["correct", "incorrect"],
    ],
    ["nothing was rounded before it", { "linear1.y": "2.001" }, ["incorrect"]],
    ["too few digits", { "pool1.y": "0.67", "linear1.y": "2.01" }, ["incorrect", "follows"]],
  ])("%s", (_, answers, wanted) => expect(marks(answers)).toEqual(wanted));

  it("a wrong decimal too: what follows is right for whatever it was rounded from", () => {
    // 1/3 in the place of 2/3 gives 1, where 0.333 gives 0.999.
    expect(marks({ "pool1.y": "0.333", "linear1.y": 1 })).toEqual(["incorrect", "follows"]);
    expect(marks({ "pool1.y": "0.333", "linear1.y": "0.999" })).toEqual(["incorrect", "follows"]);
    expect(marks({ "pool1.y": "0.333", "linear1.y": "1.01" })).toEqual(["incorrect", "incorrect"]);
  });

  it("through layers that map values one by one, forward and back", () => {
    const squashed = {
      op: "network",
      layers: [{ name: "Sigmoid" }, { name: "Tanh" }],
      inputs: { x: [[2]] },
    };
    // σ(2) = 0.880797…, tanh of it 0.706755…; of 0.881 it is 0.706857…; 1 − y² is 0.500497… and 0.500353….
    const own = { "sigmoid1.y": "0.881", "tanh1.y": "0.706857", "grads.sigmoid1.y": "0.500353" };
    expect(marks(own, {}, squashed)).toEqual(["correct", "correct", "correct"]);
    const { "sigmoid1.y": _, ...unrounded } = own;
    expect(marks(unrounded, {}, squashed)).toEqual(["incorrect", "incorrect"]);
  });

  it("given numbers that are rounded reach as far, and a mark says that it is only within them", () => {
    const question = parseChain({
      ...thirds,
      inputs: { ...thirds.inputs, "linear1.w": [[2.1416]] },
    });
    const answers = { "linear1.y": "1.42773" };
    const [own] = checkChain(
      question,
      { "linear1.y": "1.42770" },
      { "linear1.w": [0.00005] },
    ).marks;
    expect(own).toMatchObject({ verdict: "correct", isWithin: true });
    expect(
      checkChain(question, answers, { "linear1.w": [0.00005] }).marks[0]?.isWithin,
    ).toBeUndefined();
    expect(checkChain(question, { "linear1.y": "1.42770" }).marks[0]?.verdict).toBe("incorrect");
  });
});
