import { describe, expect, it } from "vitest";
import { labNamed, startOf, type Values } from "@/lib/lab";

const lab = labNamed("encoder-decoder")!;

function work(values: Partial<Values> = {}) {
  return lab.work({ ...startOf(lab.fields), ...values } as Values);
}

/** The last step’s words. */
function verdict(values: Partial<Values>): string {
  const steps = work(values).parts.flatMap((part) => (part.kind === "steps" ? part.steps : []));
  const last = steps.at(-1);
  return last && "says" in last ? last.says : "";
}

describe("the encoder and its decoder", () => {
  it("halves 32 three times and doubles it back", () => {
    expect(work().results).toEqual({ size: 32, lowest: 4, output: 32, gap: 0, factor: 8 });
    const [hourglass] = work().parts;
    expect(hourglass?.kind === "bars" && hourglass.bars.map(({ value }) => value)).toEqual([
      32, 16, 8, 4, 8, 16, 32,
    ]);
  });

  it.each([
    [28, 3, 24],
    [31, 3, 24],
    [40, 5, 40],
    [8, 1, 8],
  ])("takes %i cells down to %i and back to %i", (size, lowest, output) => {
    expect(work({ size }).results).toMatchObject({ lowest, output, gap: output - size });
  });

  it("rounds up where a padded 3×3 window strides by 2, so that the output is too large", () => {
    const down = [
      [3, 2, 1],
      [3, 2, 1],
    ];
    const up = [
      [4, 2, 1, 0],
      [4, 2, 1, 0],
    ];
    expect(work({ size: 13, down, up }).results).toMatchObject({ lowest: 4, output: 16, gap: 3 });
  });

  it("puts a lost row back by output padding: 7, 3, then 7 again", () => {
    const stages = { size: 7, down: [[3, 2, 0]] };
    expect(work({ ...stages, up: [[2, 2, 0, 0]] }).results["output"]).toBe(6);
    expect(work({ ...stages, up: [[2, 2, 0, 1]] }).results["output"]).toBe(7);
  });

  it("says what would fit", () => {
    expect(verdict({})).toBe("Output and input are the same size: the stages fit.");
    expect(verdict({ size: 28 })).toContain("4 cells too small along a side; 24 or 32 would fit");
    expect(verdict({ up: [[2, 2, 0, 0]] })).toContain("no size near it comes back whole");
  });

  it("shows just those sizes as whole that three halvings divide", () => {
    const plot = work().parts.find((part) => part.kind === "plot");
    const points = plot?.kind === "plot" ? (plot.series[1]?.points ?? []) : [];
    const whole = points.filter(([size, output]) => size === output).map(([size]) => size);
    expect(whole).toEqual([24, 32, 40]);
  });

  it("refuses an input that is used up on the way, and names the stage", () => {
    expect(() => work({ size: 3 })).toThrow(/“down 2”.*A kernel of at most 1/);
    expect(() => work({ down: [[0, 2, 0]] })).toThrow(/“down 1”.*at least 1/);
  });
});
