import { describe, expect, it } from "vitest";
import { plainText } from "@/app/prose/plain-text";
import { fillSlots, type SlotForm } from "@/app/prose/slots";
import { questionFrom, solve } from "@/lib/question";

const QUESTION = questionFrom({
  op: "conv2d",
  params: { stride: 1 },
  inputs: {
    x: [
      [2, 1, 0],
      [0, 1, 1],
      [1, 2, 0],
    ],
    w: [
      [2, 1],
      [-2, 3],
    ],
    b: [1],
  },
  dy: [
    [3, 1],
    [2, -1],
  ],
});

function filled(text: string, form?: SlotForm): string {
  return fillSlots(text, QUESTION, solve(QUESTION), form);
}

describe("slots", () => {
  it.each([
    ["{{y@0,0}}", "9"],
    ["{{shapes.grads.w}}", "2×2"],
    ["{{dy@1,1 · w@1,0 =}}", "−1·(−2) = 2"],
    ["{{[x@0,0 - x@0,1 · 2]}}", "0"],
    ["{{⌊(shapes.x@-1 - 1)/4⌋ + 1 =}}", "floor((3 − 1)/4) + 1 = 1"],
  ])("%s among words: %s", (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  it.each([
    ["$a = {{w@1,0}}$", "$a = -2$"],
    ["${{dy@0,0 · w@1,0 + dy@0,1 · w@1,1 =}}$", "$3 \\cdot (-2) + 1 \\cdot 3 = -3$"],
    ["${{(shapes.x@-1 - 1) · 2}}$", "$\\left(3 - 1\\right) \\cdot 2$"],
    ["${{⌊(shapes.x@-1 + 2)/2⌋ =}}$", "$\\left\\lfloor \\frac{3 + 2}{2}\\right\\rfloor  = 2$"],
    [
      "${{1/2 · ([x@0,0 - 5]^2) =}}$",
      "$\\frac{1}{2} \\cdot \\left(\\left(-3\\right)^{2}\\right) = 4.5$",
    ],
  ])("%s: %s", (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  it("a line wears the colours of its roles, and a matrix is scaled as a whole", () => {
    expect(filled("{{dy@0,0}}", "line")).toBe("\\textcolor{gradient}{3}");
    expect(filled("{{dy@1,0 · w =}}", "maths")).toBe(
      "2 \\cdot \\begin{bmatrix}2 & 1 \\\\ -2 & 3\\end{bmatrix} = \\begin{bmatrix}4 & 2 \\\\ -4 & 6\\end{bmatrix}",
    );
    expect(filled("{{w - 0.1 · grads.w =}}", "maths")).toMatch(/= \\begin\{bmatrix\}1\.4 & /);
  });

  it("what is read aloud says its signs", () => {
    expect(filled("{{dy@1,1 · w@0,0 =}}", "spoken")).toBe("minus 1 times 2 equals minus 2");
    expect(filled("{{w@1,0}}", "spoken")).toBe("minus 2");
  });

  it.each(["{{q@0,0 + 1}}", "{{dy@0,0 +}}", "{{(dy@0,0}}", "{{2 dy@0,0 =}}", "{{shapes.q@0 · 2}}"])(
    "%s fails the build",
    (text) => {
      expect(() => filled(text)).toThrow(/\w/);
    },
  );
});

describe("plain text", () => {
  it.each([
    ["It stamps $3 \\cdot K$ there.", "It stamps 3 times K there."],
    ["The **first** window, that of $Y_{0,0}$.", "The first window, that of Y at 0, 0."],
    ["$\\partial L/\\partial K = X \\star G$.", "∂L/∂K = X correlated with G."],
    ["$-1 \\cdot K$", "−1 times K"],
    ["$K = \\begin{bmatrix}1 & 0 \\\\ 0 & -1\\end{bmatrix}$", "K = [1, 0; 0, −1]"],
    ["$\\lfloor 5/2\\rfloor$", "⌊5/2⌋"],
  ])("%s reads %s", (markdown, expected) => {
    expect(plainText(markdown)).toBe(expected);
  });
});
