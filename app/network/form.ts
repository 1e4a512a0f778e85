import { tooLongWords, tooManyLinesWords } from "@/content/network";
import type { Conventions, Dtype } from "@/lib/question";
import type { Optimiser } from "@/lib/network";
import { PYTORCH } from "../practice/conventions";

/** What was typed, as it was typed: a link, a reload and a file bring it back. */
export interface Form {
  /** PyTorch or Keras code, what print(model) shows, or layers as JSON. */
  readonly code: string;
  readonly input: string;
  readonly conventions: Conventions;
  readonly dtype: Dtype;
  readonly optimiser: Optimiser;
  /** The ids of the layers that are not trained. */
  readonly frozen: readonly string[];
  /** The classes of a new head; empty for none. */
  readonly head: string;
  /** The cell whose working is shown: a row and a figure, "0.params". */
  readonly at: string;
  /** The layer, row and column of the unit whose receptive field is drawn; empty for the middle of the last one. */
  readonly unit: string;
  /** The network beside it. */
  readonly other: string;
  readonly otherInput: string;
  /** The row of the convolution that a fully connected layer stands in for. */
  readonly replaced: string;
  /** The reader's own table, and what its columns tell where they say so. */
  readonly table: string;
  readonly columns: string;
}

/** A form with nothing typed. */
export const BLANK: Form = {
  code: "",
  input: "",
  conventions: PYTORCH,
  dtype: "float32",
  optimiser: "adam",
  frozen: [],
  head: "",
  at: "",
  unit: "",
  other: "",
  otherInput: "",
  replaced: "",
  table: "",
  columns: "",
};

/** A longer text than is read is refused at once: laying it out would hold the page up. */
const MOST_CHARACTERS = 20_000;
const MOST_LINES = 4000;

/** Why a text is not taken over; empty where it is. @example refusalOf("nn.ReLU()", "network") // "" */
export function refusalOf(text: string, what: string): string {
  if (text.length > MOST_CHARACTERS) return tooLongWords(what, text.length);
  return text.split("\n").length > MOST_LINES ? tooManyLinesWords(what) : "";
}

/** The figures that have a column of their own and a working. */
export const FIGURES = ["shape", "params", "macs", "activation", "receptive_field"] as const;
export type Figure = (typeof FIGURES)[number];
