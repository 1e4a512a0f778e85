import { describe, expect, test } from "vitest";
import { readSource, settingsOf } from "@/lib/network/source";

const LIST = '[{"name": "conv2d", "out": 6, "kernel": 5},\n {"name": "relu"}]';

describe("a network is read from what a person has", () => {
  test.each([
    ["PyTorch code", "nn.Conv2d(1, 6, 5)\nnn.ReLU()", [1, 2], undefined],
    ["a list of layers", LIST, [1, 2], undefined],
    ["an object with a list", `{"layers":\n${LIST}}`, [2, 3], undefined],
    [
      "a question",
      `{"op": "network", "inputs": {"x": {"shape": [1, 1, 8, 8]}},\n"layers": ${LIST}}`,
      [2, 3],
      [1, 1, 8, 8],
    ],
  ])("%s", (_, text, lines, input) => {
    const source = readSource(text);
    expect(source.layers.map(({ name }) => name)).toEqual(["Conv2d", "ReLU"]);
    expect([source.lines, source.input]).toEqual([lines, input]);
  });

  test("what is not JSON is told with its line", () => {
    const slip = '[{"name": "Conv2d"},\n {"name" 3}]';
    expect(() => readSource(slip)).toThrow(/not JSON/);
    expect(() => readSource(slip)).toThrow(expect.objectContaining({ code: "ERR_JSON", line: 2 }));
  });

  test.each([
    ["{}", /has no layers/],
    [`[${'{"name": "ReLU"},'.repeat(601)}{"name": "ReLU"}]`, /More than 600/],
    [`[{"name": "${"x".repeat(20_000)}"}]`, /up to 20000/],
  ])("%.20s is refused", (text, words) => expect(() => readSource(text)).toThrow(words));

  test("a layer that is not known stays in its place", () => {
    const { layers, lines } = readSource('[{"name": "Foo"},\n{"name": "relu"}]');
    expect([layers.map(({ name }) => name), lines]).toEqual([
      ["Foo", "ReLU"],
      [1, 2],
    ]);
  });

  test("Keras pads and lays out as TensorFlow does; a question says its own", () => {
    const keras = readSource("keras.Sequential([layers.Conv2D(8, 3)])");
    expect(settingsOf(keras, [28, 28, 1]).conventions).toEqual({ padding: "tf", layout: "nhwc" });
    expect(settingsOf(keras, [1, 28, 28]).conventions).toEqual({ padding: "tf", layout: "nchw" });
    const question = readSource(
      '{"op": "network", "layers": [{"name": "ReLU"}], "inputs": {}, "conventions": {"units": "iec"}, "dtype": "float16"}',
    );
    expect(settingsOf(question, [1, 1])).toMatchObject({
      conventions: { units: "iec" },
      dtype: "float16",
    });
  });
});
