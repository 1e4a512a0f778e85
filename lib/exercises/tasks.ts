import type { Params, Question } from "@/lib/question";
import { type AnyQuestion, type LayerDraft, isLayerQuestion } from "./asked";
import { convParams, shapesOnly } from "./drafts";
import { givenTensors } from "./given";
import type { Paragraph } from "./statement";
import { channelsOf, counted, planeOf, settingWords, shapeOf, sizes, withArticle } from "./wording";

/** The question of a statement, which must be a layer's. @throws Error where it is not */
export function layerOf(question: AnyQuestion): Question {
  if (isLayerQuestion(question)) return question;
  throw new Error(`A layer's question was expected, not one of ${question.op}.`);
}

/** A task with the tensors that it speaks of; {settings} becomes " with stride 2", say, or nothing. */
export function task(question: AnyQuestion, words: string): Paragraph[] {
  const layer = layerOf(question);
  return [[withSettings(words, layer.params)], ...givenTensors(layer)];
}

function withSettings(words: string, params: Params): string {
  const settings = settingWords(params);
  return words.replace("{settings}", settings === "" ? "" : ` with ${settings}`);
}

/** Sizes of a convolution whose values do not matter. */
export interface ConvSizes {
  readonly batch?: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly filters: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly dilation?: number;
  readonly groups?: number;
  readonly bias?: boolean;
}

/** A convolution, or its transpose, of shapes alone, N×C×H×W. */
export function convOfSizes(
  controls: ConvSizes,
  op: "conv2d" | "conv_transpose2d" = "conv2d",
): LayerDraft & { readonly params: Params } {
  const { batch = 1, channels, height, width, filters, kernel, groups = 1, bias = true } = controls;
  const window = [kernel, kernel];
  return {
    op,
    params: convParams(controls),
    inputs: shapesOnly({
      x: [batch, channels, height, width],
      w:
        op === "conv2d"
          ? [filters, channels / groups, ...window]
          : [channels, filters / groups, ...window],
      ...(bias ? { b: [filters] } : {}),
    }),
  };
}

/** "32 × 32 pixels in 3 channels" of a layer's input, the batch first where there is one. */
export function inputWords(question: Question): string {
  const [batch = 1] = shapeOf(question, "x").length > 3 ? shapeOf(question, "x") : [1];
  const [height, width] = planeOf(question);
  const image = `${height} × ${width} with ${counted(channelsOf(question), "channel")}`;
  return batch === 1 ? `an input of ${image}` : `a batch of ${batch} inputs, each ${image}`;
}

/** "10 filters of 5 × 5, each with a bias", of a layer's weights. */
export function filterWords(question: Question): string {
  const w = shapeOf(question, "w");
  const transposed = question.op === "conv_transpose2d";
  const filters = transposed ? (w[1] ?? 1) * (question.params.groups ?? 1) : (w[0] ?? 1);
  const kernel = sizes(w.slice(-2));
  const kernels = transposed
    ? `${withArticle(kernel)} kernel and ${counted(filters, "output channel")}`
    : `${counted(filters, "filter")} of ${kernel}`;
  return `${kernels}, ${question.inputs.b ? "each with a bias" : "without biases"}`;
}

/** A question on sizes: a convolution on an input, with its settings, and what is wanted. */
export function sizesTask(question: AnyQuestion, layer: string, wanted: string): Paragraph[] {
  const asked = layerOf(question);
  const settings = settingWords(asked.params);
  const said = settings === "" ? "" : ` It has ${settings}.`;
  return [[`${layer} with ${filterWords(asked)}, takes ${inputWords(asked)}.${said} ${wanted}`]];
}
