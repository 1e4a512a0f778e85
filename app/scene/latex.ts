import type { Lesson, PlayerSpec } from "@/content";
import { derive } from "@/lib/derivation";
import { questionFrom } from "@/lib/question";
import { toTex } from "@/lib/tex";

/** The working of a page's first player as LaTeX to paste; undefined where it has none. */
export function latexOf(lesson: Lesson): string | undefined {
  const player = lesson.blocks.find((block) => block.kind === "player");
  const lines = player ? linesOf(player) : [];
  if (lines.length === 0) return undefined;
  const aligned = lines.map((line) => `  ${line.replace("=", "&=")}`).join(" \\\\\n");
  return `\\begin{align*}\n${aligned}\n\\end{align*}`;
}

function linesOf({ question, plan }: PlayerSpec): string[] {
  return plan.flatMap((entry) => {
    if ("remark" in entry) return [];
    const { steps } = derive(questionFrom(question), entry.ask, entry.at);
    return steps
      .filter(({ rule }) => entry.rules?.includes(rule) ?? true)
      .map(({ line }) => toTex(line));
  });
}
