import { DIFFERENCE_WORDS } from "@/content/check";
import { CONVENTION_WORDS } from "@/content/practice";
import { type Key, keyOf } from "@/lib/answer/check";
import { CONVENTION_CHOICES, type Question } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { CONVENTION_NAMES } from "../../practice/conventions";
import { saysOf } from "./asks";

/** Where another convention would give something else, one sentence each. */
export function differencesOf(question: Question, ask: string, key: Key): string[] {
  const others = CONVENTION_NAMES.filter((name) => name !== "layout" && name !== "units");
  return others.flatMap((name) =>
    CONVENTION_CHOICES[name]
      .filter((choice) => choice !== question.conventions[name])
      .flatMap((choice) => {
        const { title, choices } = CONVENTION_WORDS[name];
        const words = `${title} ${Object.entries(choices).find(([one]) => one === choice)?.[1]}`;
        const conventions = { ...question.conventions, [name]: choice };
        return differenceUnder({ ...question, conventions }, ask, key, words);
      }),
  );
}

function differenceUnder(question: Question, ask: string, key: Key, words: string): string[] {
  try {
    return difference(key, keyOf(question, ask), words);
  } catch (error) {
    if (error instanceof KernelError) return [DIFFERENCE_WORDS.refused(words, error.message)];
    throw error;
  }
}

function difference(key: Key, other: Key, words: string): string[] {
  if (key.kind === "tensor" && other.kind === "tensor") {
    const [shape, otherShape] = [key.tensor.shape.join("×"), other.tensor.shape.join("×")];
    if (shape !== otherShape) return [DIFFERENCE_WORDS.shape(words, otherShape)];
    const { data } = key.tensor;
    const count = other.tensor.data.filter(
      (value, at) => !Object.is(value + 0, (data[at] ?? 0) + 0),
    );
    return count.length === 0 ? [] : [DIFFERENCE_WORDS.cells(words, count.length, data.length)];
  }
  return saysOf(key) === saysOf(other) ? [] : [DIFFERENCE_WORDS.number(words, saysOf(other))];
}
