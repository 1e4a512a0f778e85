import type { Interim } from "../../components/answer-work";
import type { QuestionData, SetData } from "../data";

/** The bytes of a roster, and a number by which they are known again. */
export interface RosterBytes {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** A question of the set by its place, or one that may become one. */
export type Looked = { readonly at: number } | { readonly question: QuestionData };

/** What decides every sheet. */
export interface Whole {
  readonly set: SetData;
  readonly roster: RosterBytes | null;
  /** The text of the key file. */
  readonly key: string;
}

/** What is asked of the worker. */
export type Request =
  /** What the set amounts to, and a problem of one of its questions. */
  | {
      readonly kind: "look";
      readonly set: SetData;
      readonly looked: Looked | null;
      readonly draw: number;
    }
  /** Every check, and the sheets of three students from the one that is named by its place. */
  | { readonly kind: "check"; readonly whole: Whole; readonly first: number }
  | { readonly kind: "roster"; readonly bytes: Uint8Array }
  | { readonly kind: "open"; readonly text: string }
  /** A file that holds one tensor. */
  | { readonly kind: "tensor"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "save"; readonly set: SetData; readonly form: "yaml" | "json" }
  /** A key file that is read, or a new one. */
  | { readonly kind: "key"; readonly text: string | null }
  /** The files as one zip file. */
  | {
      readonly kind: "make";
      readonly whole: Whole;
      readonly name: string;
      readonly formats: readonly string[];
      readonly hasFeedback: boolean;
    };

/** What it answers, after what it is busy with. */
export type Reply =
  | Interim
  | { readonly kind: "look"; readonly outline: Outline }
  | { readonly kind: "check"; readonly checked: Checked }
  | { readonly kind: "roster"; readonly says: string }
  | { readonly kind: "open"; readonly set: SetData }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "zip"; readonly zip: Blob };

export type Making = Extract<Request, { readonly kind: "make" }>;

/** What does not fit, and in which question where it is in one. */
export interface Problem {
  readonly at?: number;
  readonly message: string;
}

/** What a set amounts to, as far as it can be read. */
export interface Outline {
  readonly problems: readonly Problem[];
  /** One a question; null where it cannot be read. */
  readonly questions: readonly (OutlineQuestion | null)[];
  readonly points: number;
  readonly minutes: number;
  /** How many problems stand on a sheet. */
  readonly asked: number;
  /** The problem that is looked at. */
  readonly sample: Sample | { readonly problem: string } | null;
  /** How the fields of the question that is looked at were read, where it is by hand. */
  readonly hand: HandRead | null;
}

export interface Sample {
  readonly type: string;
  readonly html: string;
  /** The answer and what else is right. */
  readonly answer: string;
  readonly proof: string;
  /** Whether everybody has this one problem. */
  readonly isOne: boolean;
  /** Its question, to be gone on with by hand. */
  readonly own: unknown;
}

/** What was read in each field of a question by hand, or does not fit in it. */
export interface HandRead {
  /** As its file writes it, where it is no layer's. */
  readonly text: string | null;
  readonly readAs: Readonly<Partial<Record<string, string>>>;
  readonly problems: Readonly<Partial<Record<string, string>>>;
}

/** A question with all its problems on one sheet; void ones count nothing. */
export interface OutlineQuestion {
  readonly title: string;
  readonly points: number;
  readonly minutes: number;
  readonly count: number;
}

export interface Checked {
  readonly sheetCount: number;
  readonly sentences: readonly { readonly words: string; readonly isNoted: boolean }[];
  /** Why the set cannot be made. */
  readonly problems: readonly Problem[];
  readonly sheets: readonly { readonly code: string; readonly html: string }[];
}
