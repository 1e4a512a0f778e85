import { pairOf } from "@/lib/tensor";
import type { Op } from "../question";
import type { Asks, Dialect, Names } from "./dialect";
import { type Plan, type PlanAxis, axesOf, croppedBefore, imagesOf } from "./plan";
import { indented, python } from "./python";

/** TensorFlow: images as N×H×W×C, kernels as H×W×in×out. */
export const tensorFlow: Dialect = {
  imports: ["import tensorflow as tf"],
  order: "nhwc",
  array: (lists, isWhole) => `tf.constant(${lists}, dtype=tf.${isWhole ? "int64" : "float64"})`,
  empty: (shape) => `tf.zeros(${shape})`,
  reshape: (name, shape) => `tf.reshape(${name}, ${shape})`,
  transpose: (name, axes) => `tf.transpose(${name}, ${axes})`,
  rotate: (weights) => `tf.reverse(${weights}, axis=[-2, -1])  # true convolution turns the kernel`,
  size: (name) => `int(tf.size(${name}))`,
  shape: (name) => `tuple(${name}.shape)`,
  forward: (plan, names, asks) => FORWARD[plan.question.op](plan, names, asks),
  recording: (lines, of) => [
    "with tf.GradientTape() as tape:",
    ...indented([`tape.watch(${of})`, ...lines]),
  ],
  backward: ({ question, outShape }, _, of) => {
    const upstream = question.dy ? `, output_gradients=tf.reshape(dy, ${python(outShape)})` : "";
    return [`gradient = tape.gradient(y, ${of}${upstream})`];
  },
  close: (value, key) =>
    `bool(tf.reduce_all((${value} == ${key}) | (tf.abs(tf.cast(${value} - ${key}, tf.float64)) <= 1e-9 + 1e-8 * tf.abs(tf.cast(${key}, tf.float64)))))`,
};

type Lines = (plan: Plan, names: Names, asks: Asks) => readonly string[];

