import convnet from "convnetjs";
import { toChannelsFirst, toChannelsLast } from "../data.mjs";

export const name = "convnetjs";

/** What runs, in words. */
export function description() {
  return `${name}: plain JavaScript`;
}

/** convnetjs has square strides and padding, no dilation, no groups, no transposed convolution and no average pool. */
export function passes(work) {
  const { dilation = 1, groups = 1 } = work.options;
  if (dilation > 1 || groups > 1) return {};
  if (work.op === "conv2d") return layerPasses(convLayer(work), work);
  if (work.op === "max_pool2d") return layerPasses(poolLayer(work), work);
  return {};
}

function layerPasses(layer, work) {
  const x = volume(work.x);
  const dy = toChannelsLast(work.dy.data, work.dy.shape);
  const step = () => {
    layer.forward(x, true).dw = dy;
    layer.backward();
  };
  step.read = () => {
    for (const filter of layer.filters ?? []) filter.dw.fill(0);
    step();
    return [
      ...toChannelsFirst(layer.out_act.w, work.dy.shape),
      ...toChannelsFirst(x.dw, work.x.shape),
      ...(layer.filters ?? []).flatMap(({ dw }) => [...toChannelsFirst(dw, filterShape(work.w))]),
    ];
  };
  return { "forward + backward": step };
}

function filterShape({ shape: [, ...inner] }) {
  return [1, ...inner];
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
