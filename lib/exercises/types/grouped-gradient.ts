import { convBackwardDraft } from "../drafts";
import { defineExercise } from "../exercise";
import { layerOf, task } from "../tasks";

/** Between groups nothing flows back, as nothing flowed forward. */
export const groupedGradient = defineExercise({
  id: "grouped-gradient",
  version: 1,
  topic: "gradients",
  title: "The input’s gradient in groups",
  rule: "input-gradient-rule",
  mistakes: ["GROUPS_IGNORED", "KERNEL_NOT_ROTATED"],
  levels: [
    {
      largest: 3,
      height: 2,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 2,
      groups: 2,
      zeros: 15,
      signed: false,
    },
    {
      largest: 4,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 2,
      filters: 2,
      groups: 2,
      signed: false,
    },
    {
      largest: 5,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 4,
      filters: 2,
      groups: 2,
    },
    {
      largest: 7,
      height: 3,
      width: 3,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 4,
      filters: 4,
      groups: 2,
    },
    {
      largest: 9,
      height: 3,
      width: 4,
      kernelHeight: 2,
      kernelWidth: 2,
      channels: 6,
      filters: 6,
      groups: 3,
    },
  ],
  sample: (random, controls, conventions) => ({
    question: convBackwardDraft(random, controls, conventions),
    ask: "grads.x",
  }),
  statement: ({ question }) =>
    task(
      question,
      `A convolution with the filters K takes X in ${layerOf(question).params.groups ?? 1} groups, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X.`,
    ),
});
