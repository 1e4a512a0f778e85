import { proseNumber } from "@/lib/tex";
import type { AnyQuestion } from "./asked";
import type { FindName } from "./own/find";
import type { Paragraph } from "./statement";
import { joined } from "./wording";

/** What is given of one axis, in words, and what is to be found. */
export function findWords(question: AnyQuestion, wanted: string): Paragraph[] {
  if (question.op !== "find") return [];
  const { given, output } = question;
  const said = ORDER.flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [`${WORDS[name]} ${proseNumber(value)}`];
  });
  return [
    [
      `Along one axis a layer has ${joined(said)}, and its output there is ${proseNumber(output)} long. ${wanted}`,
    ],
  ];
}

const ORDER = ["input", "kernel", "stride", "padding", "dilation"] as const satisfies FindName[];

const WORDS: Readonly<Record<(typeof ORDER)[number], string>> = {
  input: "an input of",
  kernel: "a kernel of",
  stride: "stride",
  padding: "padding",
  dilation: "dilation",
};
