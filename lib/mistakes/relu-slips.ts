import type { Question } from "@/lib/question";
import { shape4 } from "./image";
import { type Model, computed } from "./model";

/** Which factors ∂L/∂X = ∂L/∂Y·[X > 0] has. */
interface ReluGradient {
  readonly mask: "input" | "gradient" | "none";
  readonly gradient: boolean;
}

/** ∂L/∂X of ReLU. */
export function reluGradient(question: Question): Model<ReluGradient> | undefined {
  const { x } = question.inputs;
  if (!x?.data || (question.dy && !question.dy.data)) return undefined;
  const values = x.data;
  const dy = question.dy?.data;
  return {
    right: { mask: "input", gradient: true },
    slips: [
      {
        id: "MASK_FROM_GRADIENT",
        readings: [
          (setup) => (setup.mask === "input" ? { ...setup, mask: "gradient" } : undefined),
        ],
      },
      {
        id: "FACTOR_FORGOTTEN",
        readings: [
          (setup) => ({ ...setup, mask: "none" }),
          (setup) => ({ ...setup, gradient: false }),
        ],
      },
    ],
    compute: ({ mask, gradient }) =>
      computed(
        shape4(x.shape),
        values.map((value, offset) => {
          const arriving = dy?.[offset] ?? 1;
          const open = mask === "none" || (mask === "input" ? value : arriving) > 0;
          return open ? (gradient ? arriving : 1) : 0;
        }),
      ),
  };
}
