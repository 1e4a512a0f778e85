import { describe, expect, it } from "vitest";
import { labNamed, startOf } from "@/lib/lab";

const lab = labNamed("inception-branches");
const start = startOf(lab?.fields ?? {});
const results = (given: Readonly<Record<string, number>>) =>
  lab?.work({ ...start, ...given }).results ?? {};

describe("inception-branches", () => {
  it("has GoogLeNet’s block (3a): 256 channels, 163 696 parameters", () => {
    expect(results({})).toMatchObject({ out: 256, parameters: 163696 });
  });

  it("counts each kernel’s weights one by one, with the reductions and without", () => {
    const small = {
      channels: 4,
      size: 6,
      direct: 2,
      before3: 3,
      filters3: 5,
      before5: 1,
      filters5: 2,
      afterPool: 3,
    };
    const direct = layer(4, 2, 1);
    const reduced = layer(4, 3, 1) + layer(3, 5, 3) + layer(4, 1, 1) + layer(1, 2, 5);
    expect(results(small)).toMatchObject({
      out: 2 + 5 + 2 + 3,
      naiveOut: 2 + 5 + 2 + 4,
      parameters: direct + reduced + layer(4, 3, 1),
      naiveParameters: direct + layer(4, 5, 3) + layer(4, 2, 5),
      macs: 36 * (4 * 2 + 4 * 3 + 3 * 5 * 9 + 4 * 1 + 1 * 2 * 25 + 4 * 3),
      naiveMacs: 36 * (4 * 2 + 4 * 5 * 9 + 4 * 2 * 25),
    });
  });

  it("draws every branch from the input to the concatenation", () => {
    const [flow] = lab?.work(start).parts ?? [];
    expect(flow?.kind).toBe("flow");
    const arrows = flow?.kind === "flow" ? flow.arrows : [];
    expect(arrows.filter(({ from }) => from === "input")).toHaveLength(4);
    expect(arrows.filter(({ to }) => to === "concat")).toHaveLength(4);
  });
});

/** The weights of a layer one by one, and a bias for each filter. */
function layer(from: number, to: number, kernel: number): number {
  let learned = 0;
  for (let filter = 0; filter < to; filter++) {
    learned++;
    for (let channel = 0; channel < from; channel++)
      for (let tap = 0; tap < kernel * kernel; tap++) learned++;
  }
  return learned;
}
