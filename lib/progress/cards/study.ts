import type { Way } from "./review";

/** The exam that a reader prepares for. */
export interface Exam {
  /** When it begins, in milliseconds since 1970 (UTC). */
  readonly at: number;
  /** Days on which nothing is to be planned, as in "2026-11-23". */
  readonly daysOff: readonly string[];
}

/** What a reader has set; the later of two wins where files are merged. */
export interface CardSettings {
  /** When it was last changed; 0 where nothing was set yet. */
  readonly changedAt: number;
  /** The most new cards a day. */
  readonly newADay: number;
  /** The most reviews of cards met on earlier days. */
  readonly reviewsADay: number;
  readonly exam?: Exam;
}

/** Before anything is set. */
export const DEFAULT_SETTINGS: CardSettings = { changedAt: 0, newADay: 15, reviewsADay: 100 };

/** The later of two settings; ours where they are of the same moment. */
export function laterSettings(ours: CardSettings, theirs: CardSettings): CardSettings {
  return theirs.changedAt > ours.changedAt ? theirs : ours;
}

/** The exam, as long as it lies ahead. */
export function examAhead({ exam }: CardSettings, now: number): Exam | undefined {
  return exam && exam.at > now ? exam : undefined;
}

/** A mock quiz, or the five questions that show where one stands. */
export const QUIZ_KINDS = ["mock", "standing"] as const;

/** A mock quiz, or the five questions that show where one stands. */
export type QuizKind = (typeof QUIZ_KINDS)[number];

/** One question of a quiz. Its seed settles the order of choices and the numbers. */
export interface QuizQuestion {
  readonly card: number;
  readonly way: Exclude<Way, "recall">;
  readonly seed: string;
  /** Where it is worked out: the problem. */
  readonly problem?: {
    readonly exercise: string;
    readonly version: number;
    readonly level: number;
  };
}

/** What was answered to one question. */
export interface QuizAnswer {
  readonly right: boolean;
  readonly seconds: number;
}

/** A quiz as it stands. */
export interface Quiz {
  readonly id: string;
  readonly kind: QuizKind;
  /** In milliseconds since 1970 (UTC). */
  readonly startedAt: number;
  /** How long it may last; absent where nobody looks at the clock. */
  readonly minutes?: number;
  readonly questions: readonly QuizQuestion[];
  /** Question by question; the first that is missing is the one at hand. */
  readonly answers: readonly QuizAnswer[];
  readonly done: boolean;
}

/** What is kept beside the log. */
export interface Study {
  readonly settings: CardSettings;
  readonly quizzes: Readonly<Partial<Record<QuizKind, Quiz>>>;
}

/** Before anything is kept. */
export const NO_STUDY: Study = { settings: DEFAULT_SETTINGS, quizzes: {} };
