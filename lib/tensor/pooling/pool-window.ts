import { KernelError } from "../errors";
import { imageShape } from "../expect";
import {
  type AxisName,
  type Pair,
  type Window,
  type WindowAxis,
  type WindowOptions,
  dilatedSize,
  pairOf,
  resolveWindow,
} from "../window";

/** A pooling window. The stride is the kernel's size unless given; PyTorch's ceil_mode is `rounding: "ceil"`. */
export interface PoolOptions extends WindowOptions {
  readonly kernel: Pair;
}

/**
 * The window of a pooling layer over the planes of an N×C×H×W input.
 * `padding` of more than half the (dilated) kernel is refused, as PyTorch does; `pad`, which PyTorch's pooling has not,
 * may be anything narrower than the window, as in ONNX, so that no window lies in the padding alone.
 *
 * @throws KernelError ERR_SHAPE, ERR_NUMBER, ERR_STRIDE, ERR_PADDING, ERR_WINDOW or ERR_EXACT
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html
 * @see https://onnx.ai/onnx/operators/onnx__AveragePool.html (pads)
 * @example poolWindow([1, 1, 4, 4], { kernel: 2 }).height.outSize // 2
 */
export function poolWindow(xShape: readonly number[], options: PoolOptions): Window {
  const { height, width } = imageShape(xShape, "The input x");
  const strided = { stride: options.kernel, ...options };
  const window = resolveWindow([height, width], pairOf(options.kernel), strided);
  const bySide = options.pad !== undefined;
  checkPadding("height", window.height, bySide);
  checkPadding("width", window.width, bySide);
  return window;
}

/**
 * The shape of a pooling layer's output, N×C×Hout×Wout.
 *
 * @throws KernelError as `poolWindow`
 * @example poolOutputShape([1, 64, 112, 112], { kernel: 3, stride: 2, padding: 1 }) // [1, 64, 56, 56]
 */
export function poolOutputShape(xShape: readonly number[], options: PoolOptions): number[] {
  const { height, width } = poolWindow(xShape, options);
  const [batch = 0, channels = 0] = xShape;
  return [batch, channels, height.outSize, width.outSize];
}

/** Refuses padding of more than half the window, or, given side by side, padding as wide as the window. */
function checkPadding(name: AxisName, axis: WindowAxis, bySide: boolean): void {
  const span = dilatedSize(axis.kernel, axis.dilation);
  const padding = Math.max(axis.padBefore, axis.padAfter);
  const most = bySide ? span - 1 : Math.floor(span / 2);
  if (padding <= most) return;
  const bound = bySide ? "less than" : "no more than half of";
  const reason = bySide ? " and could hold nothing but padding" : "";
  const fitting = Math.ceil((bySide ? padding : 2 * padding - 1) / axis.dilation) + 1;
  throw new KernelError(
    "ERR_PADDING",
    `Along the ${name} the padding is ${padding}; at most ${most} would fit, ${bound} the ${span} cells that the pooling window covers${reason}, ` +
      `or a kernel of at least ${fitting}.`,
  );
}
