import type { Question } from "@/lib/question";
import { gradientOf, imageOf, isChannelsLast, shape4, type Image } from "./image";
import { weightShape4 } from "./kernel-view";
import type { Computation, Model, Shape4, Slip } from "./model";
import {
  type Sliding,
  dilationIgnored,
  paddingIgnored,
  slidingOf,
  strideIgnored,
  windowOver,
} from "./sliding";

/** ∂L/∂K: every weight sums, over all positions, the gradient there times the input cell that it met. */
export interface WeightGradient {
  /** What the kernel read. */
  readonly input: Image;
  /** The gradient, one channel for each filter. */
  readonly gradient: Image;
  readonly shape: Shape4;
  readonly groups: number;
  readonly sliding: Sliding;
  readonly same?: "same" | "same_lower" | undefined;
  /** The result turned by 180°. */
  readonly rotated: boolean;
  readonly divisor: number;
  /** Every filter reads the channels of the first group. */
  readonly firstGroup: boolean;
  /** The gradient in place of the input: the filter's own channel, the one of the input's number, or all in turn. */
  readonly gradientForInput?: "own channel" | "same channel" | "in turn" | undefined;
  /** Every place at which the gradient lies on the input, in the place of the kernel's own. */
  readonly allPlaces?: boolean;
}

/** ∂L/∂K[o,c,u,v] = Σ G[n,o,i,j]·X[n,c,i·S+u·D−P, j·S+v·D−P], as the set-up has it. */
function correlateGradient(setup: WeightGradient): Computation | undefined {
  const { input, sliding } = setup;
  const kernel = [setup.shape[2], setup.shape[3]] as const;
  const window = windowOver([input.shape[2], input.shape[3]], kernel, sliding);
  const offsets =
    typeof sliding.pad === "string"
      ? window && [window.height.padBefore, window.width.padBefore]
      : sliding.pad;
  const shape = setup.allPlaces ? placesOf(setup) : setup.shape;
  if (!offsets || !shape) return undefined;
  const visit = visitor(setup, offsets[0] ?? 0, offsets[1] ?? 0);
  const turn = (at: Computation["at"]): Computation["at"] =>
    setup.rotated ? (o, c, u, v) => at(o, c, shape[2] - 1 - u, shape[3] - 1 - v) : at;
  return {
    shape,
    at: turn((o, c, u, v) => {
      let sum = 0;
      visit(o, c, u, v, (product) => {
        sum += product;
      });
      return sum / setup.divisor;
    }),
    terms: (o, c, u, v) => {
      const terms: number[] = [];
      const [row, column] = setup.rotated ? [shape[2] - 1 - u, shape[3] - 1 - v] : [u, v];
      visit(o, c, row, column, (product) => terms.push(product));
      return terms;
    },
  };
}

/** The size of the valid correlation of input and gradient, I + P − ((O − 1)·S + 1) + 1, one cell in D; undefined where none fits. */
function placesOf({ input, gradient, shape, sliding }: WeightGradient): Shape4 | undefined {
  const { pad, stride, dilation } = sliding;
  if (typeof pad === "string") return undefined;
  const along = (axis: 0 | 1) => {
    const padded = input.shape[axis === 0 ? 2 : 3] + pad[axis] + pad[axis === 0 ? 2 : 3];
    const span = (gradient.shape[axis === 0 ? 2 : 3] - 1) * stride[axis] + 1;
    return Math.ceil((padded - span + 1) / dilation[axis]);
  };
  const [height, width] = [along(0), along(1)];
  return height >= 1 && width >= 1 ? [shape[0], shape[1], height, width] : undefined;
}

type Visit = (o: number, c: number, u: number, v: number, each: (product: number) => void) => void;

function visitor(setup: WeightGradient, padTop: number, padLeft: number): Visit {
  const { gradient, groups, gradientForInput } = setup;
  const { stride, dilation } = setup.sliding;
  const [batch, filters, height, width] = gradient.shape;
  const input = gradientForInput ? gradient : setup.input;
  const [, channels, inHeight, inWidth] = input.shape;
  const perGroup = setup.shape[1];
  return (o, c, u, v, each) => {
    const group = setup.firstGroup ? 0 : Math.floor(o / (filters / groups));
    const read = gradientForInput === "own channel" ? o : group * perGroup + c;
    const channel = gradientForInput === "in turn" ? read % channels : read;
    for (let n = 0; n < batch; n++) {
      const base = (n * channels + channel) * inHeight;
      for (let i = 0; i < height; i++) {
        const h = i * stride[0] + u * dilation[0] - padTop;
        for (let j = 0; j < width; j++) {
          const w = j * stride[1] + v * dilation[1] - padLeft;
          const inside = channel < channels && h >= 0 && h < inHeight && w >= 0 && w < inWidth;
          const value = inside ? input.data[(base + h) * inWidth + w]! : 0;
          each(value * gradient.data[((n * filters + o) * height + i) * width + j]!);
        }
      }
    }
  };
}

