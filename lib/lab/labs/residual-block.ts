import { settle } from "@/lib/derivation";
import type { QuestionDraft } from "@/lib/question";
import {
  KernelError,
  type Tensor,
  conv2d,
  conv2dInputGradient,
  relu,
  reluGradient,
  tensor,
} from "@/lib/tensor";
import { dot, equation, number, partial, sum, symbol, total } from "@/lib/tex";
import type { FlowFigure, PlanesFigure } from "../figure";
import { imageOf } from "../images";
import { type LabStep, defineLab } from "../lab";
import { type Rows, grid, rowsOf, sign } from "../planes";

/** What goes in: the image, the two kernels, and G = ∂L/∂Y. */
interface Block {
  readonly x: Rows;
  readonly first: Rows;
  readonly second: Rows;
  readonly arriving: Rows;
}

/** Every plane of the block, forward and backward. */
interface Planes {
  readonly hidden: Rows;
  readonly active: Rows;
  readonly branch: Rows;
  readonly y: Rows;
  /** ∂L/∂ of what leaves the ReLU, of what enters it, and of x by way of F. */
  readonly intoActive: Rows;
  readonly intoHidden: Rows;
  readonly through: Rows;
  readonly dx: Rows;
}

/**
 * y = F(x) + x with F(x) = K₂ ⋆ ReLU(K₁ ⋆ x), 3×3 kernels, padding 1, no bias; ∂L/∂x = through F + G. Card 20. After He
 * and others 2016, without the batch normalisation inside F and the ReLU that their first block puts after the sum.
 */
export const residualBlockLab = defineLab({
  id: "residual-block",
  title: "A residual block, there and back",
  lead: "The block adds what its convolutions make of x to x itself. Set one kernel to zeros: the image still passes, and so does the whole gradient.",
  fields: {
    x: {
      kind: "grid",
      label: "values of the input",
      role: "input",
      start: [
        [1, -2, 3],
        [0, 2, -1],
        [4, 1, -3],
      ],
      most: [6, 6],
      size: "plane",
    },
    first: {
      kind: "grid",
      label: "values of the first kernel",
      role: "kernel",
      start: [
        [0, 0.1, 0],
        [0.1, 0.2, 0.1],
        [0, 0.1, 0],
      ],
    },
    second: {
      kind: "grid",
      label: "values of the second kernel",
      role: "kernel",
      start: [
        [0.1, 0, -0.1],
        [0, 0.2, 0],
        [-0.1, 0, 0.1],
      ],
    },
    arriving: {
      kind: "grid",
      label: "values of the gradient that arrives",
      role: "gradient",
      start: [
        [1, 0, -2],
        [3, 1, 0],
        [0, -1, 2],
      ],
      most: [6, 6],
      size: "plane",
    },
  },
  work(block) {
    checkSizes(block);
    const planes = planesOf(block);
    return {
      results: {
        through: largest(planes.through),
        straight: largest(block.arriving),
        together: largest(planes.dx),
      },
      parts: [
        FLOW,
        forwardFigure(block, planes),
        {
          kind: "player",
          title: "First convolution",
          question: forward(block.x, block.first),
          asks: ["y"],
        },
        {
          kind: "player",
          title: "Second convolution, of what ReLU lets through",
          question: forward(planes.active, block.second),
          asks: ["y"],
        },
        { kind: "steps", steps: [forwardStep(block, planes)] },
        backwardFigure(block, planes),
        {
          kind: "player",
          title: "The gradient back through the second convolution",
          question: { ...forward(planes.active, block.second), dy: block.arriving },
          asks: ["grads.x"],
        },
        {
          kind: "player",
          title: "Back through the first, where ReLU had let something pass",
          question: { ...forward(block.x, block.first), dy: planes.intoHidden },
          asks: ["grads.x"],
        },
        { kind: "steps", steps: backwardSteps(block, planes) },
      ],
    };
  },
});

const PADDED = { padding: 1 } as const;

/** What passes, and the two ways on which the gradient comes back. */
const FLOW: FlowFigure = {
  kind: "flow",
  title: "Two ways from x to y, and so two ways back",
  boxes: [
    { id: "x", column: 0, lane: 0, label: "x", role: "input" },
    { id: "first", column: 1, lane: 1, label: "3×3 conv", role: "kernel" },
    { id: "relu", column: 2, lane: 1, label: "ReLU" },
    { id: "second", column: 3, lane: 1, label: "3×3 conv", note: "F(x)", role: "kernel" },
    { id: "plus", column: 4, lane: 0, label: "+" },
    { id: "y", column: 5, lane: 0, label: "y", note: "F(x) + x", role: "output" },
  ],
  arrows: [
    { from: "x", to: "plus", label: "x as it is" },
    { from: "x", to: "first" },
    { from: "first", to: "relu" },
    { from: "relu", to: "second" },
    { from: "second", to: "plus" },
    { from: "plus", to: "y" },
  ],
};

