import { type Key, isList, isSpotted, isTensor } from "@/lib/exercises";
import type { Expression } from "@/lib/tex";
import type { Feedback, Field, Item } from "../../document/document";
import { marginOf } from "./numbers";

/**
 * How an answer is given in a learning platform, which knows numbers, texts and choices, but neither matrices nor
 * shapes:
 * - a number is one blank; of bytes, a blank in bytes;
 * - a shape or another list is one blank a number, in order; "all sizes" are their smallest and largest;
 * - a matrix is one blank a cell, in a table a plane;
 * - a list of which many are right is a choice among lists of which one is;
 * - a wrong line and its mistake are two choices.
 */
export type AnswerForm =
  | { readonly layout: "lines" | "sizes"; readonly blanks: readonly Blank[] }
  | {
      readonly layout: "grid";
      readonly blanks: readonly Blank[];
      /** In each row, which blank stands in which cell. */
      readonly planes: readonly {
        readonly name: Expression;
        readonly rows: readonly (readonly number[])[];
      }[];
    }
  | { readonly layout: "options"; readonly label: string; readonly options: readonly Option[] };

/** One place for an answer. */
export type Blank =
  | {
      readonly kind: "number";
      readonly label: string;
      /** The key, then what other conventions give that the set accepts. */
      readonly right: readonly number[];
      readonly wrong: readonly Wrong[];
    }
  /** What is no finite number, as people write it. */
  | { readonly kind: "text"; readonly label: string; readonly right: readonly string[] }
  | { readonly kind: "choice"; readonly label: string; readonly options: readonly Option[] };

/** A wrong number, and what the mistakes that give it tell. */
export interface Wrong {
  readonly value: number;
  readonly told: readonly Feedback[];
}

export interface Option {
  readonly text: string;
  readonly isRight: boolean;
  /** What the mistake behind it tells. */
  readonly feedback?: Feedback;
}

/** The form in which an item is answered, with the wrong numbers that the feedback speaks of. */
export function answerForm(item: Item, feedback: readonly Feedback[]): AnswerForm {
  const { field } = item;
  switch (field.kind) {
    case "number":
      return {
        layout: "lines",
        blanks: numberBlanks(item, feedback, () => numberLabel(item, field)),
      };
    case "bytes":
      return {
        layout: "lines",
        blanks: numberBlanks(
          item,
          feedback,
          () => `${field.label} in bytes, a number without a unit`,
        ),
      };
    case "list":
      return listForm(item, field, feedback);
    case "grid": {
      const blanks = numberBlanks(item, feedback, (index) => `${field.label} ${index + 1}`);
      return { layout: "grid", blanks, planes: field.planes };
    }
    case "choice":
      return { layout: "lines", blanks: spotBlanks(item, field, feedback) };
  }
}

function listForm(
  item: Item,
  field: Field & { readonly kind: "list" },
  feedback: readonly Feedback[],
): AnswerForm {
  if (field.rightAnswers === "any") {
    return { layout: "options", label: field.label, options: listOptions(item, field, feedback) };
  }
  if (field.of === "sizes") {
    const label = sizesLabel(item, field);
    return { layout: "sizes", blanks: numberBlanks(item, feedback, () => label) };
  }
  const { names } = field;
  if (names.length > 0) {
    return { layout: "lines", blanks: numberBlanks(item, feedback, (index) => names[index] ?? "") };
  }
  const labels = ["Smallest", "Largest"];
  const blanks = numberBlanks(item, feedback, (index) => labels[index] ?? "", endsOf);
  return { layout: "lines", blanks };
}

/** Fractions are not read there. */
function numberLabel({ key }: Item, { label }: Field): string {
  return numbersIn(key).values.every(Number.isInteger) ? label : `${label}, as a decimal number`;
}

/** Blanks in a row want their order said, where the sizes are those of images. */
function sizesLabel({ key, ask, conventions }: Item, { label }: Field): string {
  const count = isList(key) ? key.length : 0;
  if (count < 3 || ask.endsWith(".w")) return label;
  const axes =
    conventions.layout === "nhwc"
      ? ["batch", "height", "width", "channels"]
      : ["batch", "channels", "height", "width"];
  return `${label} (${axes.slice(-count).join(" × ")})`;
}

