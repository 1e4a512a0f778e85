import {
  type Conventions,
  type OperandDraft,
  type QuestionDraft,
  operandFrom,
} from "@/lib/question";

type Draft = Omit<QuestionDraft, "conventions">;

/** Operations whose tensors have no channels, or whose last axis means something else. */
const WITHOUT_CHANNELS: readonly string[] = [
  "linear",
  "relu",
  "softmax",
  "cross_entropy",
  "mse_loss",
];

/** A draft in N×C×H×W with its images in another layout; weights keep PyTorch's order of axes. */
export function inLayout(draft: Draft, layout: Conventions["layout"]): Draft {
  if (layout === "nchw" || WITHOUT_CHANNELS.includes(draft.op)) return draft;
  const { x, indices, ...others } = draft.inputs;
  return {
    ...draft,
    inputs: {
      ...others,
      ...(x === undefined ? {} : { x: channelsLast(x) }),
      ...(indices === undefined ? {} : { indices: channelsLast(indices) }),
    },
    ...(draft.dy === undefined || draft.op === "gram" ? {} : { dy: channelsLast(draft.dy) }),
  };
}

/** C×H×W as H×W×C, with or without a batch before it; planes stay as they are. */
function channelsLast(draft: OperandDraft): OperandDraft {
  const { shape, data } = operandFrom(draft);
  const [width = 1, height = 1, channels = 1] = shape.toReversed();
  if (shape.length < 3) return draft;
  const moved = [...shape.slice(0, -3), height, width, channels];
  if (!data) return { shape: moved };
  const area = height * width;
  const from = (offset: number): number => {
    const place = Math.floor(offset / channels);
    const image = Math.floor(place / area);
    return (image * channels + (offset % channels)) * area + (place % area);
  };
  return { shape: moved, data: data.map((_, offset) => data[from(offset)] ?? 0) };
}
