import { defineExercise } from "../exercise";
import { isList } from "../key";

/** TensorFlow's SAME at a stride: max((out − 1)S + k′ − in, 0) cells, the odd one at the end. */
export const tfSame = defineExercise({
  id: "tf-same",
  version: 1,
  topic: "sizes",
  title: "Where SAME puts its zeros",
  rule: "same-size",
  mistakes: ["PADDING_ONCE", "PLUS_ONE_FORGOTTEN"],
  levels: [
    { largest: 600, kernel: 12, stride: 4, dilation: 1 },
    { largest: 800, kernel: 15, stride: 6, dilation: 1 },
    { largest: 800, kernel: 9, stride: 5, dilation: 3 },
    { largest: 1500, kernel: 11, stride: 6, dilation: 4 },
    { largest: 4000, kernel: 15, stride: 7, dilation: 6 },
  ],
  sample: (random, { largest, kernel, stride, dilation }) => {
    const input = random.int(Math.ceil(largest / 20), largest);
    const step = random.int(2, stride);
    return {
      question: {
        op: "find",
        unknown: ["before", "after"],
        same: true,
        given: {
          input,
          kernel: random.int(3, kernel),
          stride: step,
          ...(dilation === 1 ? {} : { dilation: random.int(2, dilation) }),
        },
        output: Math.ceil(input / step),
      },
      ask: "find",
    };
  },
  accepts: (_, key) => isList(key) && key.some((side) => side > 0),
  statement: ({ question }) => {
    if (question.op !== "find") return [];
    const { input, kernel, stride, dilation } = question.given;
    const spread = dilation === undefined ? "" : ` and dilation ${dilation}`;
    const odd = question.conventions.padding === "onnx_lower" ? "before" : "after";
    return [
      [
        `“Same” padding at a stride: along one axis of size ${input}, a kernel of size ${kernel} slides with stride ${stride}${spread}. ` +
          `How many zeros stand before and after? An odd one goes ${odd}.`,
      ],
    ];
  },
});
