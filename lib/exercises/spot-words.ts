import { equation, number, sum, symbol } from "@/lib/tex";
import type { AnyQuestion } from "./asked";
import type { SpotQuestion, WorkedLine } from "./own/spot";
import type { Paragraph } from "./statement";
import { task } from "./tasks";

/** The layer, somebody's working line by line, and what is to be named. */
export function spotTask(question: AnyQuestion): Paragraph[] {
  if (question.op !== "spot") return [];
  return [
    ...task(
      question.question,
      "Somebody slid the kernel K over the input X{settings} and wrote, line by line:",
    ),
    ...question.lines.map((line): Paragraph => [lineOf(line)]),
    [
      `Which is the first line that is wrong, and what was done? It is one of these: ${choiceWords(question)}.`,
    ],
  ];
}

function lineOf({ at, products, value }: WorkedLine) {
  return equation(symbol("Y", at, "output"), sum(...products), number(value, "output"));
}

const WORDS: Readonly<Record<string, string>> = {
  KERNEL_FLIPPED: "the kernel was turned by 180°",
  KERNEL_TRANSPOSED: "the kernel was read column by column",
  ADDED_NOT_MULTIPLIED: "inputs and weights were added",
  TERM_DROPPED: "a product was left out",
  SIGN_SLIP: "a product has the wrong sign",
};

function choiceWords({ choices }: SpotQuestion): string {
  return choices.map((choice) => `${WORDS[choice] ?? choice} (${choice})`).join("; ");
}
