import { describe, expect, test } from "vitest";
import { networkReport } from "@/lib/network";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { readNetwork } from "@/lib/network/read";

function reportOf(id: string) {
  const known = KNOWN_NETWORKS.find((one) => one.id === id);
  if (!known) throw new Error(`There is no ${id}.`);
  const read = readNetwork(known.code);
  expect(read.problems).toEqual([]);
  const report = networkReport(read.layers, known.input, {}, read);
  expect(report.layers.flatMap(({ error }) => error ?? [])).toEqual([]);
  return report;
}

// torchvision's figures; LeNet-5: 156 + 2416 + 48120 + 10164 + 850 and 4704·25 + 1600·150 + 400·120 + 120·84 + 840;
// the others by PyTorch.
describe("ready-made networks have the published figures", () => {
  test.each([
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
    expect(KNOWN_NETWORKS.length).toBe(7);
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
