import type { TensorName } from "@/lib/derivation";
import type { Conventions } from "@/lib/question";
import type { Role } from "@/lib/tex";
import type { PictureScene, StepScene } from "../scene/types";

/** Everything that says which problem it is; a link carries it. */
export interface ProblemAddress {
  readonly type: string;
  readonly version?: number;
  readonly seed: string;
  readonly level: number;
  readonly conventions: Conventions;
  /** A gradient, where the same numbers are asked backward. */
  readonly ask?: string;
}

/** How the answer is given. */
export type AnswerSpec =
  | GridSpec
  /** One line of text: a count, a size with its unit, a shape. */
  | {
      readonly kind: "line";
      readonly label: string;
      /** What an answer may look like. */
      readonly such: string;
    }
  /** A number for each unknown. */
  | { readonly kind: "unknowns"; readonly names: readonly string[] }
  /** The first wrong line of a working, and what was done in it. */
  | {
      readonly kind: "spot";
      readonly lines: readonly WrittenLine[];
      readonly choices: readonly { readonly id: string; readonly words: string }[];
    };

/** A tensor to be filled in. */
export interface GridSpec {
  readonly kind: "grid";
  readonly tensor: TensorName;
  readonly role: Role;
  readonly words: string;
  /** HTML. */
  readonly symbol: string;
  readonly spoken: string;
  readonly shape: readonly number[];
  /** Whether the height and width are part of the question. */
  readonly asksSize: boolean;
  /** Whether the last axis holds the channels, each of which is a plane. */
  readonly endsInChannels: boolean;
}

/** A line of a working as HTML, aloud, and the cell that it works out. */
export interface WrittenLine {
  readonly key: string;
  /** HTML of what the line does. */
  readonly words?: string;
  readonly html: string;
  readonly spoken: string;
}

/** A problem as the page shows it: plain data, made when the page is built or when its link is opened. */
export interface ProblemScene {
  readonly key: string;
  readonly address: ProblemAddress;
  readonly version: number;
  readonly title: string;
  readonly topic: string;
  /** The type whose skill an answer shows; of a gradient another one than the type's own, or none. */
  readonly skill: string | null;
  /** HTML. */
  readonly statement: string;
  readonly picture: PictureScene | null;
  readonly answer: AnswerSpec;
  /** The gradients that the same numbers can be asked for. */
  readonly backward: readonly { readonly ask: string; readonly label: string }[];
  readonly codes: readonly { readonly name: string; readonly text: string }[];
}

/** What a reader has typed: the cells of a tensor in row-major order, or the lines of a form. */
export interface Typed {
  readonly shape: readonly number[];
  readonly cells: readonly string[];
}

export type CellMark = "correct" | "incorrect" | "blank" | "unreadable";

/** What is said of an answer. */
export interface Outcome {
  readonly verdict: "correct" | "incorrect" | "invalid";
  readonly score: number;
  /** One mark a cell, or a line of a form, in the order of what was typed; empty where the whole is marked at once. */
  readonly marks: readonly CellMark[];
  /** "2 of 9 cells are right." */
  readonly says: string;
  /** Where to look, where it can be said better than from the marks alone; the sentence is still open. */
  readonly advice?: string;
  /** Groups of diagnoses; those of one group explain the same cells equally well. */
  readonly diagnoses: readonly (readonly DiagnosisScene[])[];
  /** Under which convention it would be right, or is. */
  readonly convention?: string;
}

/** An outcome with the ids of the mistakes that explain it. */
export interface Marked extends Outcome {
  readonly mistakes: readonly string[];
}

/** An answer to be marked. */
export interface MarkRequest {
  readonly address: ProblemAddress;
  readonly typed: Typed;
  /** The reader's own: an answer that is right under them is right. */
  readonly reader: Conventions;
}

/** A mistake as it is told. */
export interface DiagnosisScene {
  readonly mistake: string;
  readonly title: string;
  /** How many cells it explains. */
  readonly cells: number;
  /** One, or each of two that act together. */
  readonly parts: readonly DiagnosisPart[];
}

export interface DiagnosisPart {
  readonly title: string;
  /** HTML. */
  readonly words: string;
  readonly replay: Replay | null;
}

/** What was done beside what it should be. */
export type Replay =
  | {
      readonly kind: "pictures";
      readonly yours: ReplayPicture;
      readonly right: ReplayPicture;
    }
  | { readonly kind: "formulas"; readonly yours: string; readonly right: string }
  | {
      /** One product of one cell. */
      readonly kind: "product";
      readonly picture: PictureScene;
      readonly lit: StepScene["cells"];
      readonly words: string;
      readonly product: string;
      readonly spoken: string;
    };

export interface ReplayPicture {
  readonly caption: string;
  readonly picture: PictureScene;
  readonly lit: StepScene["cells"];
}

/** Help, from a nudge to the whole working. */
export type Hint =
  | {
      readonly stage: 1;
      readonly words: string;
      readonly line: string | null;
      readonly spoken: string;
    }
  | {
      readonly stage: 2;
      readonly words: string;
      readonly line: string | null;
      readonly spoken: string;
      readonly cells: StepScene["cells"];
    }
  | {
      readonly stage: 3;
      readonly picture: PictureScene | null;
      readonly steps: readonly StepScene[];
    };

/** What is filled in already, on the lower rungs of a ladder. */
export interface Support {
  /** 1 to 4. */
  readonly rung: number;
  readonly typed?: Typed;
  /** The cells that are given. */
  readonly given?: readonly number[];
  /** The working, its last lines open. */
  readonly lines?: readonly WrittenLine[];
}

export interface RuleChoice {
  readonly words: string;
  readonly isRight: boolean;
}

/** One rung of the ladder for those who are new to a type. */
export interface LadderRung {
  readonly scene: ProblemScene;
  readonly support: Support;
  /** On the lowest rung everything is worked out. */
  readonly working: Extract<Hint, { readonly stage: 3 }> | null;
  /** "Which rule?", one of them right. */
  readonly rules: readonly RuleChoice[];
}
