import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import { type Expected, readAnswer, readAs } from "@/lib/answer/check";

const COUNT: Expected = { kind: "count" };
const BYTES: Expected = { kind: "bytes", units: "si" };
const SHAPE: Expected = { kind: "shape" };

function tensor(...shape: number[]): Expected {
  return { kind: "tensor", shape };
}

function shownFor(typed: string, expected: Expected) {
  const reading = readAnswer(typed, expected);
  if (reading.kind === "unreadable") throw new Error(reading.message);
  return readAs(reading.value, expected);
}

const ROWS: readonly (readonly [typed: string, expected: Expected, text: string, tex: string])[] = [
  ["-4", COUNT, "−4", "-4"],
  ["1,024", COUNT, "1024", "1024"],
  ["1,5", COUNT, "1.5", "1.5"],
  ["3/4", COUNT, "3/4", String.raw`\frac{3}{4}`],
  ["-1/2", tensor(), "−1/2", String.raw`-\frac{1}{2}`],
  ["(32-5+4)/1+1", COUNT, "(32−5+4)/1+1 = 32", "32"],
  ["768k MACs", COUNT, "768 k = 768000", String.raw`768\,\mathrm{k}`],
  ["9,2 kB", BYTES, "9.2 kB = 9200 B", String.raw`9.2\,\mathrm{kB}`],
  ["28·28·3·4 B", BYTES, "9408 B", String.raw`9408\,\mathrm{B}`],
  ["2213074 B", BYTES, "2213074 B", String.raw`2213074\,\mathrm{B}`],
  ["2213074", BYTES, "2213074 B", String.raw`2213074\,\mathrm{B}`],
  ["28·28·3·4", BYTES, "28*28*3*4 = 9408 B", String.raw`9408\,\mathrm{B}`],
  ["75264 bits", BYTES, "75264 bit = 9408 B", String.raw`75264\,\mathrm{bit}`],
  ["32x32x10", SHAPE, "the shape 32 × 32 × 10", String.raw`32 \times 32 \times 10`],
  ["()", SHAPE, "the shape of a single number: ()", "()"],
  [
    "−5 −6\n−12 -9",
    tensor(2, 2),
    "a 2×2 matrix: −5, −6; −12, −9",
    String.raw`\begin{bmatrix} -5 & -6 \\ -12 & -9 \end{bmatrix}`,
  ],
  [
    "1,\n1/2,1+1",
    tensor(2, 2),
    "a 2×2 matrix: 1, a blank cell; 1/2, 2",
    String.raw`\begin{bmatrix} 1 & \square \\ \frac{1}{2} & 2 \end{bmatrix}`,
  ],
  [
    "[inf, -inf, nan]",
    tensor(3),
    "a list of 3 numbers: ∞, −∞, NaN",
    String.raw`\begin{bmatrix} \infty & -\infty & \mathrm{NaN} \end{bmatrix}`,
  ],
  [
    "[[[1, 2]], [[3, 4]]]",
    tensor(2, 1, 2),
    "a 2×1×2 tensor: [0] 1, 2 | [1] 3, 4",
    String.raw`\begin{bmatrix} 1 & 2 \end{bmatrix},\;\begin{bmatrix} 3 & 4 \end{bmatrix}`,
  ],
  ["8 1", tensor(2), "a list of 2 numbers: 8, 1", String.raw`\begin{bmatrix} 8 & 1 \end{bmatrix}`],
];

describe("an answer is shown as it was read", () => {
  it.each(ROWS)("%j", (typed, expected, text, tex) => {
    expect(shownFor(typed, expected)).toEqual({ text, tex });
  });

  it.each(ROWS.map(([typed, expected]) => [typed, expected] as const))(
    "in strict LaTeX: %j",
    (typed, expected) => {
      const { tex = "" } = shownFor(typed, expected);
      expect(() => renderToString(tex, { strict: "error", throwOnError: true })).not.toThrow();
    },
  );

  it("and by its size alone where it is large", () => {
    const rows = Array.from({ length: 11 }, () => Array(20).fill(1).join(" ")).join("\n");
    expect(shownFor(rows, tensor(11, 20))).toEqual({ text: "an 11×20 matrix" });
  });
});
