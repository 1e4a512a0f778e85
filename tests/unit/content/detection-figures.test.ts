import { expect, it } from "vitest";
import { DEFAULT_BOXES, OVERLAP, SUPPRESSED } from "@/content/deck/detection/boxes";

it("counts the cells in both boxes and in at least one", () => {
  const [one, other] = OVERLAP.regions.map(({ corners }) => corners);
  let both = 0;
  let either = 0;
  for (let x = 0; x < OVERLAP.width; x++) {
    for (let y = 0; y < OVERLAP.height; y++) {
      const inside = [one, other].map(
        (box) => box && x >= box[0] && x < box[2] && y >= box[1] && y < box[3],
      );
      if (inside.every(Boolean)) both++;
      if (inside.some(Boolean)) either++;
    }
  }
  expect(OVERLAP.title).toContain(`${both} cells lie in both boxes, ${either} in at least one`);
});

it("keeps the most confident box of each object", () => {
  const solid = SUPPRESSED.regions.filter(({ dashed }) => !dashed);
  expect(solid.map(({ label }) => label)).toEqual(["left, 0.9", "right, 0.6"]);
});

it("names every region once, and draws all of them inside the plane", () => {
  for (const { regions, width, height } of [OVERLAP, DEFAULT_BOXES, SUPPRESSED]) {
    expect(new Set(regions.map(({ label }) => label)).size).toBe(regions.length);
    for (const { corners } of regions) {
      expect(Math.min(...corners)).toBeGreaterThanOrEqual(0);
      expect(corners[2]).toBeLessThanOrEqual(width);
      expect(corners[3]).toBeLessThanOrEqual(height);
    }
  }
});
