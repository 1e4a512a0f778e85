import * as kernel from "../.cache/kernel.mjs";

export const name = "kernelwise";

/** Each pass as a function that computes it into an array made beforehand and returns its values, N×C×H×W. */
export function passes(work) {
  if (work.op === "max_pool2d") return maxPool(work);
  if (work.op === "avg_pool2d") return averagePool(work);
  return convolution(work.op === "conv2d" ? "conv2d" : "convTranspose2d", work);
}

/** The forward pass of a convolution as a product of matrices, whichever way its size would choose. */
export const productPath = {
  name: "product path",
  passes({ x, w, dy, options }) {
    const plan = kernel.planOf(kernel.conv2dGeometry(x.shape, w.shape, options));
    const y = new Float64Array(dy.data.length);
    const forward = () => {
      kernel.multiplyForward(x.data, w.data, undefined, plan, y);
      return y;
    };
    return { forward };
  },
};

/** The output's shape. */
export function outputShape({ op, x, w, options }) {
  if (op === "conv2d") return kernel.conv2dOutputShape(x.shape, w.shape, options);
  if (op === "conv_transpose2d")
    return kernel.convTranspose2dOutputShape(x.shape, w.shape, options);
  return kernel.poolOutputShape(x.shape, options);
}

/** Floating-point operations of one pass of a convolution, two a multiply–add. */
export function flopsOf({ x, w, options }) {
  return kernel.flopsOf(kernel.conv2dMacs(x.shape, w.shape, options));
}

function convolution(op, { x, w, dy, options }) {
  const run = kernel[op];
  const inputGradient = kernel[`${op}InputGradient`];
  const weightGradient = kernel[`${op}WeightGradient`];
  const y = new Float64Array(dy.data.length);
  const dx = new Float64Array(x.data.length);
  const dw = new Float64Array(w.data.length);
  const forward = () => run(x, w, undefined, options, y).data;
  const backward = () => {
    if (op === "conv2d") return kernel.conv2dGradients(x, w, dy, options, { x: dx, w: dw }).x.data;
    weightGradient(x, dy, w.shape, options, dw);
    return inputGradient(dy, w, x.shape, options, dx).data;
  };
  const step = () => {
    forward();
    return backward();
  };
  return {
    forward,
    "forward, allocating": () => run(x, w, undefined, options).data,
    dx: () => inputGradient(dy, w, x.shape, options, dx).data,
    dw: () => weightGradient(x, dy, w.shape, options, dw).data,
    backward,
    "forward + backward": reading(step, () => [y, dx, dw]),
  };
}

function maxPool({ x, dy, options }) {
  const out = { y: new Float64Array(dy.data.length), indices: new Float64Array(dy.data.length) };
  const dx = new Float64Array(x.data.length);
  const { indices } = kernel.maxPool2d(x, options);
  const step = () => {
    const maxima = kernel.maxPool2d(x, options, out);
    return kernel.maxPool2dGradient(dy, maxima.indices, x.shape, dx).data;
  };
  return {
    forward: () => kernel.maxPool2d(x, options, out).y.data,
    dx: () => kernel.maxPool2dGradient(dy, indices, x.shape, dx).data,
    "forward + backward": reading(step, () => [out.y, dx]),
  };
}

/** tfjs divides by the cells inside forward, but by the whole window back; so that both compute the same, so do we. */
function averagePool({ x, dy, options }) {
  const whole = { ...options, countIncludePad: true };
  const y = new Float64Array(dy.data.length);
  const dx = new Float64Array(x.data.length);
  return {
    forward: () => kernel.avgPool2d(x, options, y).data,
    dx: () => kernel.avgPool2dGradient(dy, x.shape, whole, dx).data,
  };
}

/** A step whose values are several arrays, one after the other. */
function reading(step, results) {
  const read = () => {
    step();
    return Float64Array.from(results().flatMap((values) => [...values]));
  };
  return Object.assign(step, { read });
}
