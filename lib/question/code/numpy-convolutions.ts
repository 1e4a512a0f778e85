import { pairOf } from "@/lib/tensor";
import type { NumpyCode } from "./numpy-code";
import { type Plan, type PlanAxis, axesOf, croppedBefore, imagesOf } from "./plan";
import { indented, python } from "./python";

/** Convolutions in NumPy: window by window, stamp by stamp. */
export const NUMPY_CONVOLUTIONS: Readonly<Record<"conv2d" | "conv_transpose2d", NumpyCode>> = {
  conv2d: {
    forward: (plan, { x, w, b }) => {
      const [height, width] = axesOf(plan);
      return [
        `P = np.pad(${x}, ((0, 0), (0, 0), ${sides(height)}, ${sides(width)}))`,
        `Y = np.zeros(${python(imagesOf(plan).y)})`,
        ...convLoop(plan, [
          `Y[:, o, i, j] = (P[window] * ${w}[o]).sum(axis=(1, 2, 3))${b ? ` + ${b}[o]` : ""}`,
        ]),
      ];
    },
    backward: (plan, { w, b }) => {
      const [height, width] = axesOf(plan);
      return [
        `dP, dw = np.zeros(P.shape), np.zeros(${w}.shape)`,
        ...convLoop(plan, [
          "g = G[:, o, i, j].reshape(-1, 1, 1, 1)",
          `dP[window] += g * ${w}[o]`,
          "dw[o] += (g * P[window]).sum(axis=0)",
        ]),
        `dx = dP[:, :, ${height.before}:${height.before + height.inSize}, ${width.before}:${width.before + width.inSize}]`,
        ...(b ? ["db = G.sum(axis=(0, 2, 3))"] : []),
      ];
    },
  },
  conv_transpose2d: {
    forward: (plan, { x, w, b }) => {
      const { full } = stampSizes(plan);
      return [
        `full = np.zeros(${python(full)})`,
        ...stampLoop(plan, [`full[stamp] += ${x}[:, c, i, j].reshape(-1, 1, 1, 1) * ${w}[c]`]),
        `Y = full[${kept(plan)}]${b ? ` + ${b}.reshape(-1, 1, 1)` : ""}  # padding crops`,
      ];
    },
    backward: (plan, { x, w, b }) => [
      `dfull, dx, dw = np.zeros(full.shape), np.zeros(${x}.shape), np.zeros(${w}.shape)`,
      `dfull[${kept(plan)}] = G`,
      ...stampLoop(plan, [
        `dx[:, c, i, j] = (dfull[stamp] * ${w}[c]).sum(axis=(1, 2, 3))`,
        `dw[c] += (dfull[stamp] * ${x}[:, c, i, j].reshape(-1, 1, 1, 1)).sum(axis=0)`,
      ]),
      ...(b ? ["db = G.sum(axis=(0, 2, 3))"] : []),
    ],
  },
};

function sides({ before, after, overhang }: PlanAxis): string {
  return `(${before}, ${after + overhang})`;
}

function convLoop(plan: Plan, body: readonly string[]): string[] {
  const [height, width] = axesOf(plan);
  const [outChannels = 1, channels = 1] = plan.weights ?? [];
  const perGroup = outChannels / (plan.question.params.groups ?? 1);
  const read = groupOf("o", perGroup, channels, plan);
  return loops(
    [`o in range(${outChannels})`, `i in range(${height.outSize})`, `j in range(${width.outSize})`],
    [`window = np.s_[:, ${read}, ${strip("i", height)}, ${strip("j", width)}]`, ...body],
  );
}

/** The channels of the group that a channel on the other side belongs to. */
function groupOf(index: string, of: number, channels: number, { question }: Plan): string {
  if ((question.params.groups ?? 1) === 1) return ":";
  const first = `${index} // ${of} * ${channels}`;
  return `${first}:${first} + ${channels}`;
}

type Strip = Pick<PlanAxis, "stride" | "span" | "dilation">;

/** The cells of an axis under a window. */
function strip(index: string, { stride, span, dilation }: Strip): string {
  const start = stride === 1 ? index : `${index} * ${stride}`;
  return `${start}:${start} + ${span}${dilation === 1 ? "" : `:${dilation}`}`;
}

function stampSizes({ question, weights = [], images }: Plan) {
  const { stride = 1, dilation = 1, groups = 1, output_padding = 0 } = question.params;
  const [channels = 1, perGroup = 1] = weights;
  const axis = (at: 0 | 1): Strip & { readonly inSize: number; readonly full: number } => {
    const span = pairOf(dilation)[at] * ((weights[at + 2] ?? 1) - 1) + 1;
    const inSize = images?.x[at === 0 ? 2 : 3] ?? 1;
    const full = (inSize - 1) * pairOf(stride)[at] + span + pairOf(output_padding)[at];
    return { stride: pairOf(stride)[at], dilation: pairOf(dilation)[at], span, inSize, full };
  };
  const [height, width] = [axis(0), axis(1)];
  const full = [images?.x[0] ?? 1, perGroup * groups, height.full, width.full];
  return { channels, perGroup, inGroup: channels / groups, height, width, full };
}

function stampLoop(plan: Plan, body: readonly string[]): string[] {
  const { channels, perGroup, inGroup, height, width } = stampSizes(plan);
  const written = groupOf("c", inGroup, perGroup, plan);
  return loops(
    [`c in range(${channels})`, `i in range(${height.inSize})`, `j in range(${width.inSize})`],
    [`stamp = np.s_[:, ${written}, ${strip("i", height)}, ${strip("j", width)}]`, ...body],
  );
}

function kept(plan: Plan): string {
  const [top, left] = croppedBefore(plan);
  const [, , height, width] = imagesOf(plan).y;
  return `:, :, ${top}:${top + height}, ${left}:${left + width}`;
}

function loops(over: readonly string[], body: readonly string[]): string[] {
  const [first, ...rest] = over;
  return first === undefined ? [...body] : [`for ${first}:`, ...indented(loops(rest, body))];
}
