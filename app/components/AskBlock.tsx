import type { AskSpec } from "@/content";
import { questionFrom, solve } from "@/lib/question";
import { renderProse } from "../prose/render";
import { toShorthand } from "../prose/shorthand";
import { fillSlots } from "../prose/slots";
import { answerKey } from "../scene/answer-key";
import { pictureScene } from "../scene/build-picture";
import { AskQuestion } from "./AskQuestion";

/** A question that a page pauses at or ends in; its key is computed when the page is built. */
export function AskBlock({ block }: { readonly block: AskSpec }) {
  const question = questionFrom(block.question);
  const solution = solve(question);
  const html = (markdown: string) =>
    toShorthand(renderProse(fillSlots(markdown, question, solution)));
  return (
    <AskQuestion
      prompt={html(block.prompt)}
      hint={html(block.hint)}
      explain={html(block.explain)}
      answer={answerKey(question, solution, block.ask, block.at)}
      {...(block.arrangement ? { picture: pictureScene(block) } : {})}
    />
  );
}
