import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import { spoken } from "@/app/prose/spoken";

/** What prose writes, and how a teacher would read it aloud. */
const READ: readonly (readonly [tex: string, aloud: string])[] = [
  [String.raw`G = \partial L/\partial Y`, "G equals partial L by Y"],
  [String.raw`\partial L/\partial K_{0,2} = -3`, "partial L by K at 0, 2 equals minus 3"],
  [
    String.raw`\partial Y_{i,j}/\partial K_{u,v} = X_{i+u,\,j+v}`,
    "partial Y at i, j by K at u, v equals X at i plus u, j plus v",
  ],
  [
    String.raw`\frac{\partial L}{\partial X} = \sum_{i,j} G_{i,j} \cdot K`,
    "partial L by X equals the sum over i, j of G at i, j times K",
  ],
  [String.raw`\partial L/\partial K = X \star G`, "partial L by K equals X correlated with G"],
  [String.raw`\star`, "star"],
  [
    String.raw`\left\lfloor \frac{n + 2P - k}{S} \right\rfloor + 1`,
    "the floor of open n plus 2 P minus k, close over S, plus 1",
  ],
  [String.raw`\lceil n/s \rceil`, "the ceiling of n over s"],
  [String.raw`C_{in}/G`, "C in over G"],
  [String.raw`L_{\text{style}} + y_c + A^k_{i,j}`, "L style plus y c plus A super k at i, j"],
  [String.raw`12\,288 - \infty`, "12288 minus infinity"],
  [String.raw`1/(1 + e^{-x})`, "1 over open 1 plus e to the minus x, close"],
  [String.raw`F F^\top + T' + r^2`, "F F transposed plus T prime plus r squared"],
  [
    String.raw`\sqrt{\sigma^2 + \varepsilon}`,
    "the square root of open sigma squared plus epsilon, close",
  ],
  [
    String.raw`\begin{bmatrix}1 & -2 \\ 3 & 4\end{bmatrix}`,
    "the matrix with rows 1, minus 2; 3, 4;",
  ],
  [String.raw`\textcolor{kernel}{4} \cdot \boxed{2}`, "4 times 2"],
  [String.raw`2 < 3`, "2 is less than 3"],
];

describe("a formula in prose, read aloud", () => {
  it.each(READ)("%s", (tex, aloud) => {
    const mathml = renderToString(tex, { output: "mathml", strict: "error" });
    expect(spoken(mathml.replace(/<annotation .*?<\/annotation>/s, ""))).toBe(aloud);
  });
});
