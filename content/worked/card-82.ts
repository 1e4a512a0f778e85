import type { WorkedCard } from "../types";

export const CARD_82: WorkedCard = {
  card: 82,
  slug: "count-parameters",
  title: "Count a layer’s parameters",
  topic: "Counting",
  lead: "A 32×32 image with three channels meets ten 5×5 filters, padding 2, stride 1. How many numbers does the layer learn, and how much work do they do?",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
