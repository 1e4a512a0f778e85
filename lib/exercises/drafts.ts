import type { Conventions, InputName, Params } from "@/lib/question";
import { resolveWindow } from "@/lib/tensor";
import type { LayerDraft } from "./asked";
import { type Drawn, type Range, distinct, integers } from "./draw";
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
export function convParams(
  controls: Pick<ConvControls, "stride" | "padding" | "dilation" | "groups">,
): Params {
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
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { shape }]));
}

/** An image of different whole numbers, so that no maximum is tied; of one channel it is a matrix. */
export function imageDraft(
  random: Random,
  controls: {
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    /** How far the values go below 0. */
    readonly below: number;
  },
): Drawn {
  const { height, width, channels, below } = controls;
  return distinct(random, channels === 1 ? [height, width] : [channels, height, width], below);
}

/** Pooling with the gradient that arrives at its output. */
export function poolBackwardDraft(
  random: Random,
  op: "max_pool2d" | "avg_pool2d",
  controls: {
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    readonly kernel: number;
    readonly stride: number;
    /** The largest absolute gradient. */
    readonly largest: number;
    readonly below?: number;
    /** How many different values there are, where ties are wanted. */
    readonly values?: number;
  },
  { rounding }: Conventions,
): LayerDraft {
  const { height, width, channels, kernel, stride, largest, below = 0, values } = controls;
  const window = resolveWindow([height, width], [kernel, kernel], { stride, rounding });
  const plane = [window.height.outSize, window.width.outSize];
  const shape = channels === 1 ? [height, width] : [channels, height, width];
  return {
    op,
    params: { kernel, stride },
    inputs: {
      x:
        values === undefined
          ? imageDraft(random, { height, width, channels, below })
          : integers(random, shape, { largest: values, signed: false }),
    },
    dy: integers(random, channels === 1 ? plane : [channels, ...plane], { largest }),
  };
}

/** Values and the places that they go back to; a place may be named more than once. */
export function unpoolDraft(
  random: Random,
  controls: {
    readonly height: number;
    readonly width: number;
    readonly outHeight: number;
    readonly outWidth: number;
    readonly largest: number;
  },
): LayerDraft {
  const { height, width, outHeight, outWidth, largest } = controls;
  const shape = [height, width];
  const indices = Array.from({ length: height * width }, () =>
    random.int(0, outHeight * outWidth - 1),
  );
  return {
    op: "max_unpool2d",
    params: { output_size: [outHeight, outWidth], overlap: "sum" },
    inputs: { x: integers(random, shape, { largest }), indices: { shape, data: indices } },
  };
}

/** A transposed convolution of one channel. */
export function transposedDraft(random: Random, controls: ConvControls): LayerDraft {
  return { ...convDraft(random, controls), op: "conv_transpose2d" };
}

/** A transposed convolution with the gradient that arrives at its output. */
export function transposedBackwardDraft(random: Random, controls: ConvControls): LayerDraft {
  const { height, width, kernelHeight, kernelWidth, stride = 1, padding = 0, largest } = controls;
  const plane = [
    (height - 1) * stride + kernelHeight - 2 * padding,
    (width - 1) * stride + kernelWidth - 2 * padding,
  ];
  const dy = integers(random, plane, { largest: half(largest) });
  return { ...transposedDraft(random, controls), dy };
}

/** Logits and the right class of each row. */
export function logitsDraft(
  random: Random,
  controls: { readonly rows: number; readonly classes: number; readonly largest: number },
): LayerDraft {
  const { rows, classes, largest } = controls;
  return {
    op: "cross_entropy",
    inputs: {
      x: integers(random, [rows, classes], { largest, zeros: 15 }),
      target: {
        shape: [rows],
        data: Array.from({ length: rows }, () => random.int(0, classes - 1)),
      },
    },
  };
}

/** A fully connected layer with as many outputs as inputs, so that its weights may be read the wrong way round. */
export function linearDraft(
  random: Random,
  controls: { readonly rows: number; readonly features: number; readonly largest: number },
): LayerDraft {
  const { rows, features, largest } = controls;
  return {
    op: "linear",
    inputs: {
      x: integers(random, [rows, features], { largest }),
      w: integers(random, [features, features], { largest: half(largest) }),
      b: integers(random, [features], { largest }),
    },
  };
}
