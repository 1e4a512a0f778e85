import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { editedLayers, networkReport, optionText } from "@/lib/network";
import { readNetwork } from "@/lib/network/read";

const sizes = z.array(z.number());
const snippet = z.object({
  id: z.string(),
  input: sizes,
  code: z.string(),
  layers: z.array(z.object({ shape: sizes, params: z.number(), macs: z.number() })),
  output: sizes,
});
const file = new URL("../../../fixtures/snippet-cases.json", import.meta.url);
const CASES = z.array(snippet).parse(JSON.parse(readFileSync(file, "utf8")));

const WEIGHTED = /^(Conv|Linear|BatchNorm|GroupNorm|LayerNorm|PReLU)/;

describe("code is read as PyTorch runs it", () => {
  test.each(CASES)("$id", ({ code, input, layers, output }) => {
    const read = readNetwork(code);
    const report = networkReport(read.layers, input, {}, read);
    expect(read.problems).toEqual([]);
    expect(report.layers.flatMap(({ error }) => error ?? [])).toEqual([]);
    const rows = report.layers.filter(({ name }) => WEIGHTED.test(name));
    expect(rows.map(({ shape, params, macs }) => ({ shape, params, macs }))).toEqual(layers);
    expect(report.layers.at(-1)?.shape).toEqual(output);
  });
});

describe("None in an output size keeps the input's", () => {
  test.each([
    ["nn.AdaptiveAvgPool2d((None, 7))", [1, 3, 9, 7]],
    ["nn.AdaptiveMaxPool2d((4, None))", [1, 3, 4, 12]],
    ["nn.AdaptiveAvgPool2d(output_size=[None, None])", [1, 3, 9, 12]],
  ])("%s", (code, shape) => {
    const { layers, faults } = readNetwork(code);
    const [row] = networkReport(layers, [1, 3, 9, 12], {}, { faults }).layers;
    expect(row?.error).toBeUndefined();
    expect(row?.shape).toEqual(shape);
  });

  test("what is written goes through the builder and back", () => {
    const { layers } = readNetwork("nn.AdaptiveAvgPool2d((None, 7))");
    const text = optionText(layers[0]?.output_size);
    expect(text).toBe("None, 7");
    const edited = editedLayers([{ name: "AdaptiveAvgPool2d" }], {
      do: "set",
      at: 0,
      key: "output_size",
      text,
    });
    expect(edited).toEqual(layers);
  });
});
