import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Expected,
  MAX_CHARACTERS,
  checkAnswer,
  readAnswer,
  readAs,
  readJson,
} from "@/lib/answer/check";
import { readNumber, readShape } from "@/lib/answer";
import { questionFrom } from "@/lib/question";

const ASKED: readonly Expected[] = [
  { kind: "count" },
  { kind: "bytes", units: "si" },
  { kind: "shape" },
  { kind: "field" },
  { kind: "tensor", shape: [] },
  { kind: "tensor", shape: [3] },
  { kind: "tensor", shape: [2, 2] },
  { kind: "tensor", shape: [3, 100, 100] },
];

/** The longest text of a piece repeated. */
function full(piece: string): string {
  return piece.repeat(Math.ceil(MAX_CHARACTERS / piece.length)).slice(0, MAX_CHARACTERS);
}

const PIECES = [
  ...Array.from("()[]{}<>|,;:.…'\"\\&^%$#@!?_=+-−×·/⌊⌋√²½∞0123456789eExX \t\n\0😀\u202e"),
  "1,",
  "1 ",
  "1;",
  "1\n",
  "\n\n1",
  "[1]",
  "[1],",
  "[1,2],\n",
  "((1)",
  "(1+1),",
  "1+",
  "9^",
  "2**",
  "^2",
  "1/2,",
  "1.5 ",
  "1 000 ",
  "1,000,",
  "1.000.",
  "1_0",
  "1e5,",
  "1e",
  "0x1",
  "5%",
  "a=",
  "1=",
  "1=1,",
  "kB",
  "1 kB ",
  "nan ",
  "inf,",
  ",,",
  ";;",
  "...",
  String.raw`\frac{1}{2}`,
  String.raw`\frac{`,
  String.raw`\begin{`,
  String.raw`\begin{bmatrix}1\end{bmatrix}`,
  String.raw`\left(`,
  String.raw`{1}`,
  String.raw`1 \\ `,
  "tensor(",
  "np.array([",
  "<tf.Tensor: numpy=",
  "torch.Size([",
  "floor(",
  "min(1,",
  "sqrt",
  "constructor ",
  "__proto__,",
  "x2",
  "(:,:,1) =\n",
];

const CORPUS = [
  ...PIECES.map(full),
  ...PIECES.map((piece) => `[${full(piece).slice(2)}]`),
  String.raw`\begin{bmatrix}` +
    full(String.raw`\frac{1}{2} & `).slice(40) +
    String.raw`\end{bmatrix}`,
  String.raw`\begin{bmatrix}` + full("{1").slice(40) + String.raw`\end{bmatrix}`,
  "zeros(100000, 100000)",
  "ones(1e9)",
  "1:1e12",
  "range(1, 1e12)",
  "9^9^9^9^9^9",
  "(((((9^99)^99)^99)^99)^99)^99",
  "2^(2^(2^(2^(2^(2^2)))))",
  "1e308*10",
  "1e-400",
  `0.${"0".repeat(5000)}1`,
  "9".repeat(5000),
  `${"9".repeat(50)}e50 * ${"9".repeat(50)}e50`,
  Array(50).fill("123456789/987654321").join("+"),
  "170!",
  "f(x) = x",
  "a.b.c",
  'import("fs")',
  "evaluate('1')",
  "toString",
  "hasOwnProperty",
  "[constructor, __proto__]",
  "__proto__[0]",
  "${1}",
  "<script>alert(1)</script>",
  `1${" ".repeat(MAX_CHARACTERS - 2)}1`,
  "1".repeat(2 ** 20),
  "[".repeat(2 ** 20),
];

/** What a page or a script does with a text: read it for each ask, and show how it was read. */
function readForAll(typed: string): void {
  for (const expected of ASKED) {
    const reading = readAnswer(typed, expected);
    if (reading.kind === "value") {
      const size = reading.value.shape.reduce((product, one) => product * one, 1);
      expect(reading.value.cells.length).toBe(size);
      expect(size).toBeLessThanOrEqual(5000);
      expect(readAs(reading.value, expected).text.length).toBeLessThan(10_000);
    } else {
      expect(reading.message.length).toBeLessThan(500);
      expect(reading.message).not.toBe("");
      expect(reading.at).toBeLessThanOrEqual(typed.length);
      expect(reading.at).toBeGreaterThanOrEqual(0);
    }
  }
  expect(readNumber(typed).ok || readShape(typed).ok).toBeTypeOf("boolean");
}

describe(`any text is answered, hostile ones of up to ${MAX_CHARACTERS} characters and beyond too`, () => {
  it.each(CORPUS.map((typed) => [typed.slice(0, 40), typed] as const))("%j", (_, typed) => {
    expect(() => readForAll(typed)).not.toThrow();
  });

  const options = { seed: 76, numRuns: 400 };

  it("any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), noThrow(readForAll)),
      options,
    );
  });

  it("any sequence of the pieces that answers are made of", () => {
    const typed = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 60 })
      .map((pieces) => pieces.join(""));
    fc.assert(fc.property(typed, noThrow(readForAll)), options);
  });

  it("any sequence of pieces, many times over", () => {
    const typed = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
      .map((pieces) => full(pieces.join("")));
    fc.assert(fc.property(typed, noThrow(readForAll)), { seed: 76, numRuns: 40 });
  });

  it("any printout with one character changed", () => {
    const printout =
      "tensor([[[ 1.0000, -2.5000],\n         [ 3.0000,  4.0000]]], grad_fn=<ViewBackward0>)";
    const changed = fc
      .tuple(fc.nat({ max: printout.length }), fc.constantFrom(...PIECES))
      .map(([at, piece]) => printout.slice(0, at) + piece + printout.slice(at + 1));
    fc.assert(fc.property(changed, noThrow(readForAll)), options);
  });
});

describe("any JSON is answered", () => {
  const question = questionFrom({
    op: "conv2d",
    inputs: {
      x: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      w: [
        [1, 0],
        [0, -1],
      ],
    },
  });

  it("by a verdict with a score from 0 to 1", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        fc.constantFrom("y", "params", "shapes.y", "memory.x", "receptive_field"),
        (answer, ask) => {
          const { verdict, score, cells } = checkAnswer(question, ask, answer);
          expect(score >= 0 && score <= 1).toBe(true);
          expect(verdict === "correct").toBe(score === 1);
          if (verdict === "incorrect") expect(cells.length).toBeGreaterThan(0);
        },
      ),
      { seed: 82, numRuns: 500 },
    );
  });

  it.each([
    ["lists in lists without end", JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) as unknown],
    ["a million numbers", Array.from({ length: 1_000_000 }, (_, index) => index)],
    ["very many texts", Array.from({ length: 10_000 }, () => "1+1")],
    ["one long text in a list", ["1".repeat(2 ** 20)]],
    ["a shape that means more than there is", { shape: [1e9, 1e9], data: [1] }],
    ["a shape of texts", { shape: ["2"], data: [1, 2] }],
    ["a key that every object has", { constructor: 1 }],
    ["true", true],
  ])("%s", (_, json) => {
    const reading = readJson(json, { kind: "tensor", shape: [2, 2] });
    expect(reading.kind === "value" || reading.message.length < 500).toBe(true);
  });
});

/** fast-check shows the text that throws. */
function noThrow(run: (typed: string) => void) {
  return (typed: string): boolean => {
    run(typed);
    return true;
  };
}
