import { describe, expect, it } from "vitest";
import { labNamed, startOf, type Values } from "@/lib/lab";

const lab = labNamed("unet-concat")!;

function work(values: Partial<Values> = {}) {
  return lab.work({ ...startOf(lab.fields), ...values } as Values);
}

function saysOf(values: Partial<Values>): string {
  const steps = work(values).parts.flatMap((part) => (part.kind === "steps" ? part.steps : []));
  return steps.map((step) => ("says" in step ? step.says : "")).join(" ");
}

describe("stacking and adding", () => {
  it("reads both maps when stacked, one map’s channels when added", () => {
    expect(work().results).toEqual({
      encoder: 64,
      decoder: 64,
      stacked: 128,
      stackedParameters: 64 * (128 * 9 + 1),
      addedParameters: 64 * (64 * 9 + 1),
    });
  });

  it("names the shapes in its flows", () => {
    const flows = work({ side: 8 }).parts.filter((part) => part.kind === "flow");
    expect(flows.map(({ boxes }) => boxes.find(({ id }) => id === "join")?.note)).toEqual([
      "128×8×8",
      "64×8×8",
    ]);
  });

  it("stacks what cannot be added, and says what would make it fit", () => {
    const { results, parts } = work({ encoder: 32, kernel: 1, filters: 10 });
    expect(results).toEqual({
      encoder: 32,
      decoder: 64,
      stacked: 96,
      stackedParameters: 10 * (96 + 1),
    });
    expect(parts.filter(({ kind }) => kind === "flow")).toHaveLength(1);
    expect(saysOf({ encoder: 32 })).toContain("32 is not 64");
    expect(saysOf({ encoder: 32 })).toContain("1×1 convolution that turns the encoder’s into 64");
  });
});
