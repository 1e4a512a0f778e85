import type { AnswerJson, AnyAsk, Key, Level, Paragraph, QuestionJson } from "@/lib/exercises";
import type { MistakeId } from "@/lib/mistakes";
import type { Conventions } from "@/lib/question";
import type { Expression, Role } from "@/lib/tex";
import type { Paper, QuestionSpec } from "../spec/spec";
import type { Student } from "../roster/student";

/**
 * A problem set as every format sees it. Sheets and items are made when they are asked for, in the same order and with
 * the same content each time, so that a format can go through them as often as it needs without holding them all.
 */
export interface SetDocument {
  readonly title: string;
  /** Empty where the set names none. */
  readonly course: string;
  /** As the set writes it; the library never asks for the time. */
  readonly date: string;
  /** Paragraphs for the head of each sheet. */
  readonly instructions: readonly string[];
  readonly paper: Paper;
  /** The higher, the later: what was imported from a lower one is to be updated. */
  readonly revision: number;
  /** The questions of every sheet in order, those that are asked several times one by one. */
  readonly questions: readonly SetQuestion[];
  /** The points of a sheet, void questions left out. */
  readonly points: number;
  readonly sheetCount: number;
  /** One sheet a student, in the roster's order. */
  readonly sheets: () => Iterable<Sheet>;
  /** Which problems stand on each sheet: their seeds, without drawing them. */
  readonly listings: () => Iterable<Listing>;
  /** The different problems of one question, counted from 0: one where it is the same for all, else one a student. */
  readonly items: (questionIndex: number) => Iterable<Item>;
}

/** What all sheets have in common of a question. */
export interface SetQuestion {
  /** From 1, as it stands on the sheets. */
  readonly number: number;
  readonly type: string;
  readonly title: string;
  readonly level: Level;
  readonly points: number;
  readonly minutes: number;
  readonly isSameForAll: boolean;
  readonly isVoid: boolean;
  /** How many different problems `items` gives. */
  readonly itemCount: number;
}

/** One student's variant. */
export interface Sheet {
  /** Opaque, unique in the set, short enough to be typed: "K7QF-2M9X". */
  readonly code: string;
  readonly student: Student;
  readonly items: readonly Item[];
  readonly points: number;
  /** The expected time with the student's own factor; whole minutes are for the format to round. */
  readonly minutes: number;
  readonly isLargePrint: boolean;
}

/** A sheet as the log and the release tell of it. */
export interface Listing extends Pick<Sheet, "code" | "student"> {
  readonly problems: readonly ListedProblem[];
}

/** What gives a problem again: its seed, or where it was chosen by hand its question. */
export interface ListedProblem extends Pick<
  Item,
  "number" | "title" | "type" | "version" | "seed" | "level" | "conventions" | "points" | "isVoid"
> {
  readonly byHand?: Pick<Item, "question" | "ask">;
  /** The set's own words for it, as its file says them. */
  readonly wording?: string;
  /** Other conventions under which an answer is counted right. */
  readonly accept: QuestionSpec["accept"];
}

/** One problem: what is asked, where the answer goes, what is right, how to work it out, what may go wrong. */
export interface Item {
  /** Unique in the set, the same each time, and opaque: "K7QF-2M9X.3", or "ALL.3" where it is the same for all. */
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly points: number;
  readonly minutes: number;
  readonly isVoid: boolean;
  /** Words and formulas; a paragraph of one formula alone is displayed. Complete without the figures. */
  readonly statement: readonly Paragraph[];
  /** The given tensors, for formats that draw grids; each says which paragraph of the statement it replaces. */
  readonly figures: readonly Figure[];
  readonly field: Field;
  readonly key: Key;
  readonly keyText: string;
  /** The key as displayed lines, one a plane of a tensor. */
  readonly keyLines: readonly Expression[];
  /** Answers that are counted right as well, under the conventions that the set accepts. */
  readonly accepted: readonly Accepted[];
  /** The worked solution; made anew each time it is read, so read it once. */
  readonly steps: readonly WorkedStep[];
  /** What each predicted wrong answer tells; made anew each time it is read, so read it once. */
  readonly feedback: readonly Feedback[];
  readonly type: string;
  readonly version: number;
  readonly level: Level;
  /** Empty where the numbers were chosen by hand. */
  readonly seed: string;
  readonly conventions: Conventions;
  readonly question: QuestionJson;
  readonly ask: AnyAsk;
  readonly answer: AnswerJson;
}

/** A plane of numbers to be drawn as a grid: X, or X[0] where there are several. */
export interface Figure {
  /** The index of the paragraph of the statement that shows the same. */
  readonly paragraph: number;
  readonly name: Expression;
  readonly role: Role;
  readonly shape: readonly [rows: number, columns: number];
  /** Row by row. */
  readonly values: readonly number[];
}

/** Where an answer goes, and of what kind it is. */
export type Field =
  /** One number. */
  | { readonly kind: "number"; readonly label: string }
  /** A number of bytes, with a unit of one's own or without. */
  | { readonly kind: "bytes"; readonly label: string; readonly units: Conventions["units"] }
  /** A shape, or a list of numbers. */
  | {
      readonly kind: "list";
      readonly label: string;
      readonly of: "sizes" | "numbers";
      /** One a number, where each has a name of its own: "stride", "padding". */
      readonly names: readonly string[];
      /** "any": the key is one of several right answers, so that exact comparison will not do. */
      readonly rightAnswers: "one" | "any";
      /** Lists near the key that are wrong, where any of several is right; else none. */
      readonly nearMisses: readonly (readonly number[])[];
    }
  /** A tensor, one plane after the other. */
  | {
      readonly kind: "grid";
      readonly label: string;
      readonly name: Expression;
      readonly role: Role;
      readonly shape: readonly number[];
      readonly planes: readonly FieldPlane[];
    }
  /** The first wrong line of a working, and what was done in it. */
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly lines: readonly { readonly at: readonly number[]; readonly text: string }[];
      readonly choices: readonly { readonly id: string; readonly text: string }[];
    };

/** One plane of a grid to be filled in. */
export interface FieldPlane {
  /** Y[0,1], or Y alone. */
  readonly name: Expression;
  /** In each row, where its cells lie in the key's values. */
  readonly rows: readonly (readonly number[])[];
}

/** An answer that is right under other conventions, which the set accepts. */
export interface Accepted {
  readonly conventions: Partial<Conventions>;
  readonly key: Key;
  readonly keyText: string;
}

/** One line of a working, with the words beside it. */
export interface WorkedStep {
  readonly rule: string;
  readonly line: Expression;
  /** Plain words. */
  readonly caption: string;
}

/** A wrong answer that a mistake gives, and what to say of it. */
export interface Feedback {
  readonly mistake: MistakeId;
  readonly answer: Key;
  readonly answerText: string;
  /** "You turned the kernel around", plain words. */
  readonly title: string;
  /** Markdown with $…$. */
  readonly words: string;
}
