import { describe, expect, it } from "vitest";
import { labNamed, startOf, type Values } from "@/lib/lab";

const lab = labNamed("max-unpooling")!;

function work(values: Partial<Values> = {}) {
  return lab.work({ ...startOf(lab.fields), ...values } as Values);
}

/** The rows of the last plane of the first figure: what comes out. */
function unpooled(values: Partial<Values>) {
  const [figure] = work(values).parts;
  const item = figure?.kind === "planes" ? figure.items.at(-1) : undefined;
  return item?.kind === "grid" ? item.rows : [];
}

const APART = {
  x: [
    [1, 5, 2, 0],
    [3, 4, 1, 7],
    [6, 0, 2, 2],
    [1, 1, 2, 3],
  ],
  kernel: 2,
  stride: 2,
};

describe("max unpooling", () => {
  it("puts each maximum back where it stood, and zero everywhere else", () => {
    expect(unpooled(APART)).toEqual([
      [0, 5, 0, 0],
      [0, 0, 0, 7],
      [6, 0, 0, 0],
      [0, 0, 0, 3],
    ]);
    expect(work(APART).results).toMatchObject({ windows: 4, places: 4, visits: 1 });
  });

  it("keeps or doubles a maximum that two windows chose, by the rule", () => {
    const { results } = work();
    expect(results).toEqual({
      windows: 4,
      places: 3,
      cells: 25,
      visits: 2,
      overwritten: 9,
      summed: 18,
    });
    expect(unpooled({})[2]).toEqual([0, 9, 0, 0, 0]);
    expect(unpooled({ overlap: "sum" })[2]).toEqual([0, 18, 0, 0, 0]);
  });

  it("lets the later of two different values stay, or adds them", () => {
    const values = { values: "numbered" };
    expect(work(values).results).toMatchObject({ overwritten: 3, summed: 1 + 3 });
    expect(unpooled(values)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 2],
      [0, 3, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 4],
    ]);
  });

  it("gives a negative maximum back as it is", () => {
    const x = [
      [-4, -2],
      [-3, -9],
    ];
    expect(unpooled({ x, kernel: 2, stride: 2 })).toEqual([
      [0, -2],
      [0, 0],
    ]);
  });

  it("hands the noted places to the second player, by the rule that was chosen", () => {
    const players = work({ overlap: "sum" }).parts.filter((part) => part.kind === "player");
    expect(players.at(-1)).toMatchObject({
      question: {
        params: { output_size: [5, 5], overlap: "sum" },
        inputs: {
          indices: [
            [11, 9],
            [11, 24],
          ],
        },
      },
    });
  });

  it("refuses a window that is larger than the input, and says what would fit", () => {
    expect(() => work({ x: [[1, 2]], kernel: 3 })).toThrow(/at most 1/);
  });
});
