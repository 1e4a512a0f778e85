import type { SetData } from "../../data";

/** What tells which sheets there are. */
export interface Materials {
  /** The text of the set's file, or the set that is built in this tab. */
  readonly set: string | SetData | null;
  /** The text of the key file. */
  readonly key: string | null;
  readonly roster: Uint8Array | null;
  /** How many sheets there are without a roster; empty for as many as the set says. */
  readonly variants: string;
}

export interface GradeRequest {
  readonly kind: "grade";
  readonly materials: Materials;
  /** The log of seeds that was made with the set. */
  readonly log: Uint8Array | null;
  /** The text of the set's file before a regrade. */
  readonly before: string | null;
  readonly answers: Uint8Array | null;
}

export interface OpenRequest {
  readonly kind: "open";
  readonly code: string;
  /** The text of the release that was published. */
  readonly release: string | null;
  readonly materials: Materials;
}

export type Request = GradeRequest | OpenRequest;

/** What was read of one file in words, or why it does not fit. */
export interface Part {
  readonly says: string;
  readonly problem: string;
}

export type PartName = "set" | "key" | "roster" | "log" | "before" | "answers" | "release";
export type Parts = Readonly<Partial<Record<PartName, Part>>>;

export interface Graded {
  readonly kind: "grade";
  readonly parts: Parts;
  /** Null until everything is there and fits. */
  readonly view: GradeView | null;
}

export interface Opened {
  readonly kind: "open";
  readonly parts: Parts;
  readonly sheet: OpenedSheet | null;
  /** Why there is none; empty until a code is typed. */
  readonly problem: string;
}

export interface OpenedSheet {
  readonly code: string;
  /** "Quiz 3 · CS 7643" */
  readonly title: string;
  readonly facts: string;
  readonly questions: readonly {
    readonly number: number;
    readonly html: string;
    /** Where the tutor steps through it; null for one by hand. */
    readonly href: string | null;
  }[];
}

/** A grade in words and shares, as it is shown. */
export interface GradeView {
  readonly title: string;
  readonly summary: string;
  /** Ten steps: how many students have from so many to so many points. */
  readonly points: readonly {
    readonly from: string;
    readonly to: string;
    readonly students: number;
  }[];
  readonly mistakes: readonly {
    readonly percent: string;
    readonly share: number;
    readonly words: string;
    readonly questions: string;
  }[];
  readonly questions: readonly QuestionRow[];
  readonly questionWords: string;
  readonly isRegrade: boolean;
  readonly students: readonly StudentRow[];
  readonly studentCount: number;
  readonly unreadable: readonly string[];
  readonly unreadableCount: number;
  readonly leftOut: readonly string[];
  readonly leftOutCount: number;
  readonly files: readonly { readonly path: string; readonly content: Blob }[];
}

export interface QuestionRow {
  readonly number: number;
  readonly title: string;
  readonly points: string;
  readonly right: number;
  readonly wrong: number;
  readonly blank: number;
  readonly unread: number;
  readonly mean: string;
  readonly before: string;
  readonly discrimination: string;
  readonly thirds: string;
  /** The means of variants that several students had. */
  readonly variants: string;
}

export interface StudentRow {
  readonly code: string;
  readonly name: string;
  readonly isAbsent: boolean;
  readonly points: string;
  readonly before: string;
  /** Question by question. */
  readonly marks: readonly string[];
}
