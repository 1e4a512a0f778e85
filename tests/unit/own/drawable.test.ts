import { describe, expect, it } from "vitest";
import { tooManyCells } from "@/app/own/drawable";
import { PAGES } from "@/content";
import type { QuestionDraft } from "@/lib/question";

const WINDOW = [
  [1, 2],
  [3, 4],
];

describe("what can be drawn cell by cell", () => {
  const rows: readonly [string, QuestionDraft, RegExp][] = [
    [
      "a border of 9 around 2×2: 20×20",
      { op: "conv2d", params: { padding: 9 }, inputs: { x: WINDOW, w: WINDOW } },
      /^drawn$/,
    ],
    [
      "a border of 10: 22×22",
      { op: "conv2d", params: { padding: 10 }, inputs: { x: WINDOW, w: WINDOW } },
      /22×22/,
    ],
    [
      "stamps 200 apart: (2 − 1)·200 + 2 = 202",
      { op: "conv_transpose2d", params: { stride: 200 }, inputs: { x: WINDOW, w: WINDOW } },
      /202×202/,
    ],
    [
      "an image that is drawn as sheets",
      {
        op: "conv2d",
        params: { padding: 200 },
        inputs: { x: { shape: [3, 64, 64] }, w: { shape: [8, 3, 3, 3] } },
      },
      /^drawn$/,
    ],
  ];

  it.each(rows)("%s", (_, draft, says) => {
    const said = tooManyCells(draft);
    expect(said ?? "drawn").toMatch(says);
  });

  it("takes what every page starts from, but for card 81, which does not fit", () => {
    const fitting = PAGES.filter(({ slug }) => slug !== "shape-of-the-input-gradient");
    const crowded = fitting.flatMap(({ slug, blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "own" && tooManyCells(block.question) !== null ? [slug] : [],
      ),
    );
    expect(crowded).toEqual([]);
  });
});
