import type { QuestionDraft } from "@/lib/question";

/** The layer of cards 78–80: a 4×4 input, a 2×2 kernel, stride 2; sizes alone. */
export const STRIDED: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: { x: { shape: [4, 4] }, w: { shape: [2, 2] } },
};
