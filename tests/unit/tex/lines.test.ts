import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import {
  type Expression,
  blank,
  call,
  ceiling,
  difference,
  dot,
  dots,
  equation,
  floor,
  fraction,
  juxtapose,
  list,
  matrix,
  negative,
  number,
  parentheses,
  partial,
  phrase,
  power,
  relation,
  root,
  shape,
  star,
  sum,
  symbol,
  times,
  toSpeech,
  toTex,
  toText,
  total,
  withoutResult,
  words,
} from "@/lib/tex";

type Row = readonly [line: Expression, tex: string, speech: string, text: string];

const ROWS: readonly Row[] = [
  [number(-4, "output"), "-4", "minus 4", "-4"],
  [number(10240), "10\\,240", "10240", "10240"],
  [number(1 / 3), "0.333333", "0.333333", "0.333333"],
  [number(Number.POSITIVE_INFINITY), "\\infty", "infinity", "∞"],
  [number(1.5e-7), "1.5 \\times 10^{-7}", "1.5 times 10 to the minus 7", "1.5e-7"],
  [symbol("Y", [0, 1]), "Y_{0,1}", "Y at 0, 1", "Y[0,1]"],
  [
    symbol("X", [sum("i", "u"), sum("j", "v", negative("P"))]),
    "X_{i + u,\\,j + v - P}",
    "X at i plus u, j plus v minus P",
    "X[i+u,j+v-P]",
  ],
  [symbol("H_out"), "H_{\\mathrm{out}}", "H out", "H_out"],
  [symbol("k'"), "k'", "k prime", "k'"],
  [symbol("\\mu"), "\\mu", "mu", "μ"],
  [
    partial(symbol("K", [0, 0])),
    "\\frac{\\partial L}{\\partial K_{0,0}}",
    "partial L by K at 0, 0",
    "dL/dK[0,0]",
  ],
  [
    partial("K", "input", symbol("Y", ["i", "j"])),
    "\\frac{\\partial Y_{i,j}}{\\partial K}",
    "partial Y at i, j by K",
    "dY[i,j]/dK",
  ],
  [sum(2, -6, 0), "2 - 6 + 0", "2 minus 6 plus 0", "2 - 6 + 0"],
  [dot(6, -1), "6 \\cdot (-1)", "6 times minus 1", "6·(-1)"],
  [
    sum(dot(-2, 3), dot(-1, 5)),
    "-2 \\cdot 3 + (-1) \\cdot 5",
    "minus 2 times 3 plus minus 1 times 5",
    "-2·3 + (-1)·5",
  ],
  [
    difference(5, sum(4, 2)),
    "5 - \\left(4 + 2\\right)",
    "5 minus open 4 plus 2, close",
    "5 - (4 + 2)",
  ],
  [
    sum(5, negative(sum(4, 2))),
    "5 - \\left(4 + 2\\right)",
    "5 minus open 4 plus 2, close",
    "5 - (4 + 2)",
  ],
  [sum(1, 2, dots, 9), "1 + 2 + \\cdots + 9", "1 plus 2, and so on, plus 9", "1 + 2 + ... + 9"],
  [
    dot(parentheses(sum("k", -1)), "D"),
    "\\left(k - 1\\right) \\cdot D",
    "open k minus 1, close times D",
    "(k - 1)·D",
  ],
  [juxtapose(2, "P"), "2 P", "2 P", "2·P"],
  [
    floor(fraction(sum(4, -2), 2)),
    "\\left\\lfloor \\frac{4 - 2}{2}\\right\\rfloor ",
    "the floor of open 4 minus 2, close over 2,",
    "floor((4 - 2)/2)",
  ],
  [
    ceiling(fraction("H", "S")),
    "\\left\\lceil \\frac{H}{S}\\right\\rceil ",
    "the ceiling of H over S,",
    "ceil(H/S)",
  ],
  [power(-3, 2), "\\left(-3\\right)^{2}", "open minus 3, close squared", "(-3)^2"],
  [root(2), "\\sqrt{2}", "the square root of 2", "sqrt(2)"],
  [call("max", 3, -7), "\\max(3,\\, -7)", "the largest of 3, minus 7", "max(3, -7)"],
  [
    total(["u", "v"], dot("X", "K")),
    "\\sum_{u,v} X \\cdot K",
    "the sum over u and v of X times K",
    "sum over u,v of X·K",
  ],
  [
    relation("≈", symbol("y"), number(1 / 3)),
    "y \\approx 0.333333",
    "y is about 0.333333",
    "y ≈ 0.333333",
  ],
  [times(1, 28, 28), "1 \\times 28 \\times 28", "1 times 28 times 28", "1 x 28 x 28"],
  [shape([2, 3]), "2 \\times 3", "2 by 3", "2 x 3"],
  [
    matrix([
      [1, 0],
      [0, -1],
    ]),
    "\\begin{bmatrix}1 & 0 \\\\ 0 & -1\\end{bmatrix}",
    "the matrix with rows 1 0; 0 minus 1;",
    "[[1, 0], [0, -1]]",
  ],
  [star("X", "K"), "X \\star K", "X correlated with K", "X ⋆ K"],
  [phrase("Y", words("through"), "X"), "Y\\ \\text{through}\\ X", "Y through X", "Y through X"],
  [
    list(equation("u", 0), equation("v", 1)),
    "u = 0,\\quad v = 1",
    "u equals 0, v equals 1",
    "u = 0, v = 1",
  ],
  [words("50% of a_b − c"), "\\text{50\\% of a\\_b $-$ c}", "50% of a_b − c", "50% of a_b − c"],
  [blank, "\\boxed{\\phantom{00}}", "what?", "?"],
];

const named = ROWS.map((row) => [toText(row[0]), ...row] as const);

describe("a line is one expression, written three ways", () => {
  it.each(named)("%s", (_, line, tex, speech, text) => {
    expect({ tex: toTex(line), speech: toSpeech(line), text: toText(line) }).toEqual({
      tex,
      speech,
      text,
    });
  });
});

describe("KaTeX accepts every construct in strict mode", () => {
  it.each(named)("%s", (_, line) => {
    for (const colour of [false, true]) {
      const html = renderToString(toTex(line, { colour }), {
        strict: "error",
        trust: false,
        throwOnError: true,
      });
      expect(html).not.toContain("katex-error");
    }
  });
});

describe("colour names the role of a number and of its parentheses", () => {
  const product = dot(number(6, "input"), number(-1, "kernel"));

  it("is written as LaTeX", () => {
    expect(toTex(product, { colour: true })).toBe(
      "\\textcolor{input}{6} \\cdot \\textcolor{kernel}{(-1)}",
    );
  });

  it("reaches the page as the CSS colour that the style sheet looks for", () => {
    const html = renderToString(toTex(product, { colour: true }), { strict: "error" });
    expect(html).toContain('style="color:input;"');
    expect(html).toContain('style="color:kernel;"');
  });

  it("is left out where none is asked for", () => {
    expect(toTex(product)).toBe("6 \\cdot (-1)");
  });
});

describe("a result can be kept back", () => {
  it("blanks the last side only", () => {
    expect(toText(withoutResult(equation("y", sum(2, -6), -4)))).toBe("y = 2 - 6 = ?");
  });

  it("leaves a line without sides as it is", () => {
    expect(withoutResult(number(3))).toEqual(number(3));
  });
});
