import {
  type Expression,
  bars,
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
  toMathml,
  toMathmlParts,
  total,
  words,
} from "@/lib/tex";
import { describe, expect, it } from "vitest";
import { fault } from "../well-formed";

const PLUS = '<mo form="infix">+</mo>';
const MINUS = '<mo form="infix">−</mo>';
const OPEN = '<mo form="prefix" stretchy="true" lspace="0" rspace="0">';
const CLOSE = '<mo form="postfix" stretchy="true" lspace="0" rspace="0">';
const minus = (digits: string) => `<mrow><mo form="prefix">−</mo><mn>${digits}</mn></mrow>`;
const round = (inner: string) => `<mrow>${OPEN}(</mo>${inner}${CLOSE})</mo></mrow>`;
const i = (name: string) => `<mi>${name}</mi>`;
const n = (digits: string) => `<mn>${digits}</mn>`;

/** One row a kind at the least; the compiler knows if one is missing. */
const ROWS: Record<Expression["kind"], readonly (readonly [Expression, string])[]> = {
  number: [
    [number(-4), minus("4")],
    [number(10240), n("10\u202F240")],
    [number(Number.NEGATIVE_INFINITY), minus("∞")],
    [number(1.5e-7), `${n("1.5")}<mo>×</mo><msup>${n("10")}<mrow>${minus("7")}</mrow></msup>`],
    [number(2e21), `${n("2")}<mo>×</mo><msup>${n("10")}<mrow>${n("21")}</mrow></msup>`],
  ],
  symbol: [
    [symbol("Y", [0, 1]), `<msub>${i("Y")}<mrow>${n("0")}<mo>,</mo>${n("1")}</mrow></msub>`],
    [symbol("H_out"), `<msub>${i("H")}<mrow>${i("out")}</mrow></msub>`],
    [symbol("k'"), `<msup>${i("k")}<mo>′</mo></msup>`],
    [symbol("\\mu"), i("μ")],
    [symbol("\\hat{X}"), `<mover accent="true">${i("X")}<mo>^</mo></mover>`],
  ],
  partial: [
    [
      partial("K"),
      `<mfrac><mrow><mo form="prefix">∂</mo>${i("L")}</mrow><mrow><mo form="prefix">∂</mo>${i("K")}</mrow></mfrac>`,
    ],
  ],
  words: [[words("a < b & c"), "<mtext>a &lt; b &amp; c</mtext>"]],
  sum: [
    [sum(2, -6, 0), `${n("2")}${MINUS}${n("6")}${PLUS}${n("0")}`],
    [sum("a", dot(-1, 5)), `${i("a")}${PLUS}${round(minus("1"))}<mo>·</mo>${n("5")}`],
  ],
  difference: [
    [difference(5, sum(4, 2)), `${n("5")}${MINUS}${round(`${n("4")}${PLUS}${n("2")}`)}`],
  ],
  product: [
    [dot(6, -1), `${n("6")}<mo>·</mo>${round(minus("1"))}`],
    [times(sum("a", 1), 2), `${round(`${i("a")}${PLUS}${n("1")}`)}<mo>×</mo>${n("2")}`],
    [star("X", "K"), `${i("X")}<mo>⋆</mo>${i("K")}`],
    [juxtapose(2, "P"), `${n("2")}${i("P")}`],
  ],
  fraction: [[fraction(1, "N"), `<mfrac><mrow>${n("1")}</mrow><mrow>${i("N")}</mrow></mfrac>`]],
  power: [[power(-3, 2), `<msup><mrow>${round(minus("3"))}</mrow><mrow>${n("2")}</mrow></msup>`]],
  root: [[root("v"), `<msqrt>${i("v")}</msqrt>`]],
  fence: [
    [parentheses("x"), round(i("x"))],
    [floor("x"), `<mrow>${OPEN}⌊</mo>${i("x")}${CLOSE}⌋</mo></mrow>`],
    [ceiling("x"), `<mrow>${OPEN}⌈</mo>${i("x")}${CLOSE}⌉</mo></mrow>`],
    [bars("x"), `<mrow>${OPEN}|</mo>${i("x")}${CLOSE}|</mo></mrow>`],
  ],
  call: [[call("max", 3, "x"), `${i("max")}${round(`${n("3")}<mo>,</mo>${i("x")}`)}`]],
  total: [
    [
      total(["u", "v"], "K"),
      `<munder><mo>∑</mo><mrow>${i("u")}<mo>,</mo>${i("v")}</mrow></munder>${i("K")}`,
    ],
  ],
  relation: [
    [relation("<", "a", "b"), `${i("a")}<mo form="infix">&lt;</mo>${i("b")}`],
    [relation("≤", "a", "b"), `${i("a")}<mo form="infix">≤</mo>${i("b")}`],
  ],
  shape: [[shape([2, 3]), `<mrow>${n("2")}<mo form="infix">×</mo>${n("3")}</mrow>`]],
  matrix: [
    [
      matrix([[1, 2]]),
      `<mrow>${OPEN}[</mo><mtable><mtr><mtd>${n("1")}</mtd><mtd>${n("2")}</mtd></mtr></mtable>${CLOSE}]</mo></mrow>`,
    ],
  ],
  negative: [[negative("x"), `<mo form="prefix">−</mo>${i("x")}`]],
  sequence: [
    [list("a", "b"), `${i("a")}<mo>,</mo><mspace width="1em"></mspace>${i("b")}`],
    [phrase("a", "b"), `${i("a")}<mspace width="0.33em"></mspace>${i("b")}`],
  ],
  dots: [[dots, "<mo>⋯</mo>"]],
  blank: [[blank, "<mtext>□</mtext>"]],
};

describe("an expression as MathML", () => {
  it.each(Object.values(ROWS).flat())("%#", (line, inner) => {
    const mathml = toMathml(line);
    expect(mathml).toBe(`<math>${inner}</math>`);
    expect(fault(mathml)).toBe("");
  });

  it("wears its role, a derivative one alone", () => {
    expect(toMathml(number(-4, "output"), { colour: true })).toBe(
      `<math><mrow class="output">${minus("4")}</mrow></math>`,
    );
    const derivative = toMathml(partial(symbol("K", [0], "kernel")), { colour: true });
    expect(derivative.match(/class="\w+"/g)).toEqual(['class="gradient"']);
  });
});

describe("a long line is broken before its signs", () => {
  it.each([
    [
      equation("y", sum(1, -2), -1),
      [
        i("y"),
        `<mo form="infix">=</mo>${n("1")}`,
        `${MINUS}${n("2")}`,
        `<mo form="infix">=</mo>${minus("1")}`,
      ],
    ],
    [sum("a", "b"), [i("a"), `${PLUS}${i("b")}`]],
    [dot(2, "x"), [`${n("2")}<mo>·</mo>${i("x")}`]],
  ] as const)("%#", (line, parts) => {
    expect(toMathmlParts(line)).toEqual(parts);
    expect(toMathml(line)).toBe(`<math>${parts.join("")}</math>`);
  });
});
