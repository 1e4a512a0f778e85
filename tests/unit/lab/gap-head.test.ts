import { describe, expect, it } from "vitest";
import { labNamed } from "@/lib/lab";

const results = (height: number, width: number, channels: number, classes: number) =>
  labNamed("gap-head")?.work({ height, width, channels, classes }).results ?? {};

describe("gap-head", () => {
  it("counts a weight for each feature and class, and a bias for each class", () => {
    let [flat, pooled] = [0, 0];
    for (let to = 0; to < 10; to++) {
      flat++;
      pooled++;
      for (let channel = 0; channel < 6; channel++) {
        pooled++;
        for (let place = 0; place < 3 * 4; place++) flat++;
      }
    }
    expect(results(3, 4, 6, 10)).toMatchObject({ flatParameters: flat, gapParameters: pooled });
  });

  it("gives VGG’s and ResNet-18’s last maps to 1000 classes", () => {
    expect(results(7, 7, 512, 1000)).toMatchObject({
      flatParameters: 25089000,
      gapParameters: 513000,
    });
  });

  it("finds both alike on a plane of one cell", () => {
    const { flatParameters, gapParameters, times } = results(1, 1, 512, 1000);
    expect(flatParameters).toBe(gapParameters);
    expect(times).toBe(1);
  });
});
