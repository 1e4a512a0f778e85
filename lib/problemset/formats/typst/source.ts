import type { SetDocument, Sheet } from "../../document/document";
import { definitions } from "./definitions";
import type { FixedLayout } from "./fixed";
import { headArguments } from "./header";
import { keyHead, keySheet } from "./key";
import { type PageSetup, heightIn, roomIn, titleSource } from "./page";
import { questionSource } from "./question";
import { columnWidth, isShort, rowsOf } from "./rows";
import { solutionSheet } from "./solution";

/** One sheet, after a preamble. */
function sheetSource(
  document: SetDocument,
  sheet: Sheet,
  setup: PageSetup,
  fixed: FixedLayout | undefined,
): string {
  const room = roomIn(setup);
  const height = heightIn(setup);
  const rows = rowsOf(sheet.items, room, fixed?.isShort ?? isShort).map((row) => {
    const width = columnWidth(room, row.length);
    const questions = row.map((item) =>
      questionSource(item, width, { height, heights: fixed?.heights.get(item.number) }),
    );
    return `#row(${questions.join(", ")})`;
  });
  return `#sheet(${headArguments(document, sheet)})[\n${rows.join("\n")}\n]\n`;
}

/** A file of one sheet. */
export function sheetFile(document: SetDocument, sheet: Sheet, options: SheetsOptions): string {
  const setup = options.setupOf(sheet);
  return [
    titleSource(document, sheet.code),
    definitions(document, setup),
    sheetSource(document, sheet, setup, options.fixed),
  ].join("");
}

/** A page between two leaves, which gives the file in which it is bound its title as well. */
export function blankFile(document: SetDocument, setup: PageSetup, what: string): string {
  return [titleSource(document, what), definitions(document, setup), BLANK].join("");
}

const BLANK =
  "#page(header: none, footer: none, align(center + horizon, text(fill: soft)[This page is left blank.]))\n";

/** What all sheets of a set have in common. */
export interface SheetsOptions {
  readonly setupOf: (sheet: Sheet) => PageSetup;
  readonly fixed: FixedLayout | undefined;
}

/** The answers of some sheets. */
export function keyFile(document: SetDocument, sheets: readonly Sheet[], setup: PageSetup): string {
  return [
    titleSource(document, "key"),
    definitions(document, setup),
    `#key-document(${keyHead(document, "key")})[\n`,
    ...sheets.map((sheet) => keySheet(sheet, setup)),
    "]\n",
  ].join("");
}

/** Some sheets with everything worked out. */
export function solutionsFile(
  document: SetDocument,
  sheets: readonly Sheet[],
  setup: PageSetup,
): string {
  return [
    titleSource(document, "solutions"),
    definitions(document, setup),
    ...sheets.map((sheet) => solutionSheet(document, sheet, setup)),
  ].join("");
}
