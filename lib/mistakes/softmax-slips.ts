import type { Question } from "@/lib/question";
import { shape4 } from "./image";
import { axesOf, lanes, softmaxOver } from "./lanes";
import { type Model, type Slip, together } from "./model";

/** A softmax along some axes, and the parts of its gradient y·(G − ΣG·y). */
interface Softmax {
  readonly axes: readonly number[];
  readonly normalised: boolean;
  readonly factor: "all" | "without y" | "without the sum" | "plain sum" | "diagonal" | "slope";
}

/** y = exp(x)/Σ exp(x). */
export function softmaxOutput(question: Question): Model<Softmax> | undefined {
  const setting = settingOf(question);
  if (!setting) return undefined;
  const { shape, values, axis } = setting;
  return {
    right: { axes: [axis], normalised: true, factor: "all" },
    slips: [notNormalised, wrongAxis(shape, axis)],
    compute: ({ axes, normalised }) =>
      together(shape4(shape), () =>
        normalised ? softmaxOver(shape, values, axes) : values.map((value) => Math.exp(value)),
      ),
  };
}

/** ∂L/∂X = y·(G − ΣG·y). */
export function softmaxGradient(question: Question): Model<Softmax> | undefined {
  const setting = settingOf(question);
  if (!setting || (question.dy && !question.dy.data)) return undefined;
  const { shape, values, axis } = setting;
  const dy = question.dy?.data ?? new Float64Array(values.length).fill(1);
  return {
    right: { axes: [axis], normalised: true, factor: "all" },
    slips: [notNormalised, wrongAxis(shape, axis), factorForgotten],
    compute: (setup) => together(shape4(shape), () => gradient(setup, shape, values, dy)),
  };
}

function settingOf({ inputs, params }: Question) {
  const { x } = inputs;
  if (!x?.data || x.shape.length > 4) return undefined;
  const { axis = -1 } = params;
  return { shape: x.shape, values: x.data, axis: axis < 0 ? axis + x.shape.length : axis };
}

function gradient(
  { axes, normalised, factor }: Softmax,
  shape: readonly number[],
  values: Float64Array,
  dy: Float64Array,
): Float64Array {
  const y = normalised ? softmaxOver(shape, values, axes) : values.map((value) => Math.exp(value));
  const result = new Float64Array(values.length);
  for (const lane of lanes(shape, axes)) {
    const weighted = lane.reduce(
      (sum, at) => sum + (dy[at] ?? 0) * (factor === "plain sum" ? 1 : (y[at] ?? 0)),
      0,
    );
    for (const at of lane) {
      const arriving = factor === "slope" ? 1 : (dy[at] ?? 0);
      const isDiagonal = factor === "diagonal" || factor === "slope";
      const own = arriving * (y[at] ?? 0);
      const taken = factor === "without the sum" ? 0 : isDiagonal ? own : weighted;
      const inner = arriving - taken;
      result[at] = factor === "without y" ? inner : (y[at] ?? 0) * inner;
    }
  }
  return result;
}

const notNormalised: Slip<Softmax> = {
  id: "NOT_NORMALISED",
  readings: [
    (setup) => ({ ...setup, normalised: false }),
    (setup) => ({ ...setup, normalised: false, factor: "without the sum" }),
  ],
};

function wrongAxis(shape: readonly number[], right: number): Slip<Softmax> {
  const others = axesOf(shape)
    .filter((axis) => axis !== right)
    .toReversed();
  const readings = shape.length > 1 ? [...others.map((axis) => [axis]), axesOf(shape)] : [];
  return { id: "WRONG_AXIS", readings: readings.map((axes) => (setup) => ({ ...setup, axes })) };
}

const factorForgotten: Slip<Softmax> = {
  id: "FACTOR_FORGOTTEN",
  readings: (["without y", "without the sum", "plain sum", "diagonal", "slope"] as const).map(
    (factor) => (setup) => ({ ...setup, factor }),
  ),
};
