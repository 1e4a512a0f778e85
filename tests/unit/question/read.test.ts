import { describe, expect, it } from "vitest";
import { layerName } from "@/lib/network";
import { parseLayers } from "@/lib/network/schema";
import {
  DEFAULT_CONVENTIONS,
  didYouMean,
  nearestName,
  questionFrom,
  tensorToJson,
} from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";
import { tensor } from "@/lib/tensor";

describe("a question from JSON", () => {
  it("is the question of the same draft", () => {
    const draft = {
      op: "conv2d",
      params: { stride: 2, padding: "same", groups: 1 },
      inputs: { x: [[1, 2]], w: { shape: [1, 1], data: [3] }, b: 4 },
      dy: { shape: [1, 1] },
      conventions: { rounding: "ceil" },
      dtype: "int8",
    } as const;
    expect(parseQuestion(draft)).toEqual(questionFrom(draft));
  });

  it("has PyTorch's conventions and float32 where it says nothing", () => {
    const { params, conventions, dtype, dy } = parseQuestion({
      op: "relu",
      inputs: { x: [[1]] },
    });
    expect({ params, conventions, dtype, dy }).toEqual({
      params: {},
      conventions: DEFAULT_CONVENTIONS,
      dtype: "float32",
      dy: undefined,
    });
  });

  it("takes null for what is left out, as None in Python", () => {
    const question = parseQuestion({
      op: "conv2d",
      inputs: { x: [[1]], w: [[1]], b: null },
      dy: null,
    });
    expect(Object.keys(question.inputs)).toEqual(["x", "w"]);
    expect(question.dy).toBeUndefined();
    const pool = { op: "max_pool2d", params: { kernel: 2, stride: null }, dtype: null };
    expect(parseQuestion({ ...pool, inputs: { x: [[1]] }, conventions: null })).toEqual(
      questionFrom({ op: "max_pool2d", params: { kernel: 2 }, inputs: { x: [[1]] } }),
    );
    expect(parseLayers([{ name: "MaxPool2d", kernel: 2, stride: null }])).toEqual([
      { name: "MaxPool2d", kernel: 2 },
    ]);
  });

  it.each([
    ["nchw", [2, 4, 5], [null, 3], [4, 3]],
    ["nhwc", [4, 5, 2], [null, 3], [4, 3]],
    ["nchw", [4, 5], [3, null], [3, 5]],
    ["nhwc", [1, 4, 5, 2], [null, null], [4, 5]],
  ] as const)(
    "%s %j keeps the input's size under output_size %j",
    (layout, shape, size, filled) => {
      const { params } = parseQuestion({
        op: "adaptive_max_pool2d",
        params: { output_size: size },
        inputs: { x: { shape } },
        conventions: { layout },
      });
      expect(params.output_size).toEqual(filled);
    },
  );

  it("reads non-finite values as they are written", () => {
    const written = { shape: [2, 2], data: ["NaN", "Infinity", "-Infinity", 0.5] };
    const { x } = parseQuestion({ op: "relu", inputs: { x: written } }).inputs;
    expect(x?.data).toEqual(Float64Array.of(NaN, Infinity, -Infinity, 0.5));
    expect(x?.data && tensorToJson({ shape: x.shape, data: x.data })).toEqual(written);
  });
});

describe("a tensor as JSON", () => {
  it("holds words for what JSON has no number for", () =>
    expect(JSON.stringify(tensorToJson(tensor([3], [1, NaN, -Infinity])))).toBe(
      '{"shape":[3],"data":[1,"NaN","-Infinity"]}',
    ));
});

describe("the nearest name", () => {
  const names = ["conv2d", "conv_transpose2d", "max_pool2d", "linear"];

  it.each([
    ["conv2", "conv2d"],
    ["Conv2D", "conv2d"],
    ["maxpool2d", "max_pool2d"],
    ["MaxPool", "max_pool2d"],
    ["linaer", "linear"],
    ["lstm", undefined],
  ])("to %s is %s", (written, nearest) => expect(nearestName(written, names)).toBe(nearest));

  it.each([
    ["weight", "w"],
    ["bias", "b"],
    ["input", "x"],
    ["dim", "axis"],
    ["convolution", "conv2d"],
  ])("of %s, as frameworks say, is %s", (written, short) =>
    expect(nearestName(written, ["stride", "x", "w", "b", "axis", "conv2d"])).toBe(short),
  );

  it("is offered where there is one, else all names are listed", () => {
    expect(didYouMean("conv2", names)).toMatch(/^Did you mean "conv2d"\?/);
    expect(didYouMean("lstm", names)).toBe(`It can be ${names.join(", ")}.`);
  });
});

describe("a list of layers from JSON", () => {
  it("is read under PyTorch's spelling", () =>
    expect(parseLayers([{ name: "max_pool2d", kernel: 2 }, { name: "relu" }])).toEqual([
      { name: "MaxPool2d", kernel: 2 },
      { name: "ReLU" },
    ]));

  it.each([
    ["is no list", { name: "ReLU" }, /list of layers/],
    ["has a key that no layer has", [{ name: "Conv2d", kernal: 3 }], /"kernal".*"kernel"/],
    ["has a layer without a name", [{ kernel: 3 }], /\[0\]\.name is missing/],
    ["has a word for a number", [{ name: "Conv2d", out: "ten" }], /\[0\]\.out is "ten"/],
  ])("is refused where it %s", (_, json, says) => expect(() => parseLayers(json)).toThrow(says));

  it("knows names whatever their case", () => expect(layerName("batchnorm2d")).toBe("BatchNorm2d"));
});
