import type { Figure } from "@/lib/lab";
import type { QuestionDraft } from "@/lib/question";
import type { Markdown, PictureSpec } from "../types";

/** What the deck is about, in the order in which it is best learned. */
export const DECK_TOPICS = [
  "Convolution",
  "Invariance and equivariance",
  "Errors and data",
  "Transfer learning",
  "Architectures",
  "Seeing inside",
  "Attacks and biases",
  "Style transfer",
  "Segmentation",
  "Detection",
  "Worked problems",
] as const;
export type DeckTopic = (typeof DECK_TOPICS)[number];

/** What the printed deck makes of a card, beside what is true. */
export type DeckVerdict =
  | { readonly verdict: "right" }
  /** What it says, in our words, and what is true of it. */
  | { readonly verdict: "imprecise" | "wrong" | "undetermined"; readonly remark: Markdown };

/** A wrong answer that somebody could well believe, and why it is wrong. */
export interface Misconception {
  readonly claim: Markdown;
  readonly because: Markdown;
}

/** The picture of a card: the first figure of its lab as it starts, a picture of tensors, or a figure without a lab. */
export type CardPicture =
  | { readonly kind: "lab"; readonly figure?: number }
  | ({ readonly kind: "tensors" } & PictureSpec)
  | { readonly kind: "figure"; readonly figure: Figure };

/**
 * One of the deck's 83 cards, in our own words. A number that can be computed stands as a slot: `{{name}}` is a result
 * of the card's lab as it starts, anything else a slot of `about` (see ../types.ts). Digits that stand in the text
 * itself are givens, not results: `given` lists them, so that a typed result is noticed.
 */
export interface DeckCard {
  readonly number: number;
  readonly topic: DeckTopic;
  /** A few words, for lists and the page's title. */
  readonly title: string;
  readonly question: Markdown;
  /** One or two sentences, which can stand among wrong ones to be chosen from. */
  readonly answer: Markdown;
  /** Why it is so. */
  readonly reason: Markdown;
  readonly deck: DeckVerdict;
  /** Three, to choose the answer among. */
  readonly misconceptions: readonly Misconception[];
  /** By name, e.g. "He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition". */
  readonly sources: readonly string[];
  /** The worked problem or lesson under /learn. */
  readonly worked?: string;
  /** The types of exercise that practise it; the first can stand for the card with other numbers. */
  readonly exercises: readonly string[];
  /** The cards to read beside it. */
  readonly neighbours: readonly number[];
  /** The id of its lab. */
  readonly lab?: string;
  readonly about?: QuestionDraft;
  readonly picture?: CardPicture;
  readonly given?: readonly string[];
}
