import { describe, expect, it } from "vitest";
import { type Cell, type Expected, type Given, readAnswer, valueOf } from "@/lib/answer/check";

const ONE_TO_FOUR = [1, 2, 3, 4];
const ONE_TO_EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

function readFor(shape: readonly number[], typed: string): Given {
  const reading = readAnswer(typed, { kind: "tensor", shape });
  if (reading.kind === "unreadable") throw new Error(reading.message);
  return reading.value;
}

function valuesOf(cells: readonly Cell[]) {
  return cells.map((cell) => valueOf(cell) ?? null);
}

describe("a matrix may be pasted from anywhere", () => {
  it.each([
    ["nested lists", "[[1, 2], [3, 4]]"],
    ["nested lists over lines, with a comma at the end", "[\n  [1, 2],\n  [3, 4],\n]"],
    ["tuples", "((1, 2), (3, 4))"],
    ["texts", '[["1", "2"], ["3", "4"]]'],
    ["NumPy's print", "[[1 2]\n [3 4]]"],
    ["NumPy's print of floats", "[[1. 2.]\n [3. 4.]]"],
    ["NumPy's repr", "array([[1, 2],\n       [3, 4]])"],
    ["NumPy's code", "np.array([[1, 2], [3, 4]], dtype=np.float32)"],
    ["PyTorch's print", "tensor([[1., 2.],\n        [3., 4.]])"],
    ["PyTorch's print with a type", "tensor([[1., 2.],\n        [3., 4.]], dtype=torch.float64)"],
    [
      "PyTorch's print with a gradient",
      "tensor([[1.0000, 2.0000],\n        [3.0000, 4.0000]], device='cuda:0', grad_fn=<ConvolutionBackward0>)",
    ],
    [
      "PyTorch's print with batch and channel",
      "tensor([[[[1., 2.],\n          [3., 4.]]]], requires_grad=True)",
    ],
    ["PyTorch's code", "torch.tensor([[1, 2], [3, 4]])"],
    [
      "TensorFlow's repr",
      "<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>",
    ],
    ["TensorFlow's print", "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)"],
    ["MATLAB", "[1 2; 3 4]"],
    ["MATLAB, a list each row", "[[1, 2]; [3, 4]]"],
    ["signs with a space after them", "[[+ 1, 2], [ + 3, 4]]"],
    ["a console's prompt before it", ">>> print(y)\n[[1 2]\n [3 4]]"],
    ["a block of code", "```python\n[[1, 2], [3, 4]]\n```"],
    ["rows that end in \\cr", String.raw`\begin{matrix} 1 & 2 \cr 3 & 4 \end{matrix}`],
    ["MATLAB with commas", "[1, 2; 3, 4];"],
    ["MATLAB over lines", "[1 2\n 3 4]"],
    ["MATLAB's print", "ans =\n\n     1     2\n     3     4\n\n"],
    ["Mathematica", "{{1, 2}, {3, 4}}"],
    ["a named one", "Y = [[1, 2], [3, 4]]"],
    ["a named gradient", "dL/dK = [[1, 2], [3, 4]]"],
    ["a gradient named with symbols", "∂L/∂X = [[1, 2], [3, 4]]"],
    ["bmatrix", String.raw`\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`],
    ["pmatrix in dollars", String.raw`$$\begin{pmatrix}1&2\\[2pt]3&4\\\end{pmatrix}$$`],
    [
      "array",
      String.raw`\left[\begin{array}{cc} 1 & 2 \\ \hline \frac{6}{2} & 2^{2} \end{array}\right]`,
    ],
    ["rows of LaTeX", String.raw`1 & 2 \\ 3 & 4`],
    ["CSV", "1,2\n3,4\n"],
    ["CSV with spaces and Windows' lines", "1, 2\r\n3, 4\r\n"],
    ["TSV", "1\t2\n3\t4"],
    ["spaces", "1 2\n3 4"],
    ["spaces on the way", "   1   2 \n\n   3   4  "],
    ["semicolons between rows", "1 2; 3 4"],
    ["semicolons between cells", "1;2\n3;4"],
    ["MATLAB's factor", "Y =\n\n   1.0e+03 *\n\n    0.0010    0.0020\n    0.0030    0.0040\n"],
    ["MATLAB's columns", "Y =\n\n  Column 1\n\n     1\n     3\n\n  Column 2\n\n     2\n     4\n"],
    [
      "Octave's columns",
      " Columns 1 through 1:\n\n   1\n   3\n\n Columns 2 and 2:\n\n   2\n   4\n",
    ],
    ["Julia's print", "2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0"],
    ["Mathematica's powers", "{{1, 0.2*^1}, {3, 400*^-2}}"],
    ["SymPy", "Matrix([[1, 2], [3, 4]])"],
    ["SymPy's picture", "⎡1 2⎤\n⎣3 4⎦"],
    ["TensorFlow.js", "Tensor\n    [[1, 2],\n     [3, 4]]"],
    ["JAX", "Array([[1., 2.],\n       [3., 4.]], dtype=float32)"],
    ["a table of Markdown", "|   |   |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"],
    ["a table with a first row", "| 1 | 2 |\n|:-:|--:|\n| 3 | 4 |"],
    [
      "a ruled array",
      String.raw`\begin{array}{|c|c|} \hline 1 & 2 \\ \hline 3 & 4 \\ \hline \end{array}`,
    ],
    ["rows in round brackets", "(1 2\n3 4)"],
    ["IPython's output", "Out[3]: array([[1, 2],\n       [3, 4]])"],
    ["a sentence", "Y: [[1, 2], [3, 4]]."],
    ["full-width signs", "［１，２］［３，４］"],
    ["working in the cells", "[[2-1, 4/2], [floor(7/2), (1+3)]]"],
  ])("%s", (_, typed) => {
    const { shape, cells } = readFor([2, 2], typed);
    expect(shape).toEqual([2, 2]);
    expect(valuesOf(cells)).toEqual(ONE_TO_FOUR);
  });
});

