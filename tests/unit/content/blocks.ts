import { fillSlots } from "@/app/prose/slots";
import { type Block, LESSONS } from "@/content";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";

type Kind = Block["kind"];
export type BlockOf<K extends Kind> = Extract<Block, { kind: K }>;

function isKind<K extends Kind>(block: Block, kind: K): block is BlockOf<K> {
  return block.kind === kind;
}

/** Every block of a kind in the lessons, with a name for the test's title. */
export function blocksOf<K extends Kind>(
  kind: K,
): { readonly name: string; readonly block: BlockOf<K> }[] {
  return LESSONS.flatMap(({ slug, blocks }) =>
    blocks.flatMap((block, index) =>
      isKind(block, kind) ? [{ name: `${slug}, block ${index}`, block }] : [],
    ),
  );
}

/** Markdown with its slots filled. */
export function filled(markdown: string, draft: QuestionDraft | undefined): string {
  if (!draft) return markdown;
  const question = questionFrom(draft);
  return fillSlots(markdown, question, solve(question));
}

/** What stands between dollar signs. */
export function mathsIn(markdown: string): string[] {
  return [...markdown.matchAll(/\$([^$]+)\$/g)].map(([, tex]) => tex ?? "");
}
