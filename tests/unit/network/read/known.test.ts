import { describe, expect, test } from "vitest";
import { deriveFigure, networkReport } from "@/lib/network";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { readSource } from "@/lib/network/source";

function reportOf(id: string) {
  const known = KNOWN_NETWORKS.find((one) => one.id === id);
  if (!known) throw new Error(`There is no ${id}.`);
  const read = readSource(known.code);
  expect(read.problems ?? []).toEqual([]);
  const report = networkReport(read.layers, known.input, {}, read);
  expect(report.layers.flatMap(({ error }) => error ?? [])).toEqual([]);
  return report;
}

// torchvision's figures; LeNet-5: 156 + 2416 + 48120 + 10164 + 850 and 4704·25 + 1600·150 + 400·120 + 120·84 + 840;
// the others by PyTorch.
describe("ready-made networks have the published figures", () => {
  test.each([
    ["lenet-5-1998", 60_000, 326_520],
    ["lenet-5", 61_706, 416_520],
    ["alexnet", 61_100_840, 714_188_480],
    ["vgg-16", 138_357_544, 15_470_264_320],
    ["resnet-18", 11_689_512, 1_814_073_344],
    ["inception-block", 163_696, 128_049_152],
    ["u-net", 31_030_658, 48_096_083_968],
    ["ssd-head", 460_900, 665_395_200],
  ])("%s: %i parameters, %i MACs", (id, params, macs) => {
    const { totals } = reportOf(id);
    expect([totals.params, totals.macs]).toEqual([params, macs]);
  });

  test("every one is in the table above", () => {
    expect(KNOWN_NETWORKS.length).toBe(8);
  });

  // C1 117 600, C3 150 000, C5 48 000, F6 10 080, the centres 840: the paper's connections without the biases.
  test("LeNet-5 of 1998 learns 60 000, layer by layer as the paper says, and keeps 840 fixed", () => {
    const { layers, totals, examined } = reportOf("lenet-5-1998");
    const learned = layers.flatMap(({ id, params }) => (params === 0 ? [] : [[id, params]]));
    expect(learned).toEqual([
      ["C1", 156],
      ["S2", 12],
      ["C3", 1516],
      ["S4", 32],
      ["C5", 48_120],
      ["F6", 10_164],
    ]);
    expect(totals.buffers).toBe(840);
    const working = examined[2] ? deriveFigure(examined[2], "params") : [];
    expect(working.map(({ value }) => value)).toEqual([6, 76, 456, 9, 101, 909, 1, 151, 151, 1516]);
    const table = layers.map((row, index) => [row, examined[index]] as const);
    for (const [row, one] of table) {
      for (const figure of ["shape", "params", "macs", "activation"] as const) {
        const steps = one ? deriveFigure(one, figure) : [];
        const isNothing = (figure === "params" || figure === "macs") && row[figure] === 0;
        expect([row.id, figure, steps.length > 0]).toEqual([row.id, figure, !isNothing]);
      }
    }
  });

  test("AlexNet's features see 195 input cells, 32 apart, from 66 before the input (Araujo, Norris, Sim 2019)", () => {
    const last = reportOf("alexnet").layers.findLast(({ name }) => name === "MaxPool2d");
    expect([last?.receptive_field, last?.jump, last?.start]).toEqual([195, 32, -66]);
  });

  test("VGG-16's features see 212 input cells, 32 apart", () => {
    const last = reportOf("vgg-16").layers.findLast(({ name }) => name === "MaxPool2d");
    expect([last?.receptive_field, last?.jump]).toEqual([212, 32]);
  });

  test("the U-Net keeps the size, and the block joins 64 + 128 + 32 + 32 channels", () => {
    expect(reportOf("u-net").layers.at(-1)?.shape).toEqual([1, 2, 256, 256]);
    expect(reportOf("inception-block").layers.at(-1)?.shape).toEqual([1, 256, 28, 28]);
  });
});
