import type { Dialect } from "./dialect";
import { NUMPY_CONVOLUTIONS } from "./numpy-convolutions";
import { NUMPY_LAYERS } from "./numpy-layers";
import { NUMPY_POOLING } from "./numpy-pooling";
import type { NumpyCode } from "./numpy-code";
import { layoutAxes, type Plan } from "./plan";
import { python } from "./python";
import type { Op } from "../question";

/** NumPy: plain loops and sums, forward and back, so that every product can be seen. */
export const numpy: Dialect = {
  imports: ["import numpy as np"],
  order: "nchw",
  array: (lists, isWhole) => `np.array(${lists}, dtype=${isWhole ? "int" : "float"})`,
  empty: (shape) => `np.zeros(${shape})`,
  reshape: (name, shape) => `${name}.reshape(${shape})`,
  transpose: (name, axes) => `${name}.transpose${axes}`,
  rotate: (weights) => `${weights}[..., ::-1, ::-1]  # true convolution turns the kernel`,
  size: (name) => `${name}.size`,
  shape: (name) => `${name}.shape`,
  forward: (plan, names) => CODE[plan.question.op].forward(plan, names),
  backward: (plan, names, of) => [
    ...outputGradient(plan),
    ...CODE[plan.question.op].backward(plan, names),
    `gradient = ${lowered(plan, of)}`,
  ],
  close: (value, key) => `np.allclose(${value}, ${key}, rtol=1e-8, atol=1e-9, equal_nan=True)`,
};

const CODE: Readonly<Record<Op, NumpyCode>> = {
  ...NUMPY_CONVOLUTIONS,
  ...NUMPY_POOLING,
  ...NUMPY_LAYERS,
};

/** G = ∂L/∂Y in the shape of Y. */
function outputGradient({ question, outShape, images }: Plan): string[] {
  if (!question.dy) return ["G = np.ones(Y.shape)"];
  const { order, shape } = layoutAxes(question, outShape, images?.y);
  if (!images || question.op === "gram" || order === "nchw") return ["G = dy.reshape(Y.shape)"];
  return [`G = dy.reshape(${python(shape)}).transpose(0, 3, 1, 2)`];
}

/** The gradient of an input in the input's own rank and layout. */
function lowered({ question, images }: Plan, of: string): string {
  if (of === "w" && question.conventions.operation === "convolution" && images)
    return "dw[..., ::-1, ::-1].reshape(w.shape)";
  if (of !== "x" || !images) return `d${of}.reshape(${of}.shape)`;
  const { order } = layoutAxes(question, question.inputs.x?.shape ?? [], images.x);
  return order === "nhwc" ? "dx.transpose(0, 2, 3, 1).reshape(x.shape)" : "dx.reshape(x.shape)";
}
