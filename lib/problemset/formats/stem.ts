import type { Paragraph } from "@/lib/exercises";
import type { Figure, Item } from "../document/document";
import { figuresIn } from "../document/figures";

/** What a run of paragraphs is set as on a page. */
export type StemPart =
  | { readonly kind: "figures"; readonly figures: readonly Plane[] }
  | { readonly kind: "lines"; readonly lines: readonly Paragraph[] }
  | { readonly kind: "words"; readonly words: Paragraph };

/** What a statement is drawn from. */
export type Stem = Pick<Item, "statement" | "figures" | "field">;

/** A grid of numbers with its name. */
export type Plane = Omit<Figure, "paragraph">;

/** A statement for a page: tensors that follow each other stand side by side, and lines that do are one list. */
export function stemParts({ statement, figures, field }: Stem): StemPart[] {
  const runs: Run[] = [];
  for (const [index, paragraph] of statement.entries()) {
    const shown = figures.filter((figure) => figure.paragraph === index);
    const last = runs.at(-1);
    if (shown.length > 0) {
      if (last?.kind === "figures" && goTogether(last.figures, shown)) last.figures.push(...shown);
      else runs.push({ kind: "figures", figures: shown });
    } else if (isDisplay(paragraph)) {
      if (last?.kind === "lines") last.lines.push(paragraph);
      else runs.push({ kind: "lines", lines: [paragraph] });
    } else runs.push({ kind: "words", words: withoutIds(paragraph, field) });
  }
  return runs;
}

type Run =
  | { readonly kind: "figures"; readonly figures: Figure[] }
  | { readonly kind: "lines"; readonly lines: Paragraph[] }
  | { readonly kind: "words"; readonly words: Paragraph };

/** Single planes stand in one row; the planes of a tensor that has several keep to themselves. */
function goTogether(before: readonly Figure[], after: readonly Figure[]): boolean {
  const isSingle = new Set(before.map(({ paragraph }) => paragraph)).size === before.length;
  return isSingle && after.length === 1;
}

/** On paper a choice is ticked, not written down by its id. */
function withoutIds(paragraph: Paragraph, field: Item["field"]): Paragraph {
  if (field.kind !== "choice") return paragraph;
  return paragraph.map((part) =>
    typeof part === "string"
      ? field.choices.reduce((text, { id }) => text.replaceAll(` (${id})`, ""), part)
      : part,
  );
}

/** A paragraph that is one formula alone. */
function isDisplay(paragraph: Paragraph): boolean {
  return paragraph.length === 1 && typeof paragraph[0] === "object";
}

/** The planes of a key that is a tensor, in the colour of what was asked for; undefined where it is another. */
export function keyPlanes({ keyLines, field }: Item): readonly Plane[] | undefined {
  const planes = figuresIn(keyLines.map((line) => [line]));
  const role = field.kind === "grid" ? field.role : "output";
  return planes.length > 0 ? planes.map((plane) => ({ ...plane, role })) : undefined;
}