const FORWARD: Readonly<Record<Op, Lines>> = {
  conv2d: (plan, { x, w, b }) => {
    const { groups = 1 } = plan.question.params;
    const [height, width] = axesOf(plan);
    const call = (image: string, kernel: string) =>
      `tf.nn.conv2d(${image}, ${kernel}, strides=${python([height.stride, width.stride])}, padding="VALID")`;
    return [
      `P = tf.pad(${x}, ${python2([[0, 0], sides(height), sides(width), [0, 0]])})`,
      ...kernelLines(w, height, width),
      `Y = ${inGroups(call, groups, "P", `tf.split(kernel, ${groups}, axis=3)`)}${b ? " + b" : ""}`,
    ];
  },
  conv_transpose2d: (plan, { x, w, b }) => {
    const { stride = 1, dilation = 1, groups = 1, output_padding = 0 } = plan.question.params;
    const [, perGroup = 1, kernelHeight = 1, kernelWidth = 1] = plan.weights ?? [];
    const [n, , inHeight, inWidth] = imagesOf(plan).x;
    const spans = [kernelHeight, kernelWidth].map(
      (size, at) => pairOf(dilation)[at === 0 ? 0 : 1] * (size - 1) + 1,
    );
    const full = [inHeight, inWidth].map(
      (size, at) => (size - 1) * pairOf(stride)[at === 0 ? 0 : 1] + (spans[at] ?? 1),
    );
    const call = (image: string, kernel: string) =>
      `tf.nn.conv2d_transpose(${image}, ${kernel}, output_shape=${python([n, ...full, perGroup])}, strides=${python(pairOf(stride))}, padding="VALID")`;
    const [top, left] = croppedBefore(plan);
    const [, , outHeight, outWidth] = imagesOf(plan).y;
    const [moreRows, moreColumns] = pairOf(output_padding);
    const axis = (kernel: number, at: 0 | 1) => ({ kernel, dilation: pairOf(dilation)[at] });
    return [
      // Cout and Cin change places: tf.nn.conv2d_transpose wants H×W×out×in.
      ...kernelLines(w, axis(kernelHeight, 0), axis(kernelWidth, 1)),
      `full = ${inGroups(call, groups, x, `tf.split(kernel, ${groups}, axis=3)`)}`,
      `full = tf.pad(full, ${python2([
        [0, 0],
        [0, moreRows],
        [0, moreColumns],
        [0, 0],
      ])})`,
      `Y = full[:, ${top}:${top + outHeight}, ${left}:${left + outWidth}, :]${b ? " + b" : ""}`,
    ];
  },
  max_pool2d: (plan, { x }) => {
    const [height, width] = axesOf(plan);
    return [
      `P = tf.pad(${x}, ${python2([[0, 0], sides(height), sides(width), [0, 0]])}, constant_values=float("-inf"))`,
      `cells = tf.gather(tf.gather(P, ${starts(height)}, axis=1), ${starts(width)}, axis=3)`,
      `cells = tf.reshape(tf.transpose(cells, (0, 1, 3, 5, 2, 4)), (${[imagesOf(plan).y[0], height.outSize, width.outSize, imagesOf(plan).y[1]].join(", ")}, -1))`,
      "best = tf.argmax(cells, axis=-1)  # the first of equals",
      "Y = tf.gather(cells, best, batch_dims=4)",
      `r = tf.reshape(tf.range(${height.outSize}, dtype=tf.int64), (-1, 1, 1)) * ${height.stride} + best // ${width.kernel} * ${height.dilation} - ${height.before}`,
      `c = tf.reshape(tf.range(${width.outSize}, dtype=tf.int64), (-1, 1)) * ${width.stride} + best % ${width.kernel} * ${width.dilation} - ${width.before}`,
      `I = r * ${width.inSize} + c`,
    ];
  },
  avg_pool2d: (plan, { x }) => {
    const [height, width] = axesOf(plan);
    const isCounted = plan.question.params.count_include_pad ?? true;
    const pool = (image: string) =>
      `tf.nn.avg_pool2d(${image}, ${python([height.kernel, width.kernel])}, ${python([height.stride, width.stride])}, "VALID")`;
    const inside = (axis: PlanAxis) =>
      isCounted ? axis.before + axis.inSize + axis.after : axis.inSize;
    const around = (axis: PlanAxis) => (isCounted ? [0, axis.overhang] : sides(axis));
    return [
      `counted = tf.pad(tf.ones((1, ${inside(height)}, ${inside(width)}, 1), dtype=${x}.dtype), ${python2([[0, 0], around(height), around(width), [0, 0]])})`,
      `P = tf.pad(${x}, ${python2([[0, 0], sides(height), sides(width), [0, 0]])})`,
      `Y = ${pool("P")} / ${pool("counted")}`,
    ];
  },
  max_unpool2d: (plan, { x }) => {
    const [n, c, height, width] = imagesOf(plan).y;
    const scatter = plan.question.params.overlap === "sum" ? "add" : "update";
    const indices = x === "x" ? "indices" : "I";
    return [
      `planes = tf.reshape(tf.range(${n * c}, dtype=tf.int64), (${n}, ${c}, 1)) * ${height * width}`,
      `places = tf.reshape(tf.transpose(${indices}, (0, 3, 1, 2)), (${n}, ${c}, -1)) + planes`,
      `values = tf.reshape(tf.transpose(${x}, (0, 3, 1, 2)), (-1,))`,
      `flat = tf.tensor_scatter_nd_${scatter}(tf.zeros((${n * c * height * width},), dtype=${x}.dtype), tf.reshape(places, (-1, 1)), values)`,
      `Y = tf.transpose(tf.reshape(flat, ${python([n, c, height, width])}), (0, 2, 3, 1))`,
    ];
  },
  global_avg_pool2d: (_, { x }) => [`Y = tf.reduce_mean(${x}, axis=(1, 2), keepdims=True)`],
  global_max_pool2d: adaptiveMaxima,
  adaptive_avg_pool2d: (plan, { x }) => [
    ...stretches(plan),
    `Y = tf.stack([tf.stack([tf.reduce_mean(${x}[:, t:b, l:r, :], axis=(1, 2)) for l, r in columns], axis=1) for t, b in rows], axis=1)`,
  ],
  adaptive_max_pool2d: adaptiveMaxima,
  linear: (_, { x, w, b }) => [`Y = tf.matmul(${x}, ${w}, transpose_b=True)${b ? " + b" : ""}`],
  relu: (_, { x }) => [`Y = tf.nn.relu(${x})`],
  softmax: ({ question }, { x }) => [`Y = tf.nn.softmax(${x}, axis=${question.params.axis ?? -1})`],
  cross_entropy: (_, { x }) => [
    `Y = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.cast(tf.reshape(target, (-1,)), tf.int64), logits=${x}))`,
  ],
  mse_loss: (_, { x }) => [`Y = tf.reduce_mean(tf.square(${x} - target))`],
  batch_norm_train: ({ question }, { x, gamma = "None", beta = "None" }) => {
    return [
      `mean, variance = tf.nn.moments(${x}, axes=(0, 1, 2))`,
      `Y = tf.nn.batch_normalization(${x}, mean, variance, ${beta}, ${gamma}, ${question.params.eps ?? 1e-5})`,
    ];
  },
  gram: (plan, { x }) => {
    const [n, c, height, width] = imagesOf(plan).x;
    const divisor = plan.question.params.normalize ? ` / ${c * height * width}` : "";
    return [
      `F = tf.reshape(${x}, (${n}, -1, ${c}))`,
      `Y = tf.matmul(F, F, transpose_a=True)${divisor}`,
    ];
  },
};

