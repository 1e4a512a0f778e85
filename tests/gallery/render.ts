import { CAPTIONS } from "@/content/captions";
import { type Step, derive, fillCaption } from "@/lib/derivation";
import { questionFrom } from "@/lib/question";
import { toSpeech, toTex, toText } from "@/lib/tex";
import type { GalleryAsk, GalleryCase } from "./cases";

/** Every step of a page of the gallery. */
export function stepsOf(page: GalleryCase): Step[] {
  return page.parts.flatMap(({ question, asks }) =>
    asks.flatMap(({ ask, at }) => derive(questionFrom(question), ask, at).steps),
  );
}

/** A page of the gallery as Markdown: of each step its caption, its line, its LaTeX and its speech. */
export function render(page: GalleryCase): string {
  const parts = page.parts.map(({ says, question, asks }) =>
    [`## ${says}`, ...asks.map((one) => section(questionFrom(question), one))].join("\n\n"),
  );
  return [`# ${page.title}`, ...parts].join("\n\n") + "\n";
}

function section(question: ReturnType<typeof questionFrom>, { ask, at }: GalleryAsk): string {
  const title = at ? `### ${ask} at [${at.join(", ")}]` : `### ${ask}`;
  return [title, ...derive(question, ask, at).steps.map(written)].join("\n\n");
}

function written({ rule, line, facts }: Step, index: number): string {
  return [
    `${index + 1}. **${fillCaption(CAPTIONS[rule], facts)}**`,
    `   - text: \`${toText(line)}\``,
    `   - tex: \`${toTex(line, { colour: true })}\``,
    `   - speech: ${toSpeech(line)}`,
  ].join("\n");
}
