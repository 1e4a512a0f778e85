import type { Operand, Question } from "@/lib/question";
import type { TensorName } from "@/lib/derivation";
import { coordinatesOf, offsetOf } from "@/lib/tensor";

/** Operations whose tensors have no channels, or whose last axis means something else. */
const WITHOUT_CHANNELS: readonly string[] = [
  "linear",
  "relu",
  "softmax",
  "cross_entropy",
  "mse_loss",
];

/**
 * The question as it is drawn: planes are rows and columns of one channel, so images whose channels come last are
 * moved to N×C×H×W. Numbers and cells stay the same, in other places.
 */
export function channelsFirst(question: Question): Question {
  if (question.conventions.layout === "nchw") return question;
  const { x, indices, ...others } = question.inputs;
  const of = (tensor: TensorName, operand: Operand) =>
    endsInChannels(question, tensor, operand.shape) ? moved(operand) : operand;
  return {
    ...question,
    inputs: {
      ...others,
      ...(x ? { x: of("x", x) } : {}),
      ...(indices ? { indices: of("indices", indices) } : {}),
    },
    ...(question.dy ? { dy: of("dy", question.dy) } : {}),
    conventions: { ...question.conventions, layout: "nchw" },
  };
}

/** Whether the last axis of a question's tensor holds the channels. */
export function endsInChannels(
  { op, conventions }: Question,
  tensor: TensorName,
  shape: readonly number[],
): boolean {
  if (conventions.layout === "nchw" || shape.length < 3 || WITHOUT_CHANNELS.includes(op)) {
    return false;
  }
  if (op === "gram") return tensor === "x" || tensor === "dx";
  return IMAGES.includes(tensor);
}

const IMAGES: readonly TensorName[] = ["x", "y", "indices", "dy", "dx"];

/** The last axis before the two others of a plane. @example lastAxisFirst([4, 5, 3]) // [3, 4, 5] */
export function lastAxisFirst(places: readonly number[]): readonly number[] {
  return [...places.slice(0, -3), ...places.slice(-1), ...places.slice(-3, -1)];
}

function moved({ shape, data }: Operand): Operand {
  const next = lastAxisFirst(shape);
  if (!data) return { shape: next };
  const values = new Float64Array(data.length);
  data.forEach((value, offset) => {
    values[offsetOf(next, lastAxisFirst(coordinatesOf(shape, offset)))] = value;
  });
  return { shape: next, data: values };
}