/** One blank a number of the key. What has another shape than the key fits no blank. */
function numberBlanks(
  { key, accepted }: Item,
  feedback: readonly Feedback[],
  labelOf: (index: number) => string,
  read: (key: Key) => Numbers = numbersIn,
): Blank[] {
  const own = read(key);
  const isAlike = (one: Numbers) => one.shape === own.shape;
  const others = accepted.map((one) => read(one.key)).filter(isAlike);
  const slips = feedback.map((told) => ({ ...read(told.answer), told })).filter(isAlike);
  return own.values.map((value, index) => {
    const right = distinct([value, ...others.map(({ values }) => values[index] ?? value)]);
    const wrong = slips.map(({ values, told }) => ({ value: values[index] ?? value, told }));
    return numberBlank(labelOf(index), right, wrong);
  });
}

function numberBlank(
  label: string,
  right: readonly number[],
  slips: readonly { readonly value: number; readonly told: Feedback }[],
): Blank {
  const [key = 0] = right;
  if (!Number.isFinite(key)) return { kind: "text", label, right: SPECIAL[String(key)] ?? [] };
  const wrong = slips.filter(
    ({ value }) => Number.isFinite(value) && !right.some((one) => isNear(value, one)),
  );
  const values = distinct(wrong.map(({ value }) => value));
  return {
    kind: "number",
    label,
    right: right.filter(Number.isFinite),
    wrong: values.map((value) => ({
      value,
      told: wrong.flatMap((one) => (one.value === value ? [one.told] : [])),
    })),
  };
}

/** Whether a wrong number would count as the right one. */
function isNear(value: number, right: number): boolean {
  return Math.abs(value - right) <= marginOf(right) + marginOf(value);
}

const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  Infinity: ["inf", "infinity", "∞", "+inf", "oo"],
  "-Infinity": ["-inf", "-infinity", "-∞", "−∞", "−inf", "-oo"],
  NaN: ["nan"],
};

function spotBlanks(
  { key }: Item,
  { lines, choices }: Field & { readonly kind: "choice" },
  feedback: readonly Feedback[],
): Blank[] {
  const right = isSpotted(key) ? key : { at: [], mistake: "" };
  const told = (id: string) =>
    feedback.find(({ answer }) => isSpotted(answer) && answer.mistake === id);
  return [
    {
      kind: "choice",
      label: "The first wrong line",
      options: lines.map(({ at, text }) => ({ text, isRight: String(at) === String(right.at) })),
    },
    {
      kind: "choice",
      label: "What was done in it",
      options: choices.map(({ id, text }) => optionOf(text, id === right.mistake, told(id))),
    },
  ];
}

/** So many wrong lists stand beside the right one. */
const MOST_WRONG = 4;

/** In order of their numbers, so that the place tells nothing. */
function listOptions(
  { key }: Item,
  { names, nearMisses }: Field & { readonly kind: "list" },
  feedback: readonly Feedback[],
): Option[] {
  const slips = feedback.map((told) => ({ values: numbersIn(told.answer).values, told }));
  const near = nearMisses.map((values) => ({ values, told: undefined }));
  const wrong = [...slips, ...near].filter(
    ({ values }, index, all) =>
      all.findIndex((one) => String(one.values) === String(values)) === index,
  );
  return [
    { values: numbersIn(key).values, isRight: true, told: undefined },
    ...wrong.slice(0, MOST_WRONG).map((one) => ({ ...one, isRight: false })),
  ]
    .toSorted((one, other) => inOrder(one.values, other.values))
    .map(({ values, isRight, told }) =>
      optionOf(
        values.map((value, index) => `${names[index] ?? ""} ${value}`).join(", "),
        isRight,
        told,
      ),
    );
}

function optionOf(text: string, isRight: boolean, feedback: Feedback | undefined): Option {
  return feedback && !isRight ? { text, isRight, feedback } : { text, isRight };
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, place) => value !== other[place]);
  return (one[index] ?? 0) - (other[index] ?? 0);
}

/** The numbers of an answer, and their shape as text. */
interface Numbers {
  readonly shape: string;
  readonly values: readonly number[];
}

function numbersIn(key: Key): Numbers {
  if (typeof key === "number") return { shape: "", values: [key] };
  if (isTensor(key)) return { shape: String(key.shape), values: [...key.data] };
  return isList(key)
    ? { shape: String(key.length), values: key }
    : { shape: "spotted", values: [] };
}

/** The smallest and the largest, however many there are. */
function endsOf(key: Key): Numbers {
  const { values } = numbersIn(key);
  return { shape: "ends", values: [Math.min(...values), Math.max(...values)] };
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)];
}
