import type { WorkedCard } from "../types";

export const CARD_78: WorkedCard = {
  card: 78,
  slug: "output-size",
  title: "How large is the output?",
  topic: "Shapes",
  lead: "A 4×4 input, a 2×2 kernel, stride 2. Count the places where the kernel can stand before you compute a single product.",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
