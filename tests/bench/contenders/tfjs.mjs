import tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { permute, toChannelsFirst, toChannelsLast } from "../data.mjs";

export const name = "tfjs-cpu";
await tf.setBackend("cpu");
// The banner about the Node binding is advice to applications.
tf.env().set("IS_NODE", false);

/** As the kernel's; values come as N×H×W×C, which `read` puts in order. */
export function passes(work) {
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
  const run = {
    forward: () => tf.conv2d(x, filter, strides, pad, "NHWC", dilations),
  };
  // tfjs has no gradients for dilated convolutions.
  if (dilations > 1) return computed(run, work);
  const dx = () => backpropInput("Conv2DBackpropInput", x, filter, dy, attributes);
  const dw = () => backpropFilter("Conv2DBackpropFilter", x, filter, dy, attributes);
  return computed({ ...run, dx, dw, "dx and dw": both(dx, dw) }, work);
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
  const run = {
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
    "dx and dw": both(dx, dw),
  };
  return computed(run, work);
}

/** tfjs has the forward pass only through conv2d's input gradient, and its gradients likewise. */
function transposed(work, x, dy, attributes) {
  const filter = filters(work.w);
  const { strides, pad } = attributes;
  const dx = () => tf.conv2d(dy, filter, strides, pad);
  const dw = () => backpropFilter("Conv2DBackpropFilter", dy, filter, x, attributes);
  const run = {
    forward: () => tf.conv2dTranspose(x, filter, dy.shape, strides, pad),
    dx,
    dw,
    "dx and dw": both(dx, dw),
  };
  return computed(run, work);
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
  return computed({ forward: () => pool(x, kernel, stride, padding), dx }, work);
}

function backpropInput(kernelName, x, filter, dy, attributes) {
  return tf.engine().runKernel(kernelName, { dy, filter }, { ...attributes, inputShape: x.shape });
}

function backpropFilter(kernelName, x, filter, dy, attributes) {
  const inputs = { x, dy };
  return tf.engine().runKernel(kernelName, inputs, { ...attributes, filterShape: filter.shape });
}

function both(dx, dw) {
  return () => {
    dw().dispose();
    return dx();
  };
}

/** Each pass computed, its tensor disposed of again; `read` gives its values in the kernel's order. */
function computed(run, work) {
  const shapes = { forward: work.dy.shape, dx: work.x.shape, "dx and dw": work.x.shape };
  return Object.fromEntries(
    Object.entries(run).map(([pass, compute]) => {
      const timed = () => compute().dispose();
      if (shapes[pass]) timed.read = () => toChannelsFirst(compute().dataSync(), shapes[pass]);
      return [pass, timed];
    }),
  );
}

function channelsLast([batch, channels, height, width]) {
  return [batch, height, width, channels];
}
