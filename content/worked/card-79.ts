import type { WorkedCard } from "../types";

export const CARD_79: WorkedCard = {
  card: 79,
  slug: "gradient-at-the-output",
  title: "The gradient that arrives at a layer",
  topic: "Shapes",
  lead: "The same layer, on the way back: a gradient arrives at its output. What shape must it have, and why do two books call it by opposite names?",
  blocks: [],
  deck: { verdict: "right", title: "", numbers: [], why: "", slips: [] },
};
