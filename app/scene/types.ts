import type { CellRef, TensorName } from "@/lib/derivation";
import type { Sign } from "@/content";
import type { QuestionDraft } from "@/lib/question";
import type { VolumeScene } from "./volume";
import type { Role } from "@/lib/tex";

/**
 * What a picture draws, as plain data: made when the page is built (or in "your own numbers"), so
 * that the components only lay it out.
 */
export interface TensorScene {
  readonly name: TensorName;
  readonly role: Role;
  /** E.g. "input". */
  readonly words: string;
  /** The symbol as HTML made from TeX, in shorthand, and as it is spoken. */
  readonly symbol: string;
  readonly spoken: string;
  /** E.g. "3×3". */
  readonly sizes: string;
  /** H×W planes with what leads to each: one for rank 2, a channel each for rank 3, … */
  readonly planes: readonly PlaneScene[];
  /** E.g. "filter 0: channels 0–2"; empty where planes are named one by one. */
  readonly rowTitles: readonly string[];
  /** How many planes stand side by side: of weights those of one filter, else all. */
  readonly across: number;
  /** Drawn as sheets where there are too many cells. */
  readonly volume?: VolumeScene;
  /** Cells appear as steps reach them. */
  readonly appears: boolean;
}

export interface PlaneScene {
  /** E.g. "channel 0"; empty where there is one plane. */
  readonly title: string;
  readonly rows: readonly RowScene[];
  readonly columns: readonly string[];
}

export interface RowScene {
  readonly title: string;
  readonly cells: readonly CellScene[];
}

export interface CellScene {
  readonly at: readonly number[];
  /** Written with a true minus; null where only the shape is known. */
  readonly text: string | null;
  readonly kind: "value" | "padding" | "dropped" | "cropped";
  /** 0 to 1: the size of the value beside the largest of its tensor. */
  readonly strength: number;
  readonly negative: boolean;
}

export type PictureItem =
  | { readonly kind: "tensor"; readonly tensor: TensorScene }
  | { readonly kind: "sign"; readonly sign: Sign; readonly key: string };

export interface PictureScene {
  readonly rows: readonly (readonly PictureItem[])[];
  /** Cells side by side in the widest row, and the signs there: what fits is reckoned from them. */
  readonly columns: number;
  readonly signs: number;
  /** What is written beside stacks of sheets there, which does not shrink with them. */
  readonly labels: number;
  /** Cells side by side in the widest tensor, which cannot wrap. */
  readonly widest: number;
  /** What a cell that is pointed at is explained from; absent where there are only shapes. */
  readonly draft?: QuestionDraft;
}

export interface StepScene {
  readonly id: string;
  /** HTML in shorthand and plain words of the caption. */
  readonly caption: string;
  readonly words: string;
  /** The coloured line in the same shorthand; without its result; and as short as the list shows it. */
  readonly line: string | null;
  readonly asked: string | null;
  readonly short: string | null;
  readonly spoken: string;
  readonly cells: readonly CellRef[];
  /** Keys of the cells that this step brings out. */
  readonly reveals: readonly string[];
  /** Values that stand in for the picture's own while the step lasts, by cell. */
  readonly soFar?: Readonly<Record<string, string>>;
  /** The number that may be asked for first. */
  readonly value: number | null;
  /** Which cells are lit, in words. */
  readonly lit: string;
}

/** A cell's name in sets. @example cellKey("x", [0, 1]) // "x:0,1" */
export function cellKey(tensor: TensorName, at: readonly number[]): string {
  return `${tensor}:${at.join(",")}`;
}
