import type { SetDocument, Sheet } from "../document/document";
import { factsOf, shortened } from "./facts";
import type { Format, FormatOptions } from "./format";
import { preamble } from "./latex/preamble";
import { questionSource } from "./latex/question";
import { texText } from "./latex/text";

/**
 * One file for pdflatex, of packages that every TeX Live has: the sheets and, by a switch at its head, the key or every
 * working. Where only sheets are asked for, it holds no answer at all.
 */
export const latex: Format = {
  name: "latex",
  title: "LaTeX",
  files: (document, options) => [{ path: "latex/problems.tex", chunks: pieces(document, options) }],
};

function* pieces(document: SetDocument, options: FormatOptions): Generator<string> {
  yield preamble(document, options);
  for (const sheet of document.sheets()) {
    const type = sheet.isLargePrint ? LARGE : USUAL;
    yield sheetHead(sheet, type);
    for (const item of sheet.items) yield questionSource(item, type.room, options);
    yield "\\closesheet\n";
  }
  yield "\\end{document}\n";
}

/** Points of the type and of a line; the ems beside a question's number, on the narrower paper. */
interface Type {
  readonly size: number;
  readonly leading: number;
  readonly room: number;
}

const USUAL: Type = { size: 10.95, leading: 13.6, room: 42 };
const LARGE: Type = { size: 16, leading: 20, room: 28 };

function sheetHead(sheet: Sheet, { size, leading }: Type): string {
  const [name, id] = [sheet.student.name, sheet.student.id].map((text) => texText(shortened(text)));
  const who = name === "" ? "\\unnamed" : `\\named{${name}}{${id}}`;
  return `\n\\sheet{${sheet.code}}{${size}pt}{${leading}pt}{${who}}{${texText(factsOf(sheet))}}\n`;
}
