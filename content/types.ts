import type { CellRef, RuleId, TensorName } from "@/lib/derivation";
import type { MistakeId } from "@/lib/mistakes";
import type { Ask, QuestionDraft } from "@/lib/question";
import type { Role } from "@/lib/tex";
import type { Sign } from "./signs";

export type { Sign };

/**
 * What a page is made of. All prose is markdown with $…$ for maths. Any number that the kernel can
 * compute stands as a slot, filled from the block's question when the page is built:
 * `{{y@0,1}}`, `{{grads.w@2,0}}`, `{{x@1,1}}`, `{{shapes.y}}`, `{{shapes.y@-1}}` (its last size), `{{params}}`, `{{memory.x}}` (bytes),
 * `{{memory.x.values}}`, `{{memory.x.kB}}`, `{{memory.x.KiB}}`, `{{y}}` (the whole tensor as rows), `{{y|tex}}` (as a matrix, inside $…$).
 * A slot may hold arithmetic with + − · / ^ ( ) ⌊ ⌋: `{{x@0,0 · w@0,0 + b@0 =}}` writes the numbers and, for its =,
 * what they come to; `[ ]` writes only what is inside them comes to: `{{[x@0,0 - target@0,0]}}`.
 */
export type Markdown = string;

/** The parts of Learn, in the order of its index. */
export const TOPICS = ["Forward pass", "Backward pass", "Shapes", "Counting"] as const;
export type Topic = (typeof TOPICS)[number];

/** How a tensor is named under its picture, e.g. { words: "gradient", symbol: "G" } for dy. */
export interface TensorLabel {
  readonly words: string;
  /** TeX, e.g. "\\partial L/\\partial X" */
  readonly symbol: string;
  /** Whose colour it wears, where that is not the tensor's own: a gradient that goes in as x, say. */
  readonly role?: Role;
}

/** Tensors and the signs between them, e.g. ["x", "⋆", "w", "=", "y"]; "/" begins a new row. */
export type Arrangement = readonly (TensorName | Sign | "/")[];

/**
 * Where a player's steps come from: a derivation of the kernel's (every step of it, or those of some
 * rules only), or a remark in our own words.
 */
export type PlanStep =
  | {
      readonly ask: Ask;
      /** One cell only, with everything about it. */
      readonly at?: readonly number[];
      /** Keep only the steps of these rules. */
      readonly rules?: readonly RuleId[];
      /** Our own captions for the steps in order; where one is missing, the rule's own stands. */
      readonly captions?: readonly Markdown[];
    }
  | {
      /** A caption in our own words. */
      readonly remark: Markdown;
      /** A line of TeX; roles by \textcolor{input}{…}, kernel, output, gradient. */
      readonly tex?: string;
      /** The line as a teacher would read it aloud; needed wherever `tex` is given. */
      readonly spoken?: string;
      readonly cells?: readonly CellRef[];
      /** The results as they stand so far: while the step lasts, all of this question's are shown. */
      readonly soFar?: QuestionDraft;
    };

/** A picture of one question's tensors. */
export interface PictureSpec {
  readonly question: QuestionDraft;
  /** By default what the plan asks: x ⋆ w = y, or x ⋆ dy = dw, … */
  readonly arrangement?: Arrangement;
  readonly labels?: Readonly<Partial<Record<TensorName, TensorLabel>>>;
  /** One sentence under the picture. */
  readonly caption?: Markdown;
}

/** A picture that is stepped through. */
export interface PlayerSpec extends PictureSpec {
  readonly title?: string;
  readonly plan: readonly PlanStep[];
}

/** A question that a page ends in (or pauses at). Its key is computed from the question. */
export interface AskSpec {
  readonly prompt: Markdown;
  readonly question: QuestionDraft;
  readonly ask: Ask;
  /** The one cell that is asked for, where `ask` is a tensor. */
  readonly at?: readonly number[];
  /** The given tensors that are shown beside the prompt; by default none. */
  readonly arrangement?: Arrangement;
  readonly labels?: Readonly<Partial<Record<TensorName, TensorLabel>>>;
  /** Shown after a wrong try. */
  readonly hint: Markdown;
  /** Shown with the answer. */
  readonly explain: Markdown;
}

/** The same computation as code; each asserts its answer. LaTeX of the working is made from the plan. */
export interface CodeSpec {
  readonly pytorch: string;
  readonly numpy: string;
}

/** "Try your own numbers": the question that it starts from, and what it works out. */
export interface OwnNumbersSpec {
  readonly question: QuestionDraft;
  readonly asks: readonly Ask[];
  readonly arrangement?: Arrangement;
}

export type Block =
  | { readonly kind: "prose"; readonly markdown: Markdown; readonly about?: QuestionDraft }
  | ({ readonly kind: "player" } & PlayerSpec)
  | ({ readonly kind: "picture" } & PictureSpec)
  | ({ readonly kind: "ask" } & AskSpec)
  | ({ readonly kind: "code" } & CodeSpec)
  | ({ readonly kind: "own" } & OwnNumbersSpec)
  /** The final answer, folded away. */
  | { readonly kind: "answer"; readonly markdown: Markdown; readonly about: QuestionDraft }
  /** A question that does not hold together, and what the kernel says of it. */
  | { readonly kind: "refusal"; readonly title: string; readonly question: QuestionDraft }
  /** Which sign the reader's course uses; remembered. */
  | { readonly kind: "convention"; readonly question: QuestionDraft };

/** A page under /learn. */
export interface Lesson {
  /** The last part of its address, e.g. "stride-and-padding". */
  readonly slug: string;
  /** What it teaches. */
  readonly title: string;
  readonly topic: Topic;
  /** One or two sentences under the title, and the description for search engines. */
  readonly lead: Markdown;
  readonly blocks: readonly Block[];
  /** Where to go from here. */
  readonly next?: { readonly slug: string; readonly label: string };
}

/** A slip that produces a wrong number, which is computed from it, never typed. */
export interface DeckSlip {
  /** One mistake, or two together. */
  readonly mistakes: readonly MistakeId[];
  readonly question: QuestionDraft;
  readonly ask: Ask;
  readonly at?: readonly number[];
  /** Which product, where the slip is about one; 0 is the first. */
  readonly term?: number;
  readonly says: Markdown;
}

/** What the printed card says, and why. */
export interface DeckClaim {
  readonly verdict: "right" | "wrong" | "undetermined";
  readonly title: string;
  /** The wrong numbers, quoted in the order of the slips that give them. */
  readonly numbers: readonly number[];
  readonly why: Markdown;
  readonly slips: readonly DeckSlip[];
}

/** A worked problem: one of the deck's cards 76–83, right and in our own words. */
export interface WorkedCard extends Lesson {
  readonly card: number;
  readonly deck: DeckClaim;
}
