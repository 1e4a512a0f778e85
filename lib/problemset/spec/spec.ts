import type { Asked, Level } from "@/lib/exercises";
import type { Conventions } from "@/lib/question";

/** The sizes of paper that sheets are set for. */
export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];

/** A set as its file says it, every default filled in. */
export interface SetSpec {
  readonly title: string;
  readonly course: string;
  readonly date: string;
  readonly instructions: readonly string[];
  /** Any text: with the instructor's secret it decides every number of the set. */
  readonly seed: string;
  /** How many sheets there are without a roster. */
  readonly variants?: number;
  readonly paper: Paper;
  /** Counts the issues of a set, so that what was imported before is known to be older. */
  readonly revision: number;
  /** The expected times are multiplied by it. */
  readonly timeScale: number;
  /** How far a problem's difficulty may lie from what is typical of its type and level, as a share of it. */
  readonly difficultyBand: number;
  readonly questions: readonly QuestionSpec[];
}

/** A question as the file says it. */
export interface QuestionSpec {
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly type: string;
  readonly version: number;
  readonly level: Level;
  readonly points: number;
  /** How many problems of it stand on a sheet. */
  readonly count: number;
  readonly isSameForAll: boolean;
  /** Whether no two students may have the same problem. */
  readonly isDistinct: boolean;
  readonly conventions: Conventions;
  /** Other conventions under which an answer is counted right. */
  readonly accept: readonly Partial<Conventions>[];
  /** Replaces the type's title. */
  readonly title?: string;
  /** Replaces the statement's words; {statement} stands for them. */
  readonly wording?: string;
  /** The seed of the one problem that everybody gets. */
  readonly pinned?: string;
  /** A question by hand, in place of a drawn one. */
  readonly own?: Asked;
  /** Printed as void, and without points. */
  readonly isVoid: boolean;
  /** Minutes that one problem takes, where the model's are not right. */
  readonly minutes?: number;
}
