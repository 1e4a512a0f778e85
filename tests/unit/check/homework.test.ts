import { describe, expect, it } from "vitest";
import { BLANK_CHAIN, type ChainForm, type LayerRow, newRow } from "../../../app/check/chain/form";
import { workChain } from "../../../app/check/chain/engine/work-chain";
import { BLANK, type Form } from "../../../app/check/form";
import { work } from "../../../app/check/engine/work";

const silent = () => {};

/** A problem as a student would type it, and what the page says of it. */
function typed({
  conventions,
  ...form
}: Partial<Omit<Form, "conventions">> & { conventions?: Partial<Form["conventions"]> }) {
  const whole = { ...BLANK, ...form, conventions: { ...BLANK.conventions, ...conventions } };
  const { result, problems } = work(whole, {}, true, silent);
  return {
    problems,
    says: result?.says,
    text: result?.text,
    steps: result?.steps.length ?? 0,
    verdict: result?.outcome?.verdict,
    mistakes: result?.outcome?.diagnoses.flat().map(({ mistake }) => mistake),
    latex: result?.codes.find(({ name }) => name === "LaTeX")?.text,
  };
}

const conv = (w: string, more: Partial<LayerRow["options"]> = {}, b = ""): LayerRow => ({
  kind: "Conv2d",
  options: more,
  weights: b === "" ? { w } : { w, b },
});

