import type { Interim } from "../../components/answer-work";
import type { AnswerSpec, Outcome } from "../../practice/types";
import type { PictureScene, StepScene } from "../../scene/types";
import type { ChainForm, ChainPage, OwnValues } from "../chain/form";
import type { ChainWorked } from "../chain/engine/types";
import type { Form, OperandName, ParamField } from "../form";
import type { Large } from "./large";

/** A tensor that was dropped as a file and is too large for a text field. */
export interface HeldFile {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float64Array;
}
export type HeldFiles = Readonly<Partial<Record<OperandName, HeldFile>>>;

/** What is asked of the worker. */
export type Request =
  | {
      readonly kind: "work";
      readonly form: Form;
      readonly held: HeldFiles;
      readonly marks: boolean;
    }
  | {
      readonly kind: "chain";
      readonly form: ChainForm;
      /** The reader's own values that are to be checked. */
      readonly checked: OwnValues | null;
    }
  | { readonly kind: "open"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "prove"; readonly form: Form; readonly held: HeldFiles; readonly ask: string }
  | { readonly kind: "prove-chain"; readonly form: ChainForm }
  | { readonly kind: "latex-chain"; readonly form: ChainForm }
  | {
      readonly kind: "save-chain";
      readonly form: ChainForm;
      readonly own: OwnValues | null;
    }
  | {
      readonly kind: "save";
      readonly form: Form;
      readonly held: HeldFiles;
      readonly whole: boolean;
    };

/** What it answers, after what it is busy with. */
export type Reply =
  | { readonly kind: "work"; readonly worked: Worked }
  | { readonly kind: "chain"; readonly worked: ChainWorked }
  | { readonly kind: "proof"; readonly proof: ProofView }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open"; readonly opened: Opened }
  | { readonly kind: "save"; readonly json: string }
  | Interim;

/** What a file holds: a text for a field, a large tensor, a whole question, or nothing that can be read. */
export type Opened =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "held"; readonly file: HeldFile }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "chain"; readonly page: ChainPage }
  | { readonly kind: "problem"; readonly message: string };

/** A value worked out again, by other ways. */
export interface ProofView {
  /** Sentences, each true of every cell. */
  readonly says: readonly { readonly holds: boolean; readonly words: string }[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
}

export type Place = OperandName | ParamField | "all";

export interface Worked {
  /** How each tensor was read. */
  readonly readAs: Readonly<Partial<Record<OperandName, string>>>;
  readonly problems: Readonly<Partial<Record<Place, string>>>;
  /** Whether only something is missing so far. */
  readonly waits: boolean;
  readonly result: Result | null;
}

/** Everything that the page shows of a question that holds together. */
export interface Result {
  readonly ask: string;
  readonly asks: readonly { readonly ask: string; readonly label: string }[];
  /** What is asked, in short: a number, a shape, or the sizes of a tensor. */
  readonly says: string;
  /** The whole of it as text, to copy. */
  readonly text: string;
  /** The shape of the tensor that is asked for; null for what is counted. */
  readonly shape: readonly number[] | null;
  readonly picture: PictureScene | null;
  readonly steps: readonly StepScene[];
  readonly large: readonly Large[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly differences: readonly string[];
  /** Where the answer goes; null where it is too large for cells. */
  readonly answer: AnswerSpec | null;
  readonly codes: readonly { readonly name: string; readonly text: string }[];
  readonly isRounded: boolean;
  readonly canProve: boolean;
  readonly outcome: Outcome | null;
}
