import type { Block } from "../../types";
import { cell, cells } from "../cells";
import { gradient, kernel } from "../colours";
import { G, INPUT_GRADIENT, LAYER, NOT_ROTATED, ROTATED, ROTATED_KERNEL } from "./example";

const WINDOW = [2, 2] as const;
const CENTRE = [1, 1] as const;

/** One output's gradient meets one weight. */
const meeting = (output: string, weight: string): string =>
  `${gradient(`G_{${output}}`)} \\cdot ${kernel(`K_{${weight}}`)} = {{dy@${output} · w@${weight} =}}`;

/** What reaches the middle cell. */
const MIDDLE = "dy@0,0 · w@1,1 + dy@0,1 · w@1,0 + dy@1,0 · w@0,1 + dy@1,1 · w@0,0 =";

/** ∂L/∂X seen from one input cell, which is where the rotation comes from. */
export const INPUT_BY_ROTATION: readonly Block[] = [
  {
    kind: "prose",
    about: LAYER,
    markdown: `## The same, seen from one input cell

Change seats. Until now we stood at an output and handed out. Now sit on the middle input cell, $X_{1,1}$, and let the windows pass over you. Watch one thing only: **where in the window are you?**`,
  },
  {
    kind: "player",
    title: "Sit on one cell and let the windows pass",
    question: LAYER,
    arrangement: ["x", "w", "dy"],
    labels: { dy: G },
    plan: [
      {
        remark:
          "The first window, that of $Y_{0,0}$. You are in its **bottom-right** corner, so $K_{1,1}$ multiplied you.",
        tex: meeting("0,0", "1,1"),
        spoken: "G at 0, 0 times K at 1, 1: {{dy@0,0 · w@1,1 =}}.",
        cells: [
          ...cells("x", [0, 0], WINDOW),
          cell("x", CENTRE, 3),
          cell("w", [1, 1]),
          cell("dy", [0, 0]),
        ],
      },
      {
        remark:
          "The window moves one to the **right**. You stay, so inside the window you move to the **left**: bottom-left now, and $K_{1,0}$ multiplied you.",
        tex: meeting("0,1", "1,0"),
        spoken: "G at 0, 1 times K at 1, 0: {{dy@0,1 · w@1,0 =}}.",
        cells: [
          ...cells("x", [0, 1], WINDOW),
          cell("x", CENTRE, -2),
          cell("w", [1, 0]),
          cell("dy", [0, 1]),
        ],
      },
      {
        remark:
          "The window goes back, and one **down**. Inside it you move **up**: top-right, $K_{0,1}$.",
        tex: meeting("1,0", "0,1"),
        spoken: "G at 1, 0 times K at 0, 1: {{dy@1,0 · w@0,1 =}}.",
        cells: [
          ...cells("x", [1, 0], WINDOW),
          cell("x", CENTRE, 1),
          cell("w", [0, 1]),
          cell("dy", [1, 0]),
        ],
      },
      {
        remark: "The last window. You are in its **top-left** corner: $K_{0,0}$.",
        tex: meeting("1,1", "0,0"),
        spoken: "G at 1, 1 times K at 0, 0: {{dy@1,1 · w@0,0 =}}.",
        cells: [
          ...cells("x", [1, 1], WINDOW),
          cell("x", CENTRE, 2),
          cell("w", [0, 0]),
          cell("dy", [1, 1]),
        ],
      },
      {
        remark:
          "Add up what came in: {{grads.x@1,1}}, as the stamps had it. **We read $G$ forwards and met $K$ backwards:** last weight first, first weight last.",
        tex: `{{${MIDDLE}}}`,
        spoken: `{{${MIDDLE}}}.`,
        cells: [...cells("dy", [0, 0], WINDOW), ...cells("w", [0, 0], WINDOW)],
      },
    ],
  },
  {
    kind: "prose",
    about: LAYER,
    markdown: `There it is. **When the window moves one way, whoever stays put moves the other way inside it.** Here is your ride once more, one output a column, in reading order:

| output | $Y_{0,0}$ | $Y_{0,1}$ | $Y_{1,0}$ | $Y_{1,1}$ |
|---|---|---|---|---|
| its $G$ | {{dy@0,0}} | {{dy@0,1}} | {{dy@1,0}} | {{dy@1,1}} |
| your place | bottom right | bottom left | top right | top left |
| weight met | $K_{1,1}$ | $K_{1,0}$ | $K_{0,1}$ | $K_{0,0}$ |
| its value | {{w@1,1}} | {{w@1,0}} | {{w@0,1}} | {{w@0,0}} |

The last row is $K$ read backwards: {{w@1,1}}, {{w@1,0}}, {{w@0,1}}, {{w@0,0}}. Now turn the kernel by 180°, so that its last weight comes first and its first comes last,

$K = {{w|tex}} \\quad\\longrightarrow\\quad \\operatorname{rot180}(K) = \\begin{bmatrix}{{w@1,1}} & {{w@1,0}} \\\\ {{w@0,1}} & {{w@0,0}}\\end{bmatrix}$

and read it forwards: {{w@1,1}}, {{w@1,0}}, {{w@0,1}}, {{w@0,0}}. It is the same list. With the rotated kernel, forwards meets forwards, and an ordinary sliding window does all the bookkeeping. Nobody rotates a kernel for its own sake; it is what our adding-up looks like once it is written as a convolution.

One detail is left. The corner $X_{0,0}$ was touched by one output only, the middle by four. For the window to find four cells of $G$ everywhere, we put a border of zeros around $G$: outputs that never existed, and so send nothing. For a $k \\times k$ kernel the border is $k - 1$ wide, here 1.`,
  },
  {
    kind: "player",
    title: "The same numbers by an ordinary convolution",
    question: ROTATED,
    arrangement: ["x", "⋆", "w", "=", "y"],
    labels: { x: G, w: ROTATED_KERNEL, y: INPUT_GRADIENT },
    plan: [
      {
        remark:
          "The corner. Of the window only one cell is a real output; it meets the rotated kernel’s last entry, which is $K_{0,0}$, the only weight that $X_{0,0}$ ever met.",
        tex: `${gradient("\\partial L/\\partial X_{0,0}")} = {{x@0,0 · w@1,1 =}}`,
        spoken: "The gradient of X at 0, 0: {{x@0,0 · w@1,1 =}}.",
        cells: [
          cell("x", [-1, -1], 3),
          cell("x", [-1, 0], -2),
          cell("x", [0, -1], 1),
          cell("x", [0, 0], 2),
          ...cells("w", [0, 0], WINDOW),
          cell("y", [0, 0]),
        ],
      },
      {
        remark: "One to the right: two outputs touched this cell.",
        tex: `${gradient("\\partial L/\\partial X_{0,1}")} = {{x@0,0 · w@1,0 + x@0,1 · w@1,1 =}}`,
        spoken: "The gradient of X at 0, 1: {{x@0,0 · w@1,0 + x@0,1 · w@1,1 =}}.",
        cells: [
          cell("x", [-1, 0], 3),
          cell("x", [-1, 1], -2),
          cell("x", [0, 0], 1),
          cell("x", [0, 1], 2),
          ...cells("w", [0, 0], WINDOW),
          cell("y", [0, 1]),
        ],
      },
      {
        remark:
          "The middle cell. These are the four products of the player above, in the same order, and now they lie one on top of the other.",
        tex: `${gradient("\\partial L/\\partial X_{1,1}")} = {{x@0,0 · w@0,0 + x@0,1 · w@0,1 + x@1,0 · w@1,0 + x@1,1 · w@1,1 =}}`,
        spoken:
          "The gradient of X at 1, 1: {{x@0,0 · w@0,0 + x@0,1 · w@0,1 + x@1,0 · w@1,0 + x@1,1 · w@1,1 =}}.",
        cells: [
          cell("x", [0, 0], 3),
          cell("x", [0, 1], -2),
          cell("x", [1, 0], 1),
          cell("x", [1, 1], 2),
          ...cells("w", [0, 0], WINDOW),
          cell("y", [1, 1]),
        ],
      },
      {
        remark: "And all nine: number for number what the stamps gave.",
        tex: `${gradient("\\frac{\\partial L}{\\partial X}")} = \\operatorname{pad}(${gradient("G")}) \\star \\operatorname{rot180}(${kernel("K")})`,
        spoken:
          "The gradient of the loss by X is the padded G, correlated with the kernel rotated by 180 degrees.",
        cells: cells("y", [0, 0], [3, 3]),
      },
    ],
    caption:
      "Seen as a layer of its own: input $G$ with padding 1, kernel $\\operatorname{rot180}(K)$, output $\\partial L/\\partial X$.",
  },
  {
    kind: "prose",
    about: LAYER,
    markdown: `For the formula, let input cell $X_{p,q}$ ask which weight joins it to output $Y_{i,j}$. The window of that output starts at $(i, j)$, so inside it the cell is at $\\mathord{(p - i,\\, q - j)}$:

$\\displaystyle \\frac{\\partial L}{\\partial X_{p,q}} = \\sum_{i,j} G_{i,j} \\cdot K_{p-i,\\,q-j}$

over those outputs for which there is such a weight.

The rotation is in the minus signs: as $i$ grows, $p - i$ shrinks.`,
  },
  {
    kind: "prose",
    about: NOT_ROTATED,
    markdown: `**If you forget to rotate,** the corner comes out as {{y@0,0}}, and the middle as {{y@1,1}}. You can catch this without doing it all again: $X_{0,0}$ only ever met $K_{0,0} = {{w@0,0}}$, in the window of $Y_{0,0}$. So its gradient can only be \${{x@0,0 · w@0,0 =}}$. Any corner tells.

**If you forget the border,** a 2×2 $G$ and a 2×2 kernel leave a single number. That cannot be it: $\\partial L/\\partial X$ has one number for each cell of $X$, so it is 3×3.`,
  },
];