function adaptiveMaxima(plan: Plan, { x }: Names): string[] {
  const [n, c, , inWidth] = imagesOf(plan).x;
  const [, , height, width] = imagesOf(plan).y;
  return [
    ...stretches(plan),
    "Y, I = [], []",
    "for t, b in rows:",
    "    for l, r in columns:",
    `        cells = tf.reshape(tf.transpose(${x}[:, t:b, l:r, :], (0, 3, 1, 2)), (${n}, ${c}, -1))`,
    "        best = tf.argmax(cells, axis=-1)  # the first of equals",
    "        Y.append(tf.gather(cells, best, batch_dims=2))",
    `        I.append((t + best // (r - l)) * ${inWidth} + l + best % (r - l))`,
    `Y = tf.reshape(tf.stack(Y, axis=1), ${python([n, height, width, c])})`,
    `I = tf.reshape(tf.stack(I, axis=1), ${python([n, height, width, c])})`,
  ];
}

/** The cells that the windows of an axis read. */
function starts({ outSize, kernel, stride, dilation }: PlanAxis): string {
  return `[[i * ${stride} + u * ${dilation} for u in range(${kernel})] for i in range(${outSize})]`;
}

function ends(inSize: number, outSize: number): string {
  return `[(i * ${inSize} // ${outSize}, -(-(i + 1) * ${inSize} // ${outSize})) for i in range(${outSize})]`;
}

/** Where the stretches of adaptive pooling begin and end. */
function stretches(plan: Plan): string[] {
  const { x, y } = imagesOf(plan);
  return [`rows = ${ends(x[2], y[2])}`, `columns = ${ends(x[3], y[3])}`];
}

/** The kernel as H×W×in×out; where it is dilated, with zeros between its cells. */
function kernelLines(
  w: string,
  height: Pick<PlanAxis, "kernel" | "dilation">,
  width: Pick<PlanAxis, "kernel" | "dilation">,
): string[] {
  const lines = [`kernel = tf.transpose(${w}, (2, 3, 1, 0))  # H×W first`];
  for (const [axis, { kernel, dilation }] of [height, width].entries()) {
    if (dilation === 1 || kernel === 1) continue;
    const places = Array.from({ length: dilation * (kernel - 1) + 1 }, (_, at) =>
      at % dilation === 0 ? at / dilation : kernel,
    );
    const around = [0, 1, 2, 3].map((one) => (one === axis ? [0, 1] : [0, 0]));
    lines.push(
      `kernel = tf.gather(tf.pad(kernel, ${python2(around)}), [${places.join(", ")}], axis=${axis})  # dilated: zeros between its cells`,
    );
  }
  return lines;
}

/** One call, or one for each group, joined along the channels. */
function inGroups(
  call: (image: string, kernel: string) => string,
  groups: number,
  image: string,
  kernels: string,
): string {
  if (groups === 1) return call(image, "kernel");
  return `tf.concat([${call("part", "one")} for part, one in zip(tf.split(${image}, ${groups}, axis=3), ${kernels})], axis=3)`;
}

function sides({ before, after, overhang }: PlanAxis): readonly number[] {
  return [before, after + overhang];
}

function python2(pairs: readonly (readonly number[])[]): string {
  return `(${pairs.map((pair) => python(pair)).join(", ")})`;
}
