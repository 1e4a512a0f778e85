import * as tf from "@tensorflow/tfjs-core";
import { permute, toChannelsFirst, toChannelsLast } from "../data.mjs";

// The banner about the Node binding is advice to applications.
tf.env().set("IS_NODE", false);

/**
 * The passes on a backend, which has to be the one in use while a call is timed: a tensor lives where it was made.
 * Values come as N×H×W×C, which `read` puts in order.
 */
export function passesOn(backend) {
  const prepare = () => void tf.setBackend(backend);
  return (work) => {
    prepare();
    return Object.fromEntries(
      Object.entries(computing(work)).map(([pass, compute]) => [
        pass,
        timed(compute, prepare, readerOf(pass, work)),
      ]),
    );
  };
}

/** Each pass, and the tensor that it returns disposed of again. */
function timed(compute, prepare, inOrder) {
  const run = () => compute().dispose();
  const read = () => {
    prepare();
    return inOrder(compute().dataSync());
  };
  return Object.assign(run, { prepare, read });
}

/** Puts values in the kernel's order. */
function readerOf(pass, { w, x, dy, options }) {
  if (pass !== "dw") return (data) => toChannelsFirst(data, (pass === "dx" ? x : dy).shape);
  const [first, second, height, width] = w.shape;
  // Depthwise filters lie kH×kW×channels×1, others kH×kW×second×first.
  return options.groups > 1
    ? (data) => permute(data, [height, width, first, second], [2, 3, 0, 1])
    : (data) => permute(data, [height, width, second, first], [3, 2, 0, 1]);
}

function computing(work) {
  const x = image(work.x);
  const dy = image(work.dy);
  if (work.op === "max_pool2d" || work.op === "avg_pool2d") return pooling(work, x, dy);
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = work.options;
  const attributes = { strides: stride, pad: padding, dilations: dilation, dataFormat: "NHWC" };
  if (work.op === "conv_transpose2d") return transposed(work, x, dy, attributes);
  return groups > 1 ? depthwise(work, x, dy, attributes) : convolution(work, x, dy, attributes);
}

function image({ shape, data }) {
  return tf.tensor4d(Float32Array.from(toChannelsLast(data, shape)), channelsLast(shape));
}

/** The weights as kH×kW×Cin×Cout. */
function filters(w) {
  const [outChannels, inChannels, height, width] = w.shape;
  return tf.tensor4d(Float32Array.from(permute(w.data, w.shape, [2, 3, 1, 0])), [
    height,
    width,
    inChannels,
    outChannels,
  ]);
}

function convolution(work, x, dy, attributes) {
  const filter = filters(work.w);
  const { strides, pad, dilations } = attributes;
  const forward = () => tf.conv2d(x, filter, strides, pad, "NHWC", dilations);
  // tfjs has no gradients for dilated convolutions.
  if (dilations > 1) return { forward };
  const dx = () => backpropInput("Conv2DBackpropInput", x, filter, dy, attributes);
  const dw = () => backpropFilter("Conv2DBackpropFilter", x, filter, dy, attributes);
  return { forward, dx, dw };
}

function depthwise(work, x, dy, attributes) {
  const [channels, , height, width] = work.w.shape;
  const filter = tf.tensor4d(Float32Array.from(permute(work.w.data, work.w.shape, [2, 3, 0, 1])), [
    height,
    width,
    channels,
    1,
  ]);
  const backprop = "DepthwiseConv2dNativeBackprop";
  const dx = () => backpropInput(`${backprop}Input`, x, filter, dy, attributes);
  const dw = () => backpropFilter(`${backprop}Filter`, x, filter, dy, attributes);
  return {
    forward: () =>
      tf.depthwiseConv2d(
        x,
        filter,
        attributes.strides,
        attributes.pad,
        "NHWC",
        attributes.dilations,
      ),
    dx,
    dw,
  };
}

/** tfjs has the forward pass only through conv2d's input gradient, and its gradients likewise. */
function transposed(work, x, dy, attributes) {
  const filter = filters(work.w);
  const { strides, pad } = attributes;
  const dx = () => tf.conv2d(dy, filter, strides, pad);
  const dw = () => backpropFilter("Conv2DBackpropFilter", dy, filter, x, attributes);
  return {
    forward: () => tf.conv2dTranspose(x, filter, dy.shape, strides, pad),
    dx,
    dw,
  };
}

function pooling(work, x, dy) {
  const { kernel, stride, padding } = work.options;
  const attributes = { filterSize: kernel, strides: stride, pad: padding };
  const pool = work.op === "max_pool2d" ? tf.maxPool : tf.avgPool;
  const y = pool(x, kernel, stride, padding);
  const dx =
    work.op === "max_pool2d"
      ? () => tf.engine().runKernel("MaxPoolGrad", { dy, input: x, output: y }, attributes)
      : () => tf.engine().runKernel("AvgPoolGrad", { dy, input: x }, attributes);
  return { forward: () => pool(x, kernel, stride, padding), dx };
}

function backpropInput(kernelName, x, filter, dy, attributes) {
  return tf.engine().runKernel(kernelName, { dy, filter }, { ...attributes, inputShape: x.shape });
}

function backpropFilter(kernelName, x, filter, dy, attributes) {
  const inputs = { x, dy };
  return tf.engine().runKernel(kernelName, inputs, { ...attributes, filterShape: filter.shape });
}

function channelsLast([batch, channels, height, width]) {
  return [batch, height, width, channels];
}
