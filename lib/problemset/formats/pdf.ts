import type { SetDocument, Sheet } from "../document/document";
import type { Format, FormatOptions, OutputFile } from "./format";
import type { TypstCompiler } from "./typst/compiler";
import { batches } from "./typst/batches";
import { fixedLayout } from "./typst/fixed";
import { pageSetup } from "./typst/page";
import { pagesIn } from "./typst/pages";
import { type SheetsOptions, bundleFile, keyFile, sheetFile, solutionsFile } from "./typst/source";

/**
 * Sheets to be printed, by Typst: one file a student and one with all of them, a key, and a key with every working.
 * Files bear the sheets' codes, never the students' names.
 */
export function pdfFormat(compiler: TypstCompiler): Format {
  return {
    name: "pdf",
    title: "Sheets to print (PDF)",
    files: (document, options) => filesOf(document, options, compiler),
  };
}

async function* filesOf(
  document: SetDocument,
  { forms, hasFixedLayout }: FormatOptions,
  compiler: TypstCompiler,
): AsyncGenerator<OutputFile> {
  const usual = pageSetup(document.paper, false, hasFixedLayout);
  const file = async (path: string, source: string): Promise<OutputFile> =>
    written(path, await compiler.pdf(source));
  if (forms.includes("sheet")) {
    const fixed = hasFixedLayout ? await fixedLayout(document, usual, compiler) : undefined;
    const setupOf = ({ isLargePrint }: Sheet) =>
      pageSetup(document.paper, isLargePrint, hasFixedLayout);
    const options = { usual, setupOf, fixed };
    const pages = new Map<string, number>();
    for await (const { code, pdf } of sheetsApart(document, options, compiler)) {
      pages.set(code, pagesIn(pdf));
      yield written(`sheets/${code}`, pdf);
    }
    yield file("all-sheets", bundleFile(document, options, pages));
  }
  if (forms.includes("key")) {
    for (const { name, sheets } of parts(document, "key", SHEETS_IN_A_KEY)) {
      yield file(name, keyFile(document, sheets, usual));
    }
  }
  if (forms.includes("solutions")) {
    for (const { name, sheets } of parts(document, "solutions", SHEETS_WORKED_OUT)) {
      yield file(name, solutionsFile(document, sheets, usual));
    }
  }
}

function written(path: string, pdf: Uint8Array): OutputFile {
  return { path: `pdf/${path}.pdf`, chunks: [pdf] };
}

async function* sheetsApart(
  document: SetDocument,
  options: SheetsOptions,
  compiler: TypstCompiler,
) {
  for (const sheet of document.sheets()) {
    yield compiler
      .pdf(sheetFile(document, sheet, options))
      .then((pdf) => ({ code: sheet.code, pdf }));
  }
}

/** So many sheets go into one file, to bound the memory; a longer set has several of them. */
const SHEETS_IN_A_KEY = 200;
const SHEETS_WORKED_OUT = 50;

function* parts(document: SetDocument, what: string, size: number) {
  let part = 0;
  for (const sheets of batches(document.sheets(), size)) {
    part += 1;
    yield { name: document.sheetCount > size ? `${what}-${part}` : what, sheets };
  }
}
