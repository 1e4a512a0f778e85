import type { WorkedCard } from "../types";

export const CARD_81: WorkedCard = {
  card: 81,
  slug: "shape-of-the-input-gradient",
  title: "A backward pass that does not fit",
  topic: "Shapes",
  lead: "Stride 1, a 4×4 input, a 2×2 kernel, and a 2×2 gradient coming back. What shape has the gradient for the input? And can this have happened at all?",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
