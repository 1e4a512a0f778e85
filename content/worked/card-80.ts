import type { WorkedCard } from "../types";

export const CARD_80: WorkedCard = {
  card: 80,
  slug: "shape-of-the-kernel-gradient",
  title: "One number for every weight",
  topic: "Shapes",
  lead: "The same layer once more. The gradient for the kernel has to say, for each weight, which way to move it. So how many numbers is that?",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
