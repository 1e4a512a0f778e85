import { convBackwardDraft } from "../drafts";
import { droppedSlips } from "../dropped-slips";
import { defineExercise } from "../exercise";
import { computedSlips } from "../predict";
import { task } from "../tasks";

/** The last row and column are read by no window, so nothing comes back to them. */
export const droppedRowGradient = defineExercise({
  id: "dropped-row-gradient",
  version: 1,
  topic: "gradients",
  title: "The gradient of cells that no window reads",
  rule: "input-gradient-unreached",
  mistakes: ["WINDOW_SHIFTED", "ZEROS_NOT_INSERTED", "KERNEL_NOT_ROTATED"],
  levels: [
    { largest: 5, rows: 1, columns: 2, kernel: 2, stride: 2, dropped: 1, signed: false },
    { largest: 6, rows: 2, columns: 2, kernel: 2, stride: 2, dropped: 1, signed: false },
    { largest: 6, rows: 2, columns: 2, kernel: 3, stride: 2, dropped: 1, signed: true },
    { largest: 8, rows: 2, columns: 3, kernel: 3, stride: 2, dropped: 1, signed: true },
    { largest: 9, rows: 2, columns: 3, kernel: 3, stride: 3, dropped: 2, signed: true },
  ],
  sample: (random, { rows, columns, kernel, stride, dropped, ...values }, conventions) => {
    const beyond = conventions.rounding === "floor" ? dropped : 0;
    const controls = {
      ...values,
      height: (rows - 1) * stride + kernel + beyond,
      width: (columns - 1) * stride + kernel + beyond,
      kernelHeight: kernel,
      kernelWidth: kernel,
      stride,
    };
    return { question: convBackwardDraft(random, controls, conventions), ask: "grads.x" };
  },
  slips: (asked, key) => [...droppedSlips(asked), ...computedSlips(asked, key)],
  statement: ({ question }) =>
    task(
      question,
      "The layer Y = X ⋆ K{settings} is given, and G = ∂L/∂Y arrives at its output. Work out ∂L/∂X, every cell of it.",
    ),
});
