import type { Outcome } from "../../../practice/types";
import type { PictureScene, StepScene } from "../../../scene/types";
import type { Large } from "../../engine/large";
import type { ChainForm } from "../form";

/** What stands beside the fields of a chain, by place: "x", "target", "0", "0.kernel", "0.w", "all" … */
export type Sayings = Readonly<Record<string, string>>;

/** A line of a snippet that was not followed. */
export interface Unfollowed {
  readonly line: number;
  readonly message: string;
}

export interface ChainWorked {
  readonly readAs: Sayings;
  readonly problems: Sayings;
  readonly unfollowed: readonly Unfollowed[];
  readonly waits: boolean;
  /** The names of the layers, in their order. */
  readonly ids: readonly string[];
  /** What a snippet says, layer by layer; null where it holds what the editor does not. */
  readonly rows: ChainForm | null;
  /** The chain with the numbers that the seed drew, as the fields would hold it. */
  readonly drawn: ChainForm | null;
  readonly sizes: readonly SizeRow[];
  readonly result: ChainResult | null;
}

/** A layer counted. */
export interface SizeRow {
  readonly id: string;
  readonly name: string;
  readonly shape: string;
  readonly params: string;
  readonly macs: string;
  readonly field: string;
}

export interface ChainResult {
  readonly values: readonly ValueView[];
  /** What is said of the reader's own values, by key; empty until they are checked. */
  readonly marks: Readonly<Record<string, MarkView>>;
  readonly firstWrong: string | null;
  readonly open: OpenValue | null;
}

/** One value of a chain, in short. */
export interface ValueView {
  readonly key: string;
  readonly direction: "forward" | "backward";
  /** "conv1", or "loss". */
  readonly of: string;
  readonly role: "output" | "gradient";
  /** HTML, and as it is spoken. */
  readonly symbol: string;
  readonly spoken: string;
  readonly sizes: string;
  /** Its planes of cells; null where they are too many. */
  readonly planes: readonly Plane[] | null;
}

export interface Plane {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The working of one value. */
export interface OpenValue {
  readonly key: string;
  readonly shape: readonly number[];
  readonly picture: PictureScene | null;
  readonly steps: readonly StepScene[];
  readonly large: readonly Large[];
  /** HTML: what the layer does where it is no operation of its own, or why the value is a multiple. */
  readonly words: string;
  /** Cell by cell, where a layer maps every value by itself. */
  readonly cells: CellTable | null;
  readonly codes: readonly { readonly name: string; readonly text: string }[];
  readonly canProve: boolean;
}

export interface CellTable {
  /** HTML. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
}

export interface MarkView {
  readonly verdict: "correct" | "follows" | "incorrect" | "invalid";
  readonly says: string;
  /** The values of the reader's that were taken as they are. */
  readonly given: readonly string[];
  readonly outcome: Outcome | null;
  readonly slip: { readonly title: string; readonly words: string } | null;
  /** The wrong cells, in words. */
  readonly cells: string;
}
