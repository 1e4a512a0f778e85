import { ANSWER_WORDS } from "@/content/practice";
import type { Key } from "@/lib/answer/check";
import type { Question } from "@/lib/question";
import { endsInChannels } from "../../practice/scene/channels-first";
import type { AnswerSpec } from "../../practice/types";
import { texToHtml } from "../../prose/tex";
import { LABELS, ROLES, spokenSymbol } from "../../scene/labels";
import { askedTensor } from "../../scene/tensors";

/** The most cells of a tensor that are drawn one by one, and answered one by one. */
export const MOST_CELLS = 144;

/** How an answer to what is asked is given; null where it has too many cells for fields. */
export function specFor(question: Question, ask: string, key: Key): AnswerSpec | null {
  const name = askedTensor(ask);
  if (key.kind === "tensor" && name && key.tensor.shape.length > 0) {
    if (key.tensor.data.length > MOST_CELLS) return null;
    const { words, symbol } = LABELS[name];
    const { shape } = key.tensor;
    const common = { words, symbol: texToHtml(symbol), spoken: spokenSymbol(symbol), shape };
    return {
      kind: "grid",
      tensor: name,
      role: ROLES[name],
      ...common,
      asksSize: false,
      endsInChannels: endsInChannels(question, name, shape),
    };
  }
  return { kind: "line", ...lineWords(ask, key) };
}

function lineWords(ask: string, key: Key) {
  if (ask === "params" || ask === "macs" || ask === "flops") return ANSWER_WORDS[ask];
  if (key.kind === "shape") return ANSWER_WORDS.shape;
  if (key.kind === "field") return ANSWER_WORDS.field;
  return key.kind === "bytes" ? ANSWER_WORDS.bytes : ANSWER_WORDS.number;
}