function planesOf({ x, first, second, arriving }: Block): Planes {
  const [image, kernel1, kernel2, gradient] = [x, first, second, arriving].map(imageOf);
  if (!image || !kernel1 || !kernel2 || !gradient) throw new Error("A plane is missing.");
  const hidden = cleaned(conv2d(image, kernel1, undefined, PADDED));
  const active = relu(hidden);
  const branch = conv2d(active, kernel2, undefined, PADDED);
  const intoActive = conv2dInputGradient(gradient, kernel2, active.shape, PADDED);
  const intoHidden = reluGradient(hidden, intoActive);
  const through = conv2dInputGradient(intoHidden, kernel1, image.shape, PADDED);
  return {
    hidden: rowsOf(hidden),
    active: rowsOf(active),
    branch: rowsOf(branch),
    y: rowsOf(added(branch, image)),
    intoActive: rowsOf(intoActive),
    intoHidden: rowsOf(intoHidden),
    through: rowsOf(through),
    dx: rowsOf(added(through, gradient)),
  };
}

function added(one: Tensor, other: Tensor): Tensor {
  return tensor(
    one.shape,
    one.data.map((value, index) => value + (other.data[index] ?? 0)),
  );
}

/** Without the rounding noise of sums of decimals, which ReLU would take for more than 0. */
function cleaned({ shape, data }: Tensor): Tensor {
  return tensor(
    shape,
    data.map((value) => settle(Number(value.toPrecision(12)), 10)),
  );
}

function largest(rows: Rows): number {
  return Math.max(...rows.flat().map(Math.abs));
}

function checkSizes({ x, first, second, arriving }: Block): void {
  for (const [name, rows] of Object.entries({ input: x, gradient: arriving })) {
    if (!isRectangle(rows))
      throw new KernelError("ERR_INPUT", `Every row of the ${name} needs equally many values.`);
  }
  for (const kernel of [first, second]) {
    if (isRectangle(kernel) && kernel.length === 3 && kernel[0]?.length === 3) continue;
    throw new KernelError(
      "ERR_INPUT",
      "Both kernels are 3×3, so that with a padding of 1 the size stays and x can be added.",
    );
  }
  const [wanted, given] = [x, arriving].map((rows) => `${rows.length}×${rows[0]?.length ?? 0}`);
  if (wanted === given) return;
  throw new KernelError(
    "ERR_INPUT",
    `The gradient that arrives has the shape of y, which is that of the input, ${wanted}; it is ${given}.`,
  );
}

function isRectangle(rows: Rows): boolean {
  return rows.every(({ length }) => length > 0 && length === rows[0]?.length);
}

function forward(x: Rows, w: Rows): QuestionDraft {
  return { op: "conv2d", params: PADDED, inputs: { x, w } };
}

function forwardFigure({ x }: Block, { branch, y }: Planes): PlanesFigure {
  return {
    kind: "planes",
    title: "Forward: what the convolutions make of x, and x itself",
    items: [
      grid("F(x)", "output", branch),
      sign("+"),
      grid("x", "input", x),
      sign("="),
      grid("y", "output", y),
    ],
  };
}

function backwardFigure({ arriving }: Block, { through, dx }: Planes): PlanesFigure {
  return {
    kind: "planes",
    title: "Backward: the gradient through F, and straight along the shortcut",
    items: [
      grid("through F", "gradient", through),
      sign("+"),
      grid("straight, ∂L/∂y", "gradient", arriving),
      sign("="),
      grid("∂L/∂x", "gradient", dx),
    ],
  };
}

/** The cell in the middle, which the steps speak of. */
function middle(rows: Rows): readonly [number, number] {
  return [Math.floor((rows.length - 1) / 2), Math.floor(((rows[0]?.length ?? 1) - 1) / 2)];
}

function cell(rows: Rows, [row, column]: readonly [number, number]): number {
  return rows[row]?.[column] ?? Number.NaN;
}

function forwardStep({ x }: Block, { branch, y }: Planes): LabStep {
  const at = middle(x);
  return {
    says: "The sum, cell by cell; here the one in the middle.",
    line: equation(
      symbol("Y", at, "output"),
      sum(symbol("F", at), symbol("X", at, "input")),
      sum(cell(branch, at), number(cell(x, at), "input")),
      number(cell(y, at), "output"),
    ),
  };
}

function backwardSteps({ x, arriving }: Block, { through, dx }: Planes): LabStep[] {
  const at = middle(x);
  const slope = partial(symbol("X", ["i", "j"]), "gradient", symbol("F", ["u", "v"]));
  const throughF = total(["u", "v"], dot(symbol("G", ["u", "v"], "gradient"), slope));
  return [
    {
      says: "A sum hands its gradient to both of its terms unchanged, so x gets what comes back through F and, straight along the shortcut, all of G.",
      line: equation(
        partial(symbol("X", ["i", "j"])),
        sum(throughF, symbol("G", ["i", "j"], "gradient")),
      ),
    },
    {
      says: "The cell in the middle in numbers. Were F’s part next to nothing, what goes straight would still arrive.",
      line: equation(
        partial(symbol("X", at)),
        sum(cell(through, at), number(cell(arriving, at), "gradient")),
        number(cell(dx, at), "gradient"),
      ),
    },
  ];
}
