import type { Paragraph } from "@/lib/exercises";
import { toText } from "@/lib/tex";
import { type Stem, type StemPart, stemParts } from "../stem";
import { planesSource } from "./figures";
import { content, prose } from "./text";

/** Displayed lines one below the other, or two abreast where they are many and short. */
export const STEM_DEFINITIONS = `#let lines(columns, ..all) = block(above: 1em, below: 1em, grid(
  columns: (1fr,) * columns, row-gutter: .75 * u, column-gutter: 1.5 * u, ..all,
))`;

/** The statement with its tensors drawn as grids, each in the place of the line that shows the same. */
export function stemSource(item: Stem, room: number): string {
  const isDense = item.figures.reduce((sum, { values }) => sum + values.length, 0) > MANY_CELLS;
  const parts = stemParts(item);
  return content(
    ...parts.map((part, index) => {
      const source = partSource(part, room, isDense);
      const isHead = part.kind === "words" && parts[index + 1]?.kind === "figures";
      return isHead ? `#block(sticky: true, ${content(source)})` : source;
    }),
  );
}

/** With more numbers than this their cells are smaller. */
const MANY_CELLS = 130;

/** Two lines go abreast from so many on, where each has at most so many characters. */
const MANY_LINES = 6;
const SHORT_LINE = 36;

function partSource(part: StemPart, room: number, isDense: boolean): string {
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
