import convnet from "convnetjs";
import { toChannelsFirst, toChannelsLast } from "../data.mjs";

export const name = "convnetjs";

/** convnetjs has square strides and padding, no dilation, no groups, no transposed convolution and no average pool. */
export function passes(work) {
  const { dilation = 1, groups = 1 } = work.options;
  if (dilation > 1 || groups > 1) return {};
  if (work.op === "conv2d") return layerPasses(convLayer(work), work, "dx and dw into arrays");
  if (work.op === "max_pool2d") return layerPasses(poolLayer(work), work, "dx");
  return {};
}

function layerPasses(layer, work, backwardName) {
  const x = volume(work.x);
  layer.forward(x, true);
  layer.out_act.dw = toChannelsLast(work.dy.data, work.dy.shape);
  const gradient = layer.out_act;
  const forward = () => layer.forward(x, true);
  forward.read = () => toChannelsFirst(layer.forward(x, true).w, work.dy.shape);
  const backward = () => {
    layer.out_act = gradient;
    layer.backward();
  };
  backward.read = () => {
    backward();
    return toChannelsFirst(x.dw, work.x.shape);
  };
  return { forward, [backwardName]: backward };
}

function convLayer({ x, w, options }) {
  const [, channels, height, width] = x.shape;
  const [filters, , kernelHeight, kernelWidth] = w.shape;
  const layer = new convnet.ConvLayer({
    in_sx: width,
    in_sy: height,
    in_depth: channels,
    sx: kernelWidth,
    sy: kernelHeight,
    filters,
    stride: options.stride ?? 1,
    pad: options.padding ?? 0,
  });
  const size = channels * kernelHeight * kernelWidth;
  layer.filters.forEach((filter, index) => {
    const data = w.data.subarray(index * size, (index + 1) * size);
    filter.w = toChannelsLast(data, [1, channels, kernelHeight, kernelWidth]);
  });
  return layer;
}

function poolLayer({ x, options }) {
  const [, channels, height, width] = x.shape;
  return new convnet.PoolLayer({
    in_sx: width,
    in_sy: height,
    in_depth: channels,
    sx: options.kernel,
    stride: options.stride,
    pad: options.padding,
  });
}

function volume({ shape, data }) {
  const [, channels, height, width] = shape;
  const result = new convnet.Vol(width, height, channels, 0);
  result.w = toChannelsLast(data, shape);
  return result;
}
