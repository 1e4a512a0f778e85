import type { WorkedCard } from "../types";

export const CARD_77: WorkedCard = {
  card: 77,
  slug: "gradient-for-the-kernel",
  title: "How a loss reaches the kernel",
  topic: "Backward pass",
  lead: "A 3×3 kernel has slid over a 5×5 input, and the gradient $G = \\partial L/\\partial Y$ has come back. How much does each of the nine weights matter to the loss?",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
