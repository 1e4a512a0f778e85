import type { Tensor } from "@/lib/tensor";
import { tensorOf } from "../ops/operands";
import type { InputName, Question } from "../question";
import { forward } from "../solve";

/** The slope of the loss at one cell of an input, from values of the loss alone. */
export interface Quotient {
  /** (L(x + h) − L(x − h))/2h. */
  readonly value: number;
  /** (L(x) − L(x − h))/h and (L(x + h) − L(x))/h: they differ at a kink. */
  readonly sides: readonly [left: number, right: number];
  /**
   * Why the gradient need not be the quotient: the loss has a kink here, or the value is overwritten in unpooling, where
   * the gradient is by convention that of the cell it would have gone to.
   */
  readonly exception?: "kink" | "overwritten";
}

/** A power of two, so that x ± h is exact for the numbers that people choose. */
const STEP = 2 ** -16;

/** Of a smooth function the sides come together with the step; at a kink they stay apart. */
const FINER = 2 ** -4;
const APART = 1e-6;

/** The difference quotient of L = Σ dy·y at every cell of an input, in row-major order. */
export function quotientsOf(question: Question, name: InputName, dy: Tensor): Quotient[] {
  const source = tensorOf(question, name);
  const here = forward(question).y.data;
  const moved = (cell: number, change: number): Float64Array => {
    const data = source.data.slice();
    data[cell] = (data[cell] ?? 0) + change;
    const inputs = { ...question.inputs, [name]: { shape: source.shape, data } };
    return forward({ ...question, inputs }).y.data;
  };
  const slopesAt = (cell: number, step: number): Slopes =>
    slopes(dy.data, [moved(cell, -step), here, moved(cell, step)], step);
  const isLost = overwritten(question);
  return [...source.data.keys()].map((cell) => {
    const { sides, bend } = slopesAt(cell, STEP);
    const value = (sides[0] + sides[1]) / 2;
    if (isLost(cell)) return { value, sides, exception: "overwritten" as const };
    const isKink = bend > APART && slopesAt(cell, STEP * FINER).bend > bend / 2;
    return { value, sides, ...(isKink ? { exception: "kink" as const } : {}) };
  });
}

interface Slopes {
  readonly sides: readonly [left: number, right: number];
  /** By how much the sides differ, output by output: bends of opposite sign do not cancel. */
  readonly bend: number;
}

function slopes(
  dy: Float64Array,
  [below, here, above]: readonly [Float64Array, Float64Array, Float64Array],
  step: number,
): Slopes {
  let [left, right, bend] = [0, 0, 0];
  for (let at = 0; at < dy.length; at++) {
    const [g, y] = [dy[at] ?? 0, here[at] ?? 0];
    const [fall, rise] = [(y - (below[at] ?? 0)) / step, ((above[at] ?? 0) - y) / step];
    left += g * fall;
    right += g * rise;
    bend += Math.abs(g * (rise - fall));
  }
  return { sides: [left, right], bend };
}

/** Whether a later value of the same plane goes to the same cell. */
function overwritten(question: Question): (cell: number) => boolean {
  const { op, params, conventions, inputs } = question;
  const indices = inputs.indices;
  if (op !== "max_unpool2d" || params.overlap === "sum" || !indices?.data) return () => false;
  const { shape, data } = indices;
  const isLast = conventions.layout === "nhwc" && shape.length > 2;
  const channels = isLast ? (shape.at(-1) ?? 1) : 1;
  const plane = (isLast ? shape.slice(-3, -1) : shape.slice(-2)).reduce(
    (all, size) => all * size,
    1,
  );
  const block = plane * channels;
  return (cell) => {
    const end = (Math.floor(cell / block) + 1) * block;
    for (let other = cell + channels; other < end; other += channels) {
      if (data[other] === data[cell]) return true;
    }
    return false;
  };
}
