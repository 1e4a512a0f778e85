import type { Block } from "../../types";
import { cell, cells } from "../cells";
import { gradient, kernel } from "../colours";
import { G, INPUT_GRADIENT, LAYER } from "./example";

const STAMP = [2, 2] as const;

/** What an output hands back: its own gradient times the whole kernel. */
const stamp = (at: string): string =>
  `${gradient(`G_{${at}}`)} \\cdot ${kernel("K")} = {{dy@${at} · w =}}`;

/** ∂L/∂X first seen from the outputs: each hands its share back. */
export const INPUT_BY_STAMPS: readonly Block[] = [
  {
    kind: "prose",
    about: LAYER,
    markdown: `## The input, seen from the outputs

Now $\\partial L/\\partial X$, the one that people dread. It is needed because $X$ is, as a rule, the output of the layer before: our $\\partial L/\\partial X$ is *its* $G$.

Begin at an output, because that is the easy end. $Y_{0,0}$ was made from the four input cells of its window, each multiplied by one weight. So it hands back to each of those cells its own gradient times that same weight. All four at once: $G_{0,0} \\cdot K = {{dy@0,0}} \\cdot K$, laid on the window that $Y_{0,0}$ came from, like a rubber stamp. Every output does the same. **Where two stamps overlap, they add,** because such a cell had a hand in two outputs.`,
  },
  {
    kind: "player",
    title: "Every output hands its stamp back",
    question: LAYER,
    arrangement: ["dy", "·", "w", "→", "dx"],
    labels: { dy: G, dx: INPUT_GRADIENT },
    plan: [
      {
        remark:
          "The first output came from the top-left window. It stamps ${{dy@0,0}} \\cdot K$ there.",
        tex: stamp("0,0"),
        spoken: "G at 0, 0 times K equals {{dy@0,0 · w =}}",
        cells: [cell("dy", [0, 0]), ...cells("w", [0, 0], STAMP), ...cells("dx", [0, 0], STAMP)],
        soFar: {
          ...LAYER,
          dy: [
            [3, 0],
            [0, 0],
          ],
        },
      },
      {
        remark:
          "The second came from one cell further right. It stamps ${{dy@0,1}} \\cdot K$ there, and the middle column now holds two shares added up: ${{[dy@0,0 · w@0,1] + [dy@0,1 · w@0,0]}}$ and ${{[dy@0,0 · w@1,1] + [dy@0,1 · w@1,0]}}$.",
        tex: stamp("0,1"),
        spoken: "G at 0, 1 times K equals {{dy@0,1 · w =}}",
        cells: [cell("dy", [0, 1]), ...cells("w", [0, 0], STAMP), ...cells("dx", [0, 1], STAMP)],
        soFar: {
          ...LAYER,
          dy: [
            [3, 1],
            [0, 0],
          ],
        },
      },
      {
        remark: "The third stamps ${{dy@1,0}} \\cdot K$ one row down, on the left.",
        tex: stamp("1,0"),
        spoken: "G at 1, 0 times K equals {{dy@1,0 · w =}}",
        cells: [cell("dy", [1, 0]), ...cells("w", [0, 0], STAMP), ...cells("dx", [1, 0], STAMP)],
        soFar: {
          ...LAYER,
          dy: [
            [3, 1],
            [2, 0],
          ],
        },
      },
      {
        remark:
          "The last stamps ${{dy@1,1}} \\cdot K$ at the bottom right. The middle cell lay under all four stamps.",
        tex: stamp("1,1"),
        spoken: "G at 1, 1 times K equals {{dy@1,1 · w =}}",
        cells: [cell("dy", [1, 1]), ...cells("w", [0, 0], STAMP), ...cells("dx", [1, 1], STAMP)],
        soFar: {
          ...LAYER,
          dy: [
            [3, 1],
            [2, -1],
          ],
        },
      },
    ],
    caption: "The kernel is used as it is, the right way up. The picture shows the running total.",
  },
  {
    kind: "prose",
    about: LAYER,
    markdown: `That is a complete method. If you can stamp, you can do any $\\partial L/\\partial X$: the right way up, added where it overlaps, in the shape of $X$. Two slips to watch for: letting a later stamp *replace* what was there instead of adding to it, and stamping with $X$’s values in place of the kernel’s (they do not enter at all).

So why does everyone say that the kernel must be rotated?`,
  },
];
