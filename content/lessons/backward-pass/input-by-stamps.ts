import type { Block } from "../../types";
import { cell, cells } from "../cells";
import { gradient, kernel } from "../colours";
import { G, INPUT_GRADIENT, LAYER } from "./example";

const STAMP = [2, 2] as const;

/** ∂L/∂X first seen from the outputs: each hands its share back. */
export const INPUT_BY_STAMPS: readonly Block[] = [
  {
    kind: "prose",
    about: LAYER,
    markdown: `## The input, seen from the outputs

Now $\\partial L/\\partial X$, the one that people dread. It is needed because $X$ is, as a rule, the output of the layer before: our $\\partial L/\\partial X$ is *its* $G$.

Begin at an output, because that is the easy end. $Y_{0,0}$ was made from the four input cells of its window, each multiplied by one weight. So it hands back to each of those cells its own gradient times that same weight. All four at once: $G_{0,0} \\cdot K = 3 \\cdot K$, laid on the window that $Y_{0,0}$ came from, like a rubber stamp. Every output does the same. **Where two stamps overlap, they add,** because such a cell had a hand in two outputs.`,
  },
  {
    kind: "player",
    title: "Every output hands its stamp back",
    question: LAYER,
    arrangement: ["dy", "·", "w", "→", "dx"],
    labels: { dy: G, dx: INPUT_GRADIENT },
    plan: [
      {
        remark: "The first output came from the top-left window. It stamps $3 \\cdot K$ there.",
        tex: `${gradient("G_{0,0}")} \\cdot ${kernel("K")} = ${gradient("3")} \\cdot ${kernel("\\begin{bmatrix} 2 & 1 \\\\ -2 & 3 \\end{bmatrix}")} = \\begin{bmatrix} 6 & 3 \\\\ -6 & 9 \\end{bmatrix}`,
        spoken:
          "G zero zero times K: three times the rows two, one and minus two, three, is six, three and minus six, nine.",
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
          "The second came from one cell further right. It stamps $1 \\cdot K$ there, and the middle column now holds two shares added up: $3 + 2$ and $9 - 2$.",
        tex: `${gradient("G_{0,1}")} \\cdot ${kernel("K")} = ${gradient("1")} \\cdot ${kernel("\\begin{bmatrix} 2 & 1 \\\\ -2 & 3 \\end{bmatrix}")} = \\begin{bmatrix} 2 & 1 \\\\ -2 & 3 \\end{bmatrix}`,
        spoken: "G zero one times K: one times K is K itself.",
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
        remark: "The third stamps $2 \\cdot K$ one row down, on the left.",
        tex: `${gradient("G_{1,0}")} \\cdot ${kernel("K")} = ${gradient("2")} \\cdot ${kernel("\\begin{bmatrix} 2 & 1 \\\\ -2 & 3 \\end{bmatrix}")} = \\begin{bmatrix} 4 & 2 \\\\ -4 & 6 \\end{bmatrix}`,
        spoken: "G one zero times K: two times K is four, two and minus four, six.",
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
          "The last stamps $-1 \\cdot K$ at the bottom right. The middle cell lay under all four stamps.",
        tex: `${gradient("G_{1,1}")} \\cdot ${kernel("K")} = ${gradient("-1")} \\cdot ${kernel("\\begin{bmatrix} 2 & 1 \\\\ -2 & 3 \\end{bmatrix}")} = \\begin{bmatrix} -2 & -1 \\\\ 2 & -3 \\end{bmatrix}`,
        spoken:
          "G one one times K: minus one times K is minus two, minus one and two, minus three.",
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
