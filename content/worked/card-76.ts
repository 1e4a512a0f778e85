import type { WorkedCard } from "../types";

export const CARD_76: WorkedCard = {
  card: 76,
  slug: "slide-a-kernel",
  title: "Slide a kernel over an image",
  topic: "Forward pass",
  lead: "A 2×2 kernel moves over a 3×3 input, one cell at a time, with no padding. What are the four numbers that come out?",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