/** ∂L/∂K of a convolution. */
export function conv2dWeightGradient(question: Question): Model<WeightGradient> | undefined {
  const { w } = question.inputs;
  const input = imageOf(question, question.inputs.x);
  if (!w || !input) return undefined;
  const shape = weightShape4(question, w.shape);
  const found = slidingOf(question, [input.shape[2], input.shape[3]], [shape[2], shape[3]]);
  if (!found) return undefined;
  const { height, width } = found.window;
  const gradient = gradientOf(question, [input.shape[0], shape[0], height.outSize, width.outSize]);
  return gradient && modelOf(question, { input, gradient, shape, ...found });
}

/** ∂L/∂K of a transposed convolution: x and ∂L/∂Y change their parts. */
export function convTranspose2dWeightGradient(
  question: Question,
): Model<WeightGradient> | undefined {
  const { w, x } = question.inputs;
  const gradient = imageOf(question, x);
  const yShape = question.dy?.shape;
  if (!w || !x || !gradient || !yShape) return undefined;
  const input = gradientOf(question, shape4(yShape, isChannelsLast(question, yShape.length)));
  if (!input) return undefined;
  const shape = weightShape4(question, w.shape);
  const found = slidingOf(question, [input.shape[2], input.shape[3]], [shape[2], shape[3]]);
  if (!found) return undefined;
  const model = modelOf(question, { input, gradient, shape, ...found });
  return { ...model, slips: SLIPS.filter(({ id }) => id !== "GRADIENT_FOR_INPUT") };
}

function modelOf(
  question: Question,
  parts: Pick<WeightGradient, "input" | "gradient" | "shape" | "sliding" | "same">,
): Model<WeightGradient> {
  const { input, gradient, shape, sliding, same } = parts;
  return {
    right: {
      input,
      gradient,
      shape,
      sliding,
      same,
      groups: question.params.groups ?? 1,
      rotated: question.conventions.operation === "convolution",
      divisor: 1,
      firstGroup: false,
    },
    slips: SLIPS,
    compute: correlateGradient,
  };
}

/** The mistake in a kernel of the right size, or in one as large as the places at which the gradient then fits. */
function orAtAllPlaces({ id, readings }: Slip<WeightGradient>): Slip<WeightGradient> {
  const [plainest] = readings;
  const everywhere = (setup: WeightGradient) => {
    const changed = plainest?.(setup);
    return changed && { ...changed, allPlaces: true };
  };
  return { id, readings: [...readings, everywhere] };
}

const SLIPS: readonly Slip<WeightGradient>[] = [
  { id: "GRADIENT_ROTATED", readings: [(setup) => ({ ...setup, rotated: !setup.rotated })] },
  orAtAllPlaces(strideIgnored()),
  orAtAllPlaces(paddingIgnored()),
  {
    id: "GRADIENT_FOR_INPUT",
    readings: [
      (setup) => ({ ...setup, gradientForInput: "own channel" }),
      (setup) =>
        setup.shape[1] > 1 || setup.gradient.shape[1] > 1
          ? { ...setup, gradientForInput: "same channel" }
          : undefined,
      (setup) =>
        setup.shape[1] > setup.gradient.shape[1]
          ? { ...setup, gradientForInput: "in turn" }
          : undefined,
    ],
  },
  {
    id: "BATCH_AVERAGED",
    readings: [
      (setup) => {
        const [batch] = setup.gradient.shape;
        return batch > 1 ? { ...setup, divisor: batch } : undefined;
      },
    ],
  },
  orAtAllPlaces(dilationIgnored()),
  {
    id: "GROUPS_IGNORED",
    readings: [(setup) => (setup.groups > 1 ? { ...setup, firstGroup: true } : undefined)],
  },
];