describe("homework as courses set it, typed as a student would", () => {
  // CS231n, lecture 5: 10 5×5 filters, stride 1, padding 2, on 32×32×3. (32 + 4 − 5)/1 + 1 = 32; (5·5·3 + 1)·10.
  describe("1 a layer by its shape only", () => {
    const layer = {
      sizesOnly: true,
      sizes: { x: "3×32×32", w: "10x3x5x5", b: "10" },
      params: { padding: "2" },
    };
    it.each([
      ["shapes.y", "10×32×32", "32×32×10"],
      ["params", "760", "(5*5*3+1)*10"],
      ["macs", "768000", "32*32*10*75"],
    ])("%s is %s", (ask, says, answer) => {
      const found = typed({ ...layer, ask, answer });
      expect(found).toMatchObject({ says, verdict: "correct" });
      expect(found.steps).toBeGreaterThan(0);
    });
  });

  // CS231n: 7×7, 3×3 filter: stride 2 gives 3×3, stride 3 does not fit, since (7 − 3)/3 + 1 = 2.33.
  describe("2 a stride that does not fit", () => {
    const layer = { sizesOnly: true, sizes: { x: "7×7", w: "3×3" }, ask: "shapes.y" };
    it("stride 2 gives 3×3", () => {
      expect(typed({ ...layer, params: { stride: "2" } }).says).toBe("3×3");
    });
    it("stride 3 is rounded down, or refused where windows must fit", () => {
      expect(typed({ ...layer, params: { stride: "3" } }).says).toBe("2×2");
      const { problems } = typed({
        ...layer,
        params: { stride: "3" },
        conventions: { rounding: "exact" },
      });
      expect(Object.values(problems).join()).toMatch(/fit/);
    });
  });

  // CS231n's table of VGG-16: 224·224·64 = 3.2M values; 3·3·3·64 = 1728 weights, 64 biases more.
  it.each([
    ["memory.y.values", "3211264", "224*224*64"],
    ["memory.y", "12845056 B", "12.8 MB"],
    ["params", "1792", "3*3*3*64 + 64"],
    ["receptive_field", "3×3", "3"],
  ])("3 VGG's first layer, %s", (ask, says, answer) => {
    const layer = {
      sizesOnly: true,
      sizes: { x: "3×224×224", w: "64×3×3×3", b: "64" },
      params: { padding: "1" },
    };
    expect(typed({ ...layer, ask, answer })).toMatchObject({ says, verdict: "correct" });
  });

  // Krizhevsky 2012: (227 − 11)/4 + 1 = 55; 11·11·3 = 363 products each.
  it.each([
    ["shapes.y", "96×55×55", "55×55×96"],
    ["macs", "105415200", "96*55*55*363"],
  ])("3 AlexNet's first layer, %s, with its working however large", (ask, says, answer) => {
    const layer = {
      sizesOnly: true,
      sizes: { x: "3×227×227", w: "96×3×11×11" },
      params: { stride: "4" },
    };
    const found = typed({ ...layer, ask, answer });
    expect(found).toMatchObject({ says, verdict: "correct" });
    expect(found.steps).toBeGreaterThan(1);
  });

  // EECS 498 A3 in small, by hand: dK[0,0] = 1·1 + 2·2 + 4·3 + 5·4 = 37; dX = G at [i, j] minus G at [i − 1, j − 1].
  describe("4 the backward pass of a convolution", () => {
    const layer = { texts: { x: "1 2 3\n4 5 6\n7 8 9", w: "[[1, 0], [0, -1]]", dy: "1 2\n3 4" } };
    it.each([
      ["grads.w", "37 47\n67 77", "37,47;67,77"],
      ["grads.x", "1 2 0\n3 3 -2\n0 -3 -4", "1,2,0;3,3,-2;0,-3,-4"],
    ])("%s", (ask, text, answer) => {
      const found = typed({ ...layer, ask, answer });
      expect(found).toMatchObject({ text, verdict: "correct" });
      expect(found.steps).toBeGreaterThanOrEqual(text.split(/\s/).length);
    });
    it("in one piece of LaTeX", () => {
      const { latex } = typed({ ...layer, ask: "grads.w" });
      expect(latex).toContain(
        "X = \\begin{bmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\\\ 7 & 8 & 9 \\end{bmatrix}",
      );
      expect(latex).toContain("\\begin{bmatrix} 37 & 47 \\\\ 67 & 77 \\end{bmatrix}");
      expect(latex).toContain("\\begin{align*}");
    });
  });

  // By hand: the first 3 of its window (row 0, column 1), the first 2 of the other (row 0, column 2).
  it("5 max pooling with ties, backward", () => {
    const layer = {
      op: "max_pool2d" as const,
      texts: { x: "1 3 2 2\n3 0 2 1", dy: "[[10, 20]]" },
      params: { kernel: "2" },
      ask: "grads.x",
    };
    expect(typed({ ...layer, answer: "0,10,20,0;0,0,0,0" })).toMatchObject({ verdict: "correct" });
    expect(typed({ ...layer, answer: "0,10,20,20;10,0,20,0" }).mistakes).toContain("ALL_TIES");
  });

  // CS231n, lecture 3: e^3.2 = 24.53, e^5.1 = 164.02, e^−1.7 = 0.18; p = 0.13, −ln 0.13 = 2.04; gradient p − 1 first.
  describe("6 softmax and cross-entropy", () => {
    const layer = { op: "cross_entropy" as const, texts: { x: "[[3.2, 5.1, -1.7]]", target: "0" } };
    it("the loss", () => {
      expect(typed({ ...layer, answer: "2.04" })).toMatchObject({ verdict: "correct" });
    });
    it("its gradient", () => {
      const found = typed({ ...layer, ask: "grads.x", answer: "-0.870,0.869,0.000968" });
      expect(found.verdict).toBe("correct");
      expect(found.steps).toBeGreaterThan(3);
    });
  });

  // By hand: mean 2.5, variance 1.25, (1 − 2.5)/√1.25 = −1.3416; twice that, plus 1.
  it("7 batch normalisation, forward", () => {
    const layer = {
      op: "batch_norm_train" as const,
      texts: { x: "1\n2\n3\n4", gamma: "2", beta: "1" },
      params: { eps: "0" },
    };
    expect(typed({ ...layer, answer: "-1.683;0.106;1.894;3.683" })).toMatchObject({
      verdict: "correct",
    });
    // With the variance divided by 3: ±1.1619, ±0.3873.
    expect(typed({ ...layer, answer: "-1.324;0.225;1.775;3.324" }).mistakes).toContain(
      "UNBIASED_VARIANCE",
    );
  });

  // By hand: stride 2 lays a 2×2 stamp of the kernel beside another, each times one input cell.
  it("8 a transposed convolution", () => {
    const layer = {
      op: "conv_transpose2d" as const,
      texts: { x: "1 2\n3 4", w: "1 2\n3 4" },
      params: { stride: "2" },
    };
    expect(typed(layer).text).toBe("1 2 2 4\n3 4 6 8\n3 6 4 8\n9 12 12 16");
  });

  // MobileNet's saving, by hand: 3·3·3 + 3 = 30 parameters, 30·30·3·9 products (against 64·27 + 64 for a full layer).
  it.each([
    ["params", "30"],
    ["macs", "24300"],
  ])("9 a depthwise convolution, %s", (ask, says) => {
    const layer = {
      sizesOnly: true,
      sizes: { x: "3×32×32", w: "3×1×3×3", b: "3" },
      params: { groups: "3" },
    };
    expect(typed({ ...layer, ask })).toMatchObject({ says });
  });

  // CS231n: three 3×3 convolutions see 7×7; with 2×2 pooling after the second, 3 → 5 → 6 → 10.
  it.each([
    [
      ["Conv2d", "Conv2d", "Conv2d"],
      ["3", "5", "7"],
    ],
    [
      ["Conv2d", "Conv2d", "MaxPool2d", "Conv2d"],
      ["3", "5", "6", "10"],
    ],
  ] as const)("10 the receptive field of %j", (kinds, fields) => {
    const layers = kinds.map((kind) => ({
      ...newRow(kind),
      options: kind === "Conv2d" ? { out: "8", kernel: "3" } : { kernel: "2" },
    }));
    const { sizes } = workChain({ ...BLANK_CHAIN, x: "3×32×32", layers }, null, silent);
    expect(sizes.map(({ field }) => field)).toEqual(fields);
  });

  // By hand: y = [[0, 5], [−1, −1]], ReLU, pool 5, 3·5 + 1 = 16, (16 − 10)² = 36; back: 12, dW = 60, db = 12, 36 to the 5.
  describe("11 a chain: convolution, ReLU, pooling, linear, loss", () => {
    const form: ChainForm = {
      ...BLANK_CHAIN,
      x: "1 2 0\n0 1 3\n2 0 1",
      layers: [
        conv("1 -1\n0 1"),
        newRow("ReLU"),
        { ...newRow("MaxPool2d"), options: { kernel: "2" } },
        newRow("Flatten"),
        { kind: "Linear", options: {}, weights: { w: "[[3]]", b: "1" } },
      ],
      loss: "mse_loss",
      target: "10",
    };
    const own = {
      "conv1.y": "0 5\n-1 -1",
      "relu1.y": "0 5; 0 0",
      "pool1.y": "5",
      "linear1.y": "16",
      loss: "36",
      "grads.linear1.y": "12",
      "grads.linear1.w": "60",
      "grads.linear1.b": "12",
      "grads.pool1.y": "36",
      "grads.relu1.y": "[[0, 36], [0, 0]]",
      "grads.conv1.y": "0 36; 0 0",
      "grads.conv1.w": "72 0\n36 108",
      "grads.x": "0 36 -36\n0 0 36\n0 0 0",
    };
    it("every value, checked against what was worked out on paper", () => {
      const { result, problems } = workChain(form, own, silent);
      expect(problems).toEqual({});
      expect(result?.firstWrong).toBeNull();
      expect(Object.keys(own).map((key) => [key, result?.marks[key]?.verdict])).toEqual(
        Object.keys(own).map((key) => [key, "correct"]),
      );
    });
    it("a mask taken from the wrong place is the first wrong value, and what follows is right given it", () => {
      const wrong = { "grads.relu1.y": "36 0; 0 0", "grads.conv1.y": "0 0; 0 0" };
      expect(workChain(form, wrong, silent).result?.firstWrong).toBe("grads.relu1.y");
    });
  });

  // CS 7643, by hand: dX = G·W = [1 − 5, 2 − 6], dW = Gᵀ·x.
  it.each([
    ["grads.x", "[[-4, -4]]"],
    ["grads.w", "1 2\n0 0\n-1 -2"],
    ["grads.b", "1 0 -1"],
  ])("12 a linear layer backward, %s", (ask, text) => {
    const texts = {
      x: "[[1, 2]]",
      w: "1 2\n3 4\n5 6",
      b: "0 0 0",
      dy: "tensor([[ 1.,  0., -1.]])",
    };
    expect(typed({ op: "linear", texts, ask }).text).toBe(text);
  });

  // Deck, card 81: (4 − 2)/1 + 1 = 3.
  it("13 a gradient that cannot be is told what would fit", () => {
    const { problems } = typed({
      texts: { x: "1 2 3 4\n5 6 7 8\n9 1 2 3\n4 5 6 7", w: "1 0\n0 1", dy: "1 2\n3 4" },
      ask: "grads.x",
    });
    expect(problems.dy).toMatch(/fits stride 2 or a 3×3 input/);
  });
});
