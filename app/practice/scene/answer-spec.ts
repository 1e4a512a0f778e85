import { ANSWER_WORDS, SPOT_WORDS, UNKNOWN_WORDS } from "@/content/practice";
import { REMEDIES } from "@/content/remedies";
import type { TensorName } from "@/lib/derivation";
import { type Variant, isSpotted, isTensor } from "@/lib/exercises";
import { texToHtml } from "../../prose/tex";
import { ROLES, labelOf, spokenSymbol } from "../../scene/labels";
import { askedTensor } from "../../scene/tensors";
import type { AnswerSpec } from "../types";
import { endsInChannels } from "./channels-first";
import { isLayer } from "./draft";
import { spotLines } from "./spot-lines";

/** How a problem's answer is given. */
export function answerSpec(variant: Variant): AnswerSpec {
  const { question, key, ask } = variant;
  if (question.op === "find" && question.every !== true) {
    return { kind: "unknowns", names: question.unknown.map((name) => UNKNOWN_WORDS[name]) };
  }
  if (question.op === "spot" && typeof key === "object" && isSpotted(key)) {
    return {
      kind: "spot",
      lines: spotLines(question),
      choices: question.choices.map((id) => ({ id, words: SPOT_WORDS[id] ?? REMEDIES[id].title })),
    };
  }
  const tensor = askedTensor(ask.replace(LAYER, "grads."));
  if (tensor && typeof key === "object" && isTensor(key) && key.shape.length > 0) {
    return gridSpec(variant, tensor, key.shape);
  }
  return { kind: "line", ...lineWords(variant) };
}

/** "grads.conv1.w" is a gradient of one layer of a network. */
const LAYER = /^grads\.[^.]+\./;

function gridSpec(variant: Variant, tensor: TensorName, shape: readonly number[]): AnswerSpec {
  const { question } = variant;
  const { words, symbol } = labelOf(tensor, isLayer(question) ? question.op : undefined);
  return {
    kind: "grid",
    tensor,
    role: ROLES[tensor],
    words,
    symbol: texToHtml(symbol),
    spoken: spokenSymbol(symbol),
    shape,
    asksSize: asksSize(variant),
    endsInChannels: isLayer(question) && endsInChannels(question, tensor, shape),
  };
}

const SLIDES: readonly string[] = ["conv2d", "max_pool2d", "avg_pool2d", "conv_transpose2d"];

/** From level 3 the size of an output is for the reader to find, where the settings decide it. */
function asksSize({ question, ask, level }: Variant): boolean {
  if (!isLayer(question) || ask !== "y" || level < 3 || !SLIDES.includes(question.op)) return false;
  return question.conventions.layout === "nchw" || (question.inputs.x?.shape.length ?? 0) < 3;
}

function lineWords({ question, ask }: Variant): { readonly label: string; readonly such: string } {
  if (question.op === "find") return ANSWER_WORDS.every;
  if (question.op === "compare") return ANSWER_WORDS.number;
  if (question.op === "pad" || ask.startsWith("shapes.")) return ANSWER_WORDS.shape;
  if (ask === "receptive_field") return ANSWER_WORDS.field;
  if (ask.startsWith("memory.") && !ask.endsWith(".values")) return ANSWER_WORDS.bytes;
  if (ask === "params" || ask === "macs" || ask === "flops") return ANSWER_WORDS[ask];
  return ask.startsWith("memory.") ? ANSWER_WORDS.values : ANSWER_WORDS.number;
}
