import { type Conventions, type Params, type Question, isTensorAsk } from "@/lib/question";
import type { AnyAsk, AnyQuestion } from "./asked";
import type { Paragraph } from "./statement";

/**
 * The settings of a layer in words.
 *
 * @example settingWords({ stride: 2, padding: 1 }) // "stride 2 and padding 1"
 */
export function settingWords(params: Params): string {
  const said = [
    params.kernel === undefined ? "" : `${withArticle(sizeWords(params.kernel))} window`,
    params.stride === undefined ? "" : `stride ${pairWords(params.stride)}`,
    paddingWords(params),
    params.dilation === undefined ? "" : `dilation ${pairWords(params.dilation)}`,
    params.groups === undefined || params.groups === 1 ? "" : `${params.groups} groups`,
    params.output_padding === undefined ? "" : `output padding ${pairWords(params.output_padding)}`,
    params.ceil_mode === true ? "ceil mode" : "",
    params.count_include_pad === false ? "the padding not counted in the divisor" : "",
  ];
  return joined(said.filter((words) => words !== ""));
}

function paddingWords({ padding, pad }: Params): string {
  if (pad) return `padding ${pad[0]} above, ${pad[1]} left, ${pad[2]} below and ${pad[3]} right`;
  if (padding === undefined) return "";
  return typeof padding === "string" ? `“${padding}” padding` : `padding ${pairWords(padding)}`;
}

function pairWords(pair: number | readonly [number, number]): string {
  return typeof pair === "number" ? String(pair) : `${pair[0]} down and ${pair[1]} across`;
}

function sizeWords(pair: number | readonly [number, number]): string {
  return typeof pair === "number" ? `${pair} × ${pair}` : `${pair[0]} × ${pair[1]}`;
}

/** "a", "a and b", "a, b and c". */
export function joined(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "a" or "an" before a size: an 8, an 11, an 18 and the eighties. @example withArticle("8 × 8") // "an 8 × 8" */
export function withArticle(size: string): string {
  return `${/^(8|1[18](?!\d))/.test(size) ? "an" : "a"} ${size}`;
}

/** Sizes with a cross between them. @example sizes([3, 32, 32]) // "3 × 32 × 32" */
export function sizes(shape: readonly number[]): string {
  return shape.join(" × ");
}

/** A count with its noun. @example counted(1, "channel") // "1 channel" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The shape of an input, which a statement quotes. */
export function shapeOf(question: Question, name: keyof Question["inputs"]): readonly number[] {
  return question.inputs[name]?.shape ?? [];
}

/** Height and width of an image, in either layout. */
export function planeOf(question: Question, name: "x" = "x"): readonly [number, number] {
  const shape = shapeOf(question, name);
  const plane =
    question.conventions.layout === "nhwc" && shape.length > 2
      ? shape.slice(-3, -1)
      : shape.slice(-2);
  return [plane[0] ?? 1, plane[1] ?? 1];
}

/** Channels of an image, in either layout. */
export function channelsOf(question: Question): number {
  const shape = shapeOf(question, "x");
  if (shape.length < 3) return 1;
  return shape.at(question.conventions.layout === "nhwc" ? -1 : -3) ?? 1;
}

/** What a statement adds where the conventions are not PyTorch's and bear on the answer. */
export function conventionNotes(question: AnyQuestion, ask: AnyAsk): Paragraph[] {
  const notes = NOTES.flatMap(([bears, note]) => {
    const said = bears(question, ask) ? note(question.conventions) : "";
    return said === "" ? [] : [said];
  });
  return notes.length === 0 ? [] : [[notes.join(" ")]];
}

type Bears = (question: { readonly op: string }, ask: AnyAsk) => boolean;

const slides: Bears = ({ op }) => op !== "linear" && !WITHOUT_WINDOW.includes(op);

const WITHOUT_WINDOW: readonly string[] = [
  "pad",
  "relu",
  "softmax",
  "cross_entropy",
  "mse_loss",
  "gram",
  "batch_norm_train",
  "conv_transpose2d",
];

const NOTES: readonly (readonly [Bears, (conventions: Conventions) => string])[] = [
  [
    slides,
    ({ rounding }) =>
      ({ floor: "", ceil: "Sizes are rounded up.", exact: "The windows fit exactly." })[rounding],
  ],
  [
    ({ op }, ask) =>
      (op === "conv2d" || op === "spot" || op === "conv_transpose2d") &&
      (isTensorAsk(ask) || ask === "mistake"),
    ({ operation }) =>
      operation === "convolution"
        ? "Convolution means true convolution here: the kernel is turned by 180° first."
        : "",
  ],
  [
    ({ op }, ask) =>
      op !== "network" && (ask.startsWith("shapes.") || isTensorAsk(ask)) && slides({ op }, ask),
    ({ layout }) => (layout === "nhwc" ? "The channels come last: N × H × W × C." : ""),
  ],
  [
    (_, ask) => ask === "macs" || ask === "flops",
    ({ macs }) => (macs === "with_bias" ? "Adding a bias counts as one operation more." : ""),
  ],
];
