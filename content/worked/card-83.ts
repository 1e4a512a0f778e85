import type { WorkedCard } from "../types";

export const CARD_83: WorkedCard = {
  card: 83,
  slug: "memory-of-a-tensor",
  title: "How much memory does an image take?",
  topic: "Counting",
  lead: "A 28×28 image with three channels. How much memory? The answer depends on the unit, so we give it in all four.",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
