import type { MistakeId } from "@/lib/mistakes";
import type { SetQuestion } from "../document/document";
import type { Complaint } from "../errors";
import type { Student } from "../roster/student";
import type { Mark } from "./mark";

/** What a class made of a set. */
export interface Grade {
  readonly title: string;
  readonly course: string;
  /** The points of a sheet, void questions left out. */
  readonly points: number;
  /** Every student of the set in its order, those who were absent too. */
  readonly students: readonly StudentGrade[];
  readonly questions: readonly QuestionGrade[];
  /** What was done wrong in the class, by the number of students, most first. */
  readonly mistakes: readonly ClassMistake[];
  /** Answers that a person must mark. */
  readonly unreadable: readonly Unreadable[];
  /** Rows of the table that do not count, or replace others. */
  readonly problems: readonly Complaint[];
  readonly problemCount: number;
  /** The points of a sheet before the regrade, where there was one. */
  readonly pointsBefore?: number;
}

/** One student's marks. */
export interface StudentGrade {
  readonly code: string;
  readonly student: Student;
  /** No row bears the sheet's code: no points, and left out of every mean. */
  readonly isAbsent: boolean;
  readonly marks: readonly Mark[];
  /** Question by question; 0 for what is blank, void, or not readable yet. */
  readonly earned: readonly number[];
  readonly points: number;
  /** How many answers are still to be marked by a person. */
  readonly open: number;
  /** The points by the set as it was before the regrade. */
  readonly before?: number;
}

/** How one question went, among those who were present and whose answer could be read. */
export interface QuestionGrade {
  readonly question: SetQuestion;
  readonly counts: Readonly<Record<Mark["outcome"], number>>;
  /** The mean score from 0 to 1, the difficulty of classical test theory: the higher, the easier. */
  readonly difficulty: number;
  /** The corrected item–total correlation; NaN where it has no meaning. */
  readonly discrimination: number;
  /** The mean scores of the easiest, middle and hardest third of the variants; none where all have the same. */
  readonly thirds: readonly number[];
  /** Problems that several students had. */
  readonly variants: readonly VariantMean[];
  readonly mistakes: readonly QuestionMistake[];
  readonly pointsBefore?: number;
  /** The mean score by the set as it was before the regrade. */
  readonly difficultyBefore?: number;
}

export interface VariantMean {
  /** The seed; empty for a question by hand. */
  readonly seed: string;
  readonly students: number;
  readonly difficulty: number;
}

export interface QuestionMistake {
  readonly mistake: MistakeId;
  readonly students: number;
}

export interface ClassMistake extends QuestionMistake {
  /** "forgot the bias", or a sentence in quotation marks where the words are not of that form. */
  readonly words: string;
  /** Of the students who were present. */
  readonly share: number;
  /** The questions in which it was made, from 1. */
  readonly questions: readonly number[];
}

export interface Unreadable {
  readonly code: string;
  readonly question: number;
  readonly line: number;
  readonly text: string;
  readonly message: string;
}
