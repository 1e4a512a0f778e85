import { type Ask, type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { type Tensor, zeros } from "@/lib/tensor";
import { proseNumber } from "@/lib/tex";
import type { PlanesFigure } from "../figure";
import { type PlayerPart, defineLab } from "../lab";
import { type At, type Rows, grid, planesFigure, rowsOf, sign } from "../planes";

/** A small convolution forward, and the three gradients on the way back. Cards 23–25 and 35. */
export const convolutionLab = defineLab({
  id: "convolution",
  title: "One convolution, forward and back",
  lead: "Change the input, the kernel, or the gradient G that arrives from the loss, and step through the output and what each of them receives on the way back.",
  fields: {
    x: {
      kind: "grid",
      label: "input X",
      role: "input",
      start: [
        [1, 2, 0],
        [3, 1, 2],
        [0, 4, 2],
      ],
      most: [6, 6],
    },
    w: {
      kind: "grid",
      label: "kernel K",
      role: "kernel",
      start: [
        [2, 1],
        [-1, 3],
      ],
      most: [4, 4],
    },
    bias: { kind: "number", label: "bias b", start: 1, least: -1000, most: 1000 },
    dy: {
      kind: "grid",
      label: "arriving gradient G",
      role: "gradient",
      start: [
        [1, -1],
        [2, 3],
      ],
      most: [6, 6],
    },
    stride: { kind: "number", label: "stride", start: 1, least: 1, most: 3, whole: true },
    padding: { kind: "number", label: "padding", start: 0, least: 0, most: 2, whole: true },
  },
  work({ x, w, bias, dy, stride, padding }) {
    const question: QuestionDraft = {
      op: "conv2d",
      params: { stride, padding },
      inputs: { x, w, b: [bias] },
      dy,
    };
    const { y, grads } = solve(questionFrom(question));
    const planes = { x, w, dy, y: plane(y), dw: plane(grads?.w), dx: plane(grads?.x) };
    const places = { x, w, y: planes.y, stride, padding };
    return {
      results: {
        ...cellsByName(planes),
        db: grads?.b?.data[0] ?? 0,
        products: w.flat().length,
        outputs: planes.y.flat().length,
      },
      parts: [
        forwardFigure(planes, bias, firstWindow(places)),
        kernelFigure(planes, firstTaps(places)),
        inputFigure(planes),
        player("Forward: multiply and sum", question, "y"),
        player("Back to the kernel, ∂L/∂K", question, "grads.w"),
        player("Back to the input, ∂L/∂X", question, "grads.x"),
        player("Back to the bias, ∂L/∂b", question, "grads.b"),
      ],
    };
  },
});

type Planes = Readonly<Record<"x" | "w" | "dy" | "y" | "dw" | "dx", Rows>>;

interface Places {
  readonly x: Rows;
  readonly w: Rows;
  readonly y: Rows;
  readonly stride: number;
  readonly padding: number;
}

function forwardFigure({ x, w, y }: Planes, bias: number, lit: readonly At[]): PlanesFigure {
  const added = bias === 0 ? "=" : `${bias < 0 ? "−" : "+"} ${proseNumber(Math.abs(bias))} =`;
  return planesFigure("The window that makes the first output", [
    grid("input X", "input", x, lit),
    sign("⋆"),
    grid("kernel K", "kernel", w),
    sign(added),
    grid("output Y", "output", y, [[0, 0]]),
  ]);
}

function kernelFigure({ x, dy, dw }: Planes, lit: readonly At[]): PlanesFigure {
  return planesFigure("What the kernel’s first weight met, and its gradient", [
    grid("input X", "input", x, lit),
    sign("and"),
    grid("arriving gradient G", "gradient", dy),
    sign("→"),
    grid("∂L/∂K", "gradient", dw, [[0, 0]]),
  ]);
}

function inputFigure({ w, dy, dx }: Planes): PlanesFigure {
  return planesFigure("What goes on to the layer before", [
    grid("arriving gradient G", "gradient", dy),
    sign("and"),
    grid("kernel K", "kernel", w),
    sign("→"),
    grid("∂L/∂X", "gradient", dx),
  ]);
}

/** The input cells under the kernel where it first stands. */
function firstWindow({ x, w, padding }: Places): At[] {
  return inside(
    x,
    w.map((_, row) => row - padding),
    (w[0] ?? []).map((_, column) => column - padding),
  );
}

/** The input cells that the kernel's first weight is multiplied by, one for each output. */
function firstTaps({ x, y, stride, padding }: Places): At[] {
  return inside(
    x,
    y.map((_, row) => row * stride - padding),
    (y[0] ?? []).map((_, column) => column * stride - padding),
  );
}

function inside(x: Rows, rows: readonly number[], columns: readonly number[]): At[] {
  return rows
    .flatMap((row) => columns.map((column): At => [row, column]))
    .filter(([row, column]) => x[row]?.[column] !== undefined);
}

/** Every cell by its name, e.g. y01 for row 0, column 1 of Y. */
function cellsByName(planes: Planes): Record<string, number> {
  const cells = Object.entries(planes).flatMap(([name, rows]) =>
    rows.flatMap((row, y) => row.map((value, x) => [`${name}${y}${x}`, value] as const)),
  );
  return Object.fromEntries(cells);
}

function plane(tensor: Tensor | undefined): number[][] {
  return rowsOf(tensor ?? zeros([0, 0]));
}

function player(title: string, question: QuestionDraft, ask: Ask): PlayerPart {
  return { kind: "player", title, question, asks: [ask] };
}