describe("channels may be pasted too", () => {
  it.each([
    ["nested lists", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]"],
    [
      "PyTorch's print with its blank line",
      "tensor([[[1., 2.],\n         [3., 4.]],\n\n        [[5., 6.],\n         [7., 8.]]])",
    ],
    ["NumPy's print", "[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]"],
    ["one print after another", "[[1 2]\n [3 4]]\n\n[[5 6]\n [7 8]]"],
    ["rows with a blank line between channels", "1 2\n3 4\n\n5 6\n7 8"],
    ["rows one below the other", "1,2\n3,4\n5,6\n7,8"],
    [
      "MATLAB's print",
      "Y(:,:,1) =\n\n     1     2\n     3     4\n\n\nY(:,:,2) =\n\n     5     6\n     7     8\n",
    ],
    [
      "bmatrix after bmatrix",
      String.raw`\begin{bmatrix}1&2\\3&4\end{bmatrix}, \begin{bmatrix}5&6\\7&8\end{bmatrix}`,
    ],
  ])("%s", (_, typed) => {
    const { shape, cells } = readFor([2, 2, 2], typed);
    expect(shape).toEqual([2, 2, 2]);
    expect(valuesOf(cells)).toEqual(ONE_TO_EIGHT);
  });

  it("a batch of channels has rank 4", () => {
    const { shape } = readFor([2, 2, 1, 1], "[[[[1]], [[2]]], [[[3]], [[4]]]]");
    expect(shape).toEqual([2, 2, 1, 1]);
  });
});

describe("one number stands for a tensor of one cell", () => {
  it.each(["8", "8.", "y = 8", "[[8]]", "| 8 |", "Answer: 8", "16/2"])("%j", (typed) => {
    for (const shape of [[], [1], [1, 1], [1, 1, 1, 1]]) {
      const given = readFor(shape, typed);
      expect(given.shape).toEqual(shape);
      expect(valuesOf(given.cells)).toEqual([8]);
    }
  });
});

describe("a list may be written as a row or as a column", () => {
  it.each(["1 2 3", "1,2,3", "[1, 2, 3]", "(1, 2, 3)", "1\n2\n3", "[1; 2; 3]", "[[1, 2, 3]]"])(
    "%j",
    (typed) => {
      const { shape, cells } = readFor([3], typed);
      expect([shape, valuesOf(cells)]).toEqual([[3], [1, 2, 3]]);
    },
  );
});

describe("a scalar may come in a printout", () => {
  it.each([
    "2.5",
    "5/2",
    "2,5",
    "[2.5]",
    "tensor(2.5000, grad_fn=<MseLossBackward0>)",
    "np.float64(2.5)",
    "array(2.5)",
    "tensor([[2.5]])",
    "(2 + 3)/2",
  ])("%j", (typed) => {
    const { shape, cells } = readFor([], typed);
    expect(valuesOf(cells)).toEqual([2.5]);
    expect(shape.every((size) => size === 1)).toBe(true);
  });
});

describe("signs, commas and blanks in cells", () => {
  it.each([
    ["true minus signs", "−5 −6\n−12 −9", [-5, -6, -12, -9]],
    ["decimal commas between tabs", "1,5\t2,5\n3\t4", [1.5, 2.5, 3, 4]],
    ["decimal commas between semicolons", "1,5;2,5\n3;4", [1.5, 2.5, 3, 4]],
    [
      "decimal commas between spaces, where the shape tells",
      "1,5 2,5\n3,5 4,5",
      [1.5, 2.5, 3.5, 4.5],
    ],
    ["fractions", "[[1/2, −3/4], [½, 2]]", [0.5, -0.75, 0.5, 2]],
    ["exponents", "[[1e-03, 2.5e+00], [3., .5]]", [0.001, 2.5, 3, 0.5]],
    [
      "what is not finite",
      "nan inf\n-inf 0",
      [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0],
    ],
    ["a blank in CSV", "1,\n,4", [1, null, null, 4]],
    ["a blank between tabs", "1\t\n\t4", [1, null, null, 4]],
    ["null and None", "[[1, null], [None, 4]]", [1, null, null, 4]],
    ["nothing between commas", "[[1, ], [, 4]]", [1, null, null, 4]],
    ["a question mark and a dash below", "? 2\n_ 4", [null, 2, null, 4]],
    [
      "nothing between LaTeX's ampersands",
      String.raw`\begin{bmatrix} & 2 \\ 3 & \end{bmatrix}`,
      [null, 2, 3, null],
    ],
    [
      "{-} and \\phantom in LaTeX",
      String.raw`\begin{bmatrix}{-}1 & \phantom{-}2 \\ -\frac{1}{2} & 4\end{bmatrix}`,
      [-1, 2, -0.5, 4],
    ],
  ])("%s", (_, typed, values) => {
    const { shape, cells } = readFor([2, 2], typed);
    expect([shape, valuesOf(cells)]).toEqual([[2, 2], values]);
  });
});

