import type { SetDocument, Sheet } from "../../document/document";
import { definitions } from "./definitions";
import type { FixedLayout } from "./fixed";
import { headArguments } from "./header";
import { keyHead, keySheet } from "./key";
import { type PageSetup, heightIn, roomIn, titleSource } from "./page";
import { questionSource } from "./question";
import { columnWidth, isShort, rowsOf } from "./rows";
import { solutionSheet } from "./solution";

/** Whether the sheet is one of several in a file, so that the next begins on the front of a leaf. */
interface SheetOptions {
  readonly isBound: boolean;
  readonly fixed: FixedLayout | undefined;
}

/** One sheet, after a preamble. */
function sheetSource(
  document: SetDocument,
  sheet: Sheet,
  setup: PageSetup,
  { isBound, fixed }: SheetOptions,
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
  const head = `${headArguments(document, sheet)}, is-bound: ${isBound}`;
  return `#sheet(${head})[\n${rows.join("\n")}\n]\n`;
}

/** A file of one sheet. */
export function sheetFile(document: SetDocument, sheet: Sheet, options: SheetsOptions): string {
  const setup = options.setupOf(sheet);
  return [
    titleSource(document, sheet.code),
    definitions(document, setup),
    sheetSource(document, sheet, setup, { isBound: false, ...options }),
  ].join("");
}

/** A file of all sheets, each in a scope of its own where its type is not that of most. */
export function bundleFile(document: SetDocument, options: SheetsOptions): string {
  const usual = options.usual;
  const sheets = Array.from(document.sheets(), (sheet) => {
    const setup = options.setupOf(sheet);
    const source = sheetSource(document, sheet, setup, { isBound: true, ...options });
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
