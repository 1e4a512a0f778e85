import { describe, expect, it } from "vitest";
import { labNamed, startOf } from "@/lib/lab";
import { ALEXNET, LENET_5, VGG_16 } from "@/lib/lab/ready-networks";
import { networkReport } from "@/lib/network";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { readNetwork } from "@/lib/network/read";

const lab = labNamed("frozen-layers");
const start = startOf(lab?.fields ?? {});
const results = (given: Readonly<Record<string, number | string | readonly number[][]>>) =>
  lab?.work({ ...start, ...given }).results ?? {};

describe("frozen-layers", () => {
  it.each([
    ["alexnet", 61100840],
    ["vgg-16", 138357544],
  ])("has torchvision’s parameters of %s where the classes stay", (network, parameters) => {
    const all = results({ network, frozen: 0, classes: 1000 });
    expect(all).toMatchObject({ parameters, trained: parameters, frozen: 0 });
  });

  it("trains the head alone where all others are frozen: 4096 weights and a bias a class", () => {
    expect(results({ network: "alexnet", frozen: 7, classes: 10 })).toMatchObject({
      trained: 40970,
      oldHead: 4097000,
      parameters: 61100840 - 4097000 + 40970,
    });
  });

  it("freezes from the first layer on: LeNet-5’s 156 and 2416, then 48 120", () => {
    const works = [0, 1, 2, 3].map((frozen) => results({ network: "lenet-5", frozen }));
    expect(works.map(({ frozen }) => frozen)).toEqual([0, 156, 2572, 50692]);
  });

  it("counts a network of one’s own", () => {
    const own = [[4, 3]];
    expect(results({ network: "own", own, frozen: 1, classes: 2 })).toMatchObject({
      parameters: 4 * (3 * 9 + 1) + 2 * (4 * 16 * 16 + 1),
      trained: 2 * (4 * 16 * 16 + 1),
    });
  });

  it.each([
    ["alexnet", ALEXNET],
    ["vgg-16", VGG_16],
    ["lenet-5", LENET_5],
  ])("lists %s as its code under Network is read, layer by layer", (id, { layers, input }) => {
    const known = KNOWN_NETWORKS.find((one) => one.id === id);
    const learned = (of: Parameters<typeof networkReport>[0]) =>
      networkReport(of, input)
        .layers.filter(({ params }) => params !== 0)
        .map(({ name, params, shape }) => ({ name, params, shape }));
    expect(known?.input).toEqual(input);
    expect(learned(layers)).toEqual(learned(readNetwork(known?.code ?? "").layers));
  });

  it("refuses to freeze the new head, and kernels beyond what is drawn", () => {
    expect(() => results({ network: "alexnet", frozen: 8 })).toThrow("up to 7 can be frozen");
    expect(() => results({ network: "own", own: [[4, 13]], frozen: 0 })).toThrow("up to 11×11 fit");
  });
});
