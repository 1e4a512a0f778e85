import type { SetDocument, Sheet } from "../../document/document";
import { definitions } from "./definitions";
import type { FixedLayout } from "./fixed";
import { headArguments } from "./header";
import { keyHead, keySheet } from "./key";
import { type PageSetup, heightIn, roomIn, titleSource } from "./page";
import { questionSource } from "./question";
import { columnWidth, isShort, rowsOf } from "./rows";
import { solutionSheet } from "./solution";

/** Where a sheet stands in a file of several: the pages before it, and its own; the next begins on the front of a leaf. */
interface Bound {
  readonly before: number;
  readonly pages: number;
}

interface SheetOptions {
  readonly bound?: Bound;
  readonly fixed: FixedLayout | undefined;
}

/** One sheet, after a preamble. */
function sheetSource(
  document: SetDocument,
  sheet: Sheet,
  setup: PageSetup,
  { bound, fixed }: SheetOptions,
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
  const place = bound ? `, bound: (before: ${bound.before}, pages: ${bound.pages})` : "";
  return `#sheet(${headArguments(document, sheet)}${place})[\n${rows.join("\n")}\n]\n`;
}

/** A file of one sheet. */
export function sheetFile(document: SetDocument, sheet: Sheet, options: SheetsOptions): string {
  const setup = options.setupOf(sheet);
  return [
    titleSource(document, sheet.code),
    definitions(document, setup),
    sheetSource(document, sheet, setup, options),
  ].join("");
}

/**
 * A file of all sheets, each in a scope of its own where its type is not that of most. How many pages a sheet has alone
 * is known by its code: Typst need not lay out everything twice to learn it.
 */
export function bundleFile(
  document: SetDocument,
  options: SheetsOptions,
  pagesOf: ReadonlyMap<string, number>,
): string {
  const usual = options.usual;
  let before = 0;
  const sheets = Array.from(document.sheets(), (sheet) => {
    const setup = options.setupOf(sheet);
    const bound = { before, pages: pagesOf.get(sheet.code) ?? 0 };
    before += bound.pages + (bound.pages % 2);
    const source = sheetSource(document, sheet, setup, { bound, ...options });
    return setup.unit === usual.unit ? source : `#[\n${definitions(document, setup)}${source}]\n`;
  });
  return [titleSource(document, "all sheets"), definitions(document, usual), ...sheets].join("");
}

/** What all sheets of a set have in common. */
export interface SheetsOptions {
  readonly usual: PageSetup;
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
