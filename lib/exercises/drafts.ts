import type { Conventions, InputName, Params } from "@/lib/question";
import { resolveWindow } from "@/lib/tensor";
import type { LayerDraft } from "./asked";
import { type Range, integers } from "./draw";
import type { Random } from "./random";

/** What a convolution exercise varies; what is left out is 1, 0 or none. */
export type ConvControls = {
  /** The largest absolute value of an input; weights and gradients go half as far. */
  readonly largest: number;
  readonly height: number;
  readonly width: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly batch?: number;
  readonly channels?: number;
  readonly filters?: number;
  readonly groups?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  /** Of a hundred inputs and weights how many are 0. */
  readonly zeros?: number;
  readonly bias?: boolean;
  /** Whether the inputs may be negative; weights always may. */
  readonly signed?: boolean;
};

/** A convolution of whole numbers; of one channel and one filter its tensors are plain matrices. */
export function convDraft(random: Random, controls: ConvControls): LayerDraft {
  const { largest, zeros = 0, signed = true, bias = false, filters = 1 } = controls;
  const range: Range = { largest, zeros };
  const shapes = convShapes(controls);
  return {
    op: "conv2d",
    params: convParams(controls),
    inputs: {
      x: integers(random, shapes.x, { ...range, signed }),
      w: integers(random, shapes.w, { ...range, largest: half(largest) }),
      ...(bias ? { b: integers(random, [filters], { largest }) } : {}),
    },
  };
}

/**
 * A convolution with the gradient that arrives at its output.
 *
 * @throws KernelError ERR_EXACT where the windows must fit and do not
 */
export function convBackwardDraft(
  random: Random,
  controls: ConvControls,
  { rounding }: Conventions,
): LayerDraft {
  const { largest, zeros = 0 } = controls;
  const dy = integers(random, outShape(controls, rounding), { largest: half(largest), zeros });
  return { ...convDraft(random, controls), dy };
}

function half(largest: number): number {
  return Math.max(2, Math.ceil(largest / 2));
}

/** Stride, padding, dilation and groups, those that say anything. */
export function convParams(controls: Pick<ConvControls, "stride" | "padding" | "dilation" | "groups">): Params {
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = controls;
  return {
    ...(stride === 1 ? {} : { stride }),
    ...(padding === 0 ? {} : { padding }),
    ...(dilation === 1 ? {} : { dilation }),
    ...(groups === 1 ? {} : { groups }),
  };
}

function convShapes(controls: ConvControls): Readonly<Record<"x" | "w", readonly number[]>> {
  const { batch = 1, channels = 1, filters = 1, groups = 1 } = controls;
  const { height, width, kernelHeight, kernelWidth } = controls;
  if (isFlat(controls)) return { x: [height, width], w: [kernelHeight, kernelWidth] };
  const image = [channels, height, width];
  return {
    x: batch > 1 ? [batch, ...image] : image,
    w: [filters, channels / groups, kernelHeight, kernelWidth],
  };
}

function outShape(controls: ConvControls, rounding: Conventions["rounding"]): readonly number[] {
  const { batch = 1, filters = 1, height, width, kernelHeight, kernelWidth } = controls;
  const { stride = 1, padding = 0, dilation = 1 } = controls;
  const window = resolveWindow([height, width], [kernelHeight, kernelWidth], {
    stride,
    padding,
    dilation,
    rounding,
  });
  const plane = [window.height.outSize, window.width.outSize];
  if (isFlat(controls)) return plane;
  return batch > 1 ? [batch, filters, ...plane] : [filters, ...plane];
}

/** Tensors are plain matrices where there is one image, one channel and one filter. */
function isFlat({ batch = 1, channels = 1, filters = 1 }: ConvControls): boolean {
  return batch === 1 && channels === 1 && filters === 1;
}

/** Shapes without values, which ask for arithmetic on sizes. */
export function shapesOnly(
  shapes: Readonly<Partial<Record<InputName, readonly number[]>>>,
): LayerDraft["inputs"] {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, { shape }]),
  );
}
