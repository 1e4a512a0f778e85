import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { networkReport } from "@/lib/network";
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
