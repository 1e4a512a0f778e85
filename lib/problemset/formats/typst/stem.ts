import type { Paragraph } from "@/lib/exercises";
import { toText } from "@/lib/tex";
import type { Figure, Item } from "../../document/document";
import { planesSource } from "./figures";
import { content, prose } from "./text";

/** Displayed lines one below the other, or two abreast where they are many and short. */
export const STEM_DEFINITIONS = `#let lines(columns, ..all) = block(above: 1em, below: 1em, grid(
  columns: (1fr,) * columns, row-gutter: .75 * u, column-gutter: 1.5 * u, ..all,
))`;

type Stem = Pick<Item, "statement" | "figures" | "field">;

/** What a run of paragraphs is drawn as. */
type Part =
  | { readonly kind: "figures"; readonly figures: Figure[] }
  | { readonly kind: "lines"; readonly lines: Paragraph[] }
  | { readonly kind: "words"; readonly words: Paragraph };

/** The statement with its tensors drawn as grids, each in the place of the line that shows the same. */
export function stemSource(item: Stem, room: number): string {
  const isDense = item.figures.reduce((sum, { values }) => sum + values.length, 0) > MANY_CELLS;
  const parts = partsOf(item);
  return content(
    ...parts.map((part, index) => {
      const source = partSource(part, room, isDense);
      const isHead = part.kind === "words" && parts[index + 1]?.kind === "figures";
      return isHead ? `#block(sticky: true, ${content(source)})` : source;
    }),
  );
}

/** Tensors that follow each other stand side by side, and lines that do are one list. */
function partsOf({ statement, figures, field }: Stem): Part[] {
  const parts: Part[] = [];
  for (const [index, paragraph] of statement.entries()) {
    const shown = figures.filter((figure) => figure.paragraph === index);
    const last = parts.at(-1);
    if (shown.length > 0) {
      if (last?.kind === "figures" && goTogether(last.figures, shown)) last.figures.push(...shown);
      else parts.push({ kind: "figures", figures: shown });
    } else if (isDisplay(paragraph)) {
      if (last?.kind === "lines") last.lines.push(paragraph);
      else parts.push({ kind: "lines", lines: [paragraph] });
    } else parts.push({ kind: "words", words: withoutIds(paragraph, field) });
  }
  return parts;
}

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

/** With more numbers than this their cells are smaller. */
const MANY_CELLS = 130;

/** Two lines go abreast from so many on, where each has at most so many characters. */
const MANY_LINES = 6;
const SHORT_LINE = 36;

function partSource(part: Part, room: number, isDense: boolean): string {
  switch (part.kind) {
    case "figures":
      return planesSource(part.figures, room, isDense);
    case "lines": {
      const isShort = part.lines.every((line) => textLength(line) <= SHORT_LINE);
      const columns = isShort && part.lines.length >= MANY_LINES ? 2 : 1;
      return `#lines(${[columns, ...part.lines.map((line) => content(prose(line)))].join(", ")})`;
    }
    case "words":
      return `#par(${content(prose(part.words))})`;
  }
}

/** How long a paragraph is as plain text. */
export function textLength(paragraph: Paragraph): number {
  return paragraph.reduce(
    (sum, part) => sum + (typeof part === "string" ? part : toText(part)).length,
    0,
  );
}

/** A paragraph that is one formula alone. */
function isDisplay(paragraph: Paragraph): boolean {
  return paragraph.length === 1 && typeof paragraph[0] === "object";
}
