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
  toText,
  toTypst,
  total,
  words,
} from "@/lib/tex";
import { typstCompiler } from "@/lib/cli/typst";
import { describe, expect, it } from "vitest";

const ROWS: readonly (readonly [line: Expression, typst: string])[] = [
  [number(-4, "output"), "-4"],
  [number(10240), "10 thin 240"],
  [number(1 / 3), "0.333333"],
  [number(Number.NEGATIVE_INFINITY), "-infinity"],
  [number(Number.NaN), 'upright("NaN")'],
  [number(1.5e-7), "1.5 times 10^(-7)"],
  [symbol("Y", [0, 1]), "attach(Y, b: 0 comma 1)"],
  [
    symbol("X", [sum("i", "u"), sum("j", "v", negative("P"))]),
    "attach(X, b: i + u comma j + v - P)",
  ],
  [symbol("H_out", [0]), 'attach(H, b: upright("out") comma 0)'],
  [symbol("k'"), "k prime"],
  [symbol("conv1"), 'upright("conv1")'],
  [symbol("\\hat{X}"), "hat(X)"],
  [partial(symbol("K", [0, 0])), "frac(partial L, partial attach(K, b: 0 comma 0))"],
  [sum(2, -6, 0), "2 - 6 + 0"],
  [sum(dot(-2, 3), dot(-1, 5)), "-2 dot.op 3 + (-1) dot.op 5"],
  [difference(5, sum(4, 2)), "5 - lr((4 + 2))"],
  [sum(1, dots, 9), "1 + dots.h.c + 9"],
  [dot(parentheses(sum("k", -1)), "D"), "lr((k - 1)) dot.op D"],
  [juxtapose(2, "P"), "2 P"],
  [floor(fraction(sum(4, -2), 2)), "floor(frac(4 - 2, 2))"],
  [ceiling(fraction("H", "S")), "ceil(frac(H, S))"],
  [power(-3, 2), "attach(lr((-3)), t: 2)"],
  [root(2), "sqrt(2)"],
  [call("max", 3, -7), "max lr((3 comma -7))"],
  [call("ReLU", "x"), 'op("ReLU") lr((x))'],
  [total(["u", "v"], dot("X", "K")), "attach(sum, b: u comma v) X dot.op K"],
  [relation("≈", "y", number(1 / 3)), "y approx 0.333333"],
  [relation("→", "j", "S"), "j -> S"],
  [times(1, 28), "1 times 28"],
  [shape([2, 3]), "2 times 3"],
  [
    matrix([
      [1, 0],
      [0, -1],
    ]),
    'mat(delim: "[", 1, 0; 0, -1)',
  ],
  [star("X", "K"), "X star.op K"],
  [phrase("Y", words('a "b" \\ #c')), 'Y space upright("a \\"b\\" \\\\ #c")'],
  [list(equation("u", 0), equation("v", 1)), "u = 0 comma quad v = 1"],
  [blank, "square.stroked"],
];

describe("a line is written as Typst maths", () => {
  it.each(ROWS.map(([line, typst]) => [toText(line), line, typst] as const))(
    "%s",
    (_, line, typst) => {
      expect(toTypst(line)).toBe(typst);
    },
  );

  it("names the role of a number, of its parentheses, and of a derivative as a whole", () => {
    const line = dot(number(6, "input"), number(-1, "kernel"), partial(symbol("K", [], "kernel")));
    expect(toTypst(line, { colour: true })).toBe(
      "input(6) dot.op kernel((-1)) dot.op gradient(frac(partial L, partial K))",
    );
  });

  it("keeps products whole at the end of a line, where it is asked to, and close in an index", () => {
    const line = sum(dot(-2, 3), symbol("X", [dot(2, "i")]), dot(2, symbol("K", [dot(3, "j")])));
    expect(toTypst(line, { keepsProducts: true })).toBe(
      "-2 by 3 + attach(X, b: 2 dot.op i) + 2 by attach(K, b: 3 dot.op j)",
    );
  });

  it("compiles, each with its spoken form, as PDF/UA-1", async () => {
    const equations = ROWS.map(
      ([line]) =>
        `#math.equation(alt: ${JSON.stringify(toSpeech(line))}, block: true, $${toTypst(line)}$.body)`,
    );
    const source = ['#set document(title: "Lines")', '#set text(lang: "en")', ...equations];
    const { pdf } = typstCompiler();
    expect((await pdf(source.join("\n"))).length).toBeGreaterThan(10_000);
  });
});