describe("what does not read as a tensor is told, with the place", () => {
  it.each([
    ["[[1, 2], [3, 4]", "UNFINISHED", 15, /before “\]”/],
    ["[[1, 2], [3, 4]]]", "UNEXPECTED", 16, /nothing is open/],
    ["[[1, 2], (3, 4]]", "UNEXPECTED", 14, /“\)” would fit/],
    ["[[1, a], [3, 4]]", "UNEXPECTED", 5, /character 6, “a\], \[3, 4\]\]”/],
    ["[[1, 2], [3, 4]] and", "UNEXPECTED", 17, /“and”/],
    ["1 2\n3 b", "UNEXPECTED", 6, /character 7, “b”/],
    ["[[1, 2], [3]]", "RAGGED", 0, /row of 2 comes one of 1/],
    ["[[1, 2], 3]", "RAGGED", 0, /one number stands/],
    ["1 2\n3", "RAGGED", 0, /row of 2 comes one of 1/],
    ["[[1, 2, ..., 9]]", "ELIDED", 8, /left out/],
    ["[[1 2 ... 9]\n ...\n [3 4 ... 9]]", "ELIDED", 6, /left out/],
    ["1 … 9", "ELIDED", 2, /left out/],
    [String.raw`\begin{bmatrix}1 & \cdots & 9\end{bmatrix}`, "ELIDED", 19, /left out/],
    [String.raw`\begin{bmatrix}1 & 2`, "UNFINISHED", 20, /end\{bmatrix\}/],
    [String.raw`\begin{tikz}1\end{tikz}`, "UNEXPECTED", 7, /bmatrix/],
    ["[[[[[[[[1]]]]]]]]", "TOO_DEEP", 0, /rank 4/],
    ["[".repeat(40), "TOO_DEEP", 16, /rank 4/],
    ["1 ".repeat(5000), "TOO_MUCH", 8192, /4096 cells/],
    ["[[1/0, 2], [3, 4]]", "DIVISION_BY_ZERO", 4, /divides by 0/],
    ["", "EMPTY", 0, /Nothing/],
    ["1".repeat(20_001), "TOO_LONG", 20_000, /20001 characters/],
  ] as const)("%j: %s", (typed, code, at, message) => {
    const reading = readAnswer(typed, { kind: "tensor", shape: [2, 2] });
    expect(reading).toMatchObject({ kind: "unreadable", code, at });
    expect(reading).toHaveProperty("message", expect.stringMatching(message));
  });
});

describe("a shape is read whatever stands between its sizes", () => {
  const shape: Expected = { kind: "shape" };

  it.each([
    ["32x32x10", [32, 32, 10]],
    ["10@32x32", [10, 32, 32]],
    ["32 × 32 × 10 (H×W×C)", [32, 32, 10]],
    ["(batch, 10, 32, 32)", [10, 32, 32]],
    ["(10, 32, 32)", [10, 32, 32]],
    ["10 × 32 × 32", [10, 32, 32]],
    ["10X32X32", [10, 32, 32]],
    ["10*32*32", [10, 32, 32]],
    ["10 32 32", [10, 32, 32]],
    ["10 by 32 by 32", [10, 32, 32]],
    ["[1, 10, 32, 32]", [1, 10, 32, 32]],
    ["torch.Size([1, 10, 32, 32])", [1, 10, 32, 32]],
    ["TensorShape([2, 2])", [2, 2]],
    ["shape = (2, 2)", [2, 2]],
    ["(10,)", [10]],
    ["10", [10]],
    ["()", []],
    ["[]", []],
    ["15.5 x 15.5", [15.5, 15.5]],
    ["(32-5)/1+1 × 28", [28, 28]],
    ["10, ⌊7/2⌋, 3", [10, 3, 3]],
    ["10 × ? × 32", [10, null, 32]],
  ])("%j", (typed, sizes) => {
    const reading = readAnswer(typed, shape);
    expect(reading.kind === "value" && valuesOf(reading.value.cells)).toEqual(sizes);
  });

  it.each([
    ["a×b", "UNEXPECTED"],
    ["32 by", "UNEXPECTED"],
    ["the same", "UNEXPECTED"],
    ["2×2 or 3×3", "UNEXPECTED"],
    ["[1, 2", "UNFINISHED"],
  ])("%j is none: %s", (typed, code) => {
    expect(readAnswer(typed, shape)).toMatchObject({ kind: "unreadable", code });
  });
});
