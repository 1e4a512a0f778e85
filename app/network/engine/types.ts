import type { LayerEdit } from "@/lib/network";
import type { Interim } from "../../components/answer-work";
import type { StepScene } from "../../scene/types";
import type { Figure, Form } from "../form";

/** What is asked of the worker. */
export type Request =
  | { readonly kind: "work"; readonly form: Form }
  | { readonly kind: "open"; readonly name: string; readonly text: string }
  | { readonly kind: "save"; readonly form: Form }
  | { readonly kind: "edit"; readonly form: Form; readonly edit: LayerEdit }
  | { readonly kind: "run"; readonly form: Form };

/** What it answers, after what it is busy with. */
export type Reply =
  | { readonly kind: "work"; readonly worked: Worked }
  | { readonly kind: "open"; readonly form: Form }
  | { readonly kind: "save"; readonly json: string }
  | { readonly kind: "edit"; readonly code: string }
  | { readonly kind: "run"; readonly run: RunScene }
  | Interim;

/** What is wrong in a text, and on which of its lines where that is known. */
export interface Problem {
  readonly line?: number;
  readonly message: string;
}

export interface Worked {
  /** "PyTorch, 13 layers" */
  readonly readAs: string;
  readonly problems: readonly Problem[];
  /** What is not wrong but worth knowing. */
  readonly notes: readonly Problem[];
  readonly inputProblem?: string;
  /** The input's shape where the code says it. */
  readonly ownInput?: string;
  readonly other: Pick<Worked, "readAs" | "problems" | "notes">;
  readonly builder: Builder;
  readonly scene: Scene | null;
}

/** The list of layers as it is built by hand. */
export interface Builder {
  readonly kinds: readonly string[];
  readonly layers: readonly BuiltLayer[];
}

export interface BuiltLayer {
  readonly name: string;
  readonly id: string;
  readonly options: readonly { readonly key: string; readonly text: string }[];
}

/** Everything that the page shows of a network. */
export interface Scene {
  readonly rows: readonly Row[];
  readonly totals: Readonly<Record<"params" | "macs" | "values" | "bytes", string>>;
  /** Where parameters and memory sit, in words. */
  readonly where: readonly string[];
  readonly working: Working | null;
  readonly sight: Sight | null;
  readonly training: TrainingScene;
  readonly run: RunOffer;
  readonly beside: Versus | null;
  readonly convolutions: readonly { readonly place: string; readonly words: string }[];
  readonly replaced: Replaced | null;
  readonly checked: Checked | null;
  readonly tableProblem?: string;
}

/** A figure as it is shown, and how much of the largest it is. */
export interface Figured {
  readonly text: string;
  readonly part?: number;
  /** "62 %" of all. */
  readonly share?: string;
  readonly hasWorking: boolean;
}

export interface Row {
  readonly place: number;
  readonly id: string;
  readonly kind: string;
  readonly options: string;
  readonly line?: number;
  readonly from?: string;
  readonly shape: Figured;
  readonly params: Figured;
  readonly macs: Figured;
  readonly values: Figured;
  readonly bytes: Figured;
  readonly field: Figured;
  readonly jump: Figured;
  readonly error?: string;
}

export interface Working {
  readonly place: number;
  readonly figure: Figure;
  readonly title: string;
  readonly steps: readonly StepScene[];
}

/** What a unit sees, in rows and columns of the input. */
export interface Sight {
  readonly layers: readonly { readonly place: number; readonly words: string }[];
  readonly place: number;
  readonly at: readonly [row: number, column: number];
  /** The last row and column that there are. */
  readonly last: readonly [row: number, column: number];
  readonly input: readonly [height: number, width: number];
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  readonly jump: readonly [down: number, right: number];
  readonly words: string;
}

export interface TrainingScene {
  readonly layers: readonly {
    readonly id: string;
    readonly words: string;
    readonly params: string;
    readonly isFrozen: boolean;
  }[];
  /** The head that would be replaced: its id and what it gives now. */
  readonly head: string | null;
  readonly headProblem?: string;
  readonly says: string;
  readonly parts: readonly (Figured & { readonly label: string; readonly values: string })[];
}

/** What a run of the network would take, or why it cannot be run. */
export interface RunOffer {
  readonly says: string;
  readonly isPossible: boolean;
}

/** A network run once, layer by layer. */
export interface RunScene {
  readonly says: readonly string[];
  /** Where parameters, multiply–adds and time sit, by kind of layer. */
  readonly kinds: readonly {
    readonly label: string;
    readonly shares: readonly Figured[];
  }[];
  readonly rows: readonly RunRow[];
  readonly totals: Readonly<Record<"forward" | "backward" | "rate", string>>;
}

export interface RunRow {
  readonly id: string;
  readonly kind: string;
  /** "0.565 ± 0.824" */
  readonly values: string;
  /** "50 % zeros", where there are any. */
  readonly zeros?: string;
  readonly forward: Figured;
  readonly backward: Figured;
  readonly time: Figured;
  readonly macs: Figured;
  readonly rate: string;
  readonly weights: string;
  readonly output: string;
}

/** Two things side by side, figure by figure on a common scale. */
export interface Versus {
  readonly names: readonly [string, string];
  readonly lines: readonly {
    readonly label: string;
    readonly sides: readonly [Figured, Figured];
    readonly ratio: string;
  }[];
}

export interface Replaced {
  readonly place: string;
  readonly versus: Versus;
  readonly steps: readonly { readonly title: string; readonly steps: readonly StepScene[] }[];
}

export interface Checked {
  readonly says: string;
  readonly heads: readonly { readonly title: string; readonly column: string }[];
  readonly rows: readonly {
    readonly title: string;
    readonly cells: readonly {
      readonly text: string;
      readonly verdict: "correct" | "follows" | "incorrect" | "invalid" | "unmarked";
    }[];
  }[];
  readonly told: readonly {
    readonly where: string;
    readonly title: string;
    /** HTML. */
    readonly words: string;
  }[];
}
