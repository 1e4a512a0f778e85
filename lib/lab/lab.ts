import type { Step } from "@/lib/derivation";
import type { Ask, QuestionDraft } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { Expression } from "@/lib/tex";
import { fits, problemsIn } from "./checked";
import type { Fields, Values, ValuesOf } from "./field";
import type { Figure } from "./figure";

/** One line of a lab's working: what is done, and the line itself. */
export interface LabStep {
  /** Plain words with $…$ for maths. */
  readonly says: string;
  readonly line?: Expression;
}

/** Steps one under another: in a lab's own words, or a derivation's with the caption of their rule. */
export interface StepsPart {
  readonly kind: "steps";
  readonly steps: readonly (LabStep | Step)[];
}

/** A question of the kernel's, to be stepped through with its picture. */
export interface PlayerPart {
  readonly kind: "player";
  readonly title: string;
  readonly question: QuestionDraft;
  readonly asks: readonly Ask[];
}

/** What a lab shows, from top to bottom. */
export type Part = Figure | StepsPart | PlayerPart;

/** What a lab works out. */
export interface Work {
  /** Numbers that prose may name, e.g. { parameters: 760 }. */
  readonly results: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
}

/** A small experiment: fields that start with numbers worth looking at, and what comes of them. */
export interface Lab {
  /** E.g. "power-law". */
  readonly id: string;
  readonly title: string;
  /** What to change and what to watch, in one or two sentences. */
  readonly lead: string;
  readonly fields: Fields;
  /** @throws KernelError where a value does not fit its field, or the values each other */
  readonly work: (values: Values) => Work;
}

interface LabSpec<F extends Fields> extends Omit<Lab, "fields" | "work"> {
  readonly fields: F;
  readonly work: (values: ValuesOf<F>) => Work;
}

/** A lab whose work takes the values of its own fields by name. */
export function defineLab<const F extends Fields>({ work, ...spec }: LabSpec<F>): Lab {
  return {
    ...spec,
    work(values) {
      if (fits(spec.fields, values)) return work(values);
      const [problem = ""] = Object.values(problemsIn(spec.fields, values));
      throw new KernelError("ERR_INPUT", problem);
    },
  };
}
