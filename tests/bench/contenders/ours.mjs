import * as kernel from "../.cache/tensor.mjs";

export const name = "kernelwise";

/** Each pass as a function that computes it and returns its values, N×C×H×W. */
export function passes(work) {
  const x = { shape: work.x.shape, data: work.x.data };
  if (work.op === "max_pool2d") return maxPool(x, work);
  if (work.op === "avg_pool2d") return averagePool(x, work);
  const op = work.op === "conv2d" ? "conv2d" : "convTranspose2d";
  return convolution(op, x, work);
}

/** The output's shape. */
export function outputShape(work) {
  if (work.op === "conv2d")
    return kernel.conv2dOutputShape(work.x.shape, work.w.shape, work.options);
  if (work.op === "conv_transpose2d")
    return kernel.convTranspose2dOutputShape(work.x.shape, work.w.shape, work.options);
  return kernel.poolOutputShape(work.x.shape, work.options);
}

function convolution(op, x, { w, dy, options }) {
  const forward = kernel[op];
  const inputGradient = kernel[`${op}InputGradient`];
  const weightGradient = kernel[`${op}WeightGradient`];
  const out = new Float64Array(dy.data.length);
  const dx = new Float64Array(x.data.length);
  const dw = new Float64Array(w.data.length);
  return {
    forward: () => forward(x, w, undefined, options).data,
    "forward into an array": () => forward(x, w, undefined, options, out).data,
    dx: () => inputGradient(dy, w, x.shape, options).data,
    dw: () => weightGradient(x, dy, w.shape, options).data,
    "dx and dw": () => {
      weightGradient(x, dy, w.shape, options);
      return inputGradient(dy, w, x.shape, options).data;
    },
    "dx and dw into arrays": () => {
      weightGradient(x, dy, w.shape, options, dw);
      return inputGradient(dy, w, x.shape, options, dx).data;
    },
  };
}

function maxPool(x, { dy, options }) {
  const { indices } = kernel.maxPool2d(x, options);
  return {
    forward: () => kernel.maxPool2d(x, options).y.data,
    dx: () => kernel.maxPool2dGradient(dy, indices, x.shape).data,
  };
}

/** tfjs divides by the cells inside forward, but by the whole window back; so that both compute the same, so do we. */
function averagePool(x, { dy, options }) {
  const whole = { ...options, countIncludePad: true };
  return {
    forward: () => kernel.avgPool2d(x, options).data,
    dx: () => kernel.avgPool2dGradient(dy, x.shape, whole).data,
  };
}
