import type { SetDocument, Sheet } from "../document/document";
import type { Begin, Format, FormatOptions, OutputFile } from "./format";
import { inOrder } from "./in-order";
import { batches } from "./typst/batches";
import { boundPdf } from "./typst/bind";
import type { TypstCompiler } from "./typst/compiler";
import { fixedLayout } from "./typst/fixed";
import { type PageSetup, pageSetup } from "./typst/page";
import { pagesIn } from "./typst/pages";
import { type SheetsOptions, blankFile, keyFile, sheetFile, solutionsFile } from "./typst/source";

/**
 * Sheets to be printed, by Typst: one file a student and one with all of them, a key, and a key with every working.
 * Files bear the sheets' codes, never the students' names.
 */
export function pdfFormat(compiler: TypstCompiler): Format {
  return {
    name: "pdf",
    title: "Sheets to print (PDF)",
    rounds: ({ forms, hasFixedLayout }) =>
      forms.length + (hasFixedLayout && forms.includes("sheet") ? 2 : 0),
    files: (document, options, begin = () => {}) => filesOf({ document, compiler, begin }, options),
  };
}

interface Setting {
  readonly document: SetDocument;
  readonly compiler: TypstCompiler;
  readonly begin: Begin;
}

type Task = () => Promise<OutputFile>;

async function* filesOf(
  setting: Setting,
  { forms, hasFixedLayout }: FormatOptions,
): AsyncGenerator<OutputFile> {
  const { document, compiler } = setting;
  const usual = pageSetup(document.paper, false, hasFixedLayout);
  const isFixed = hasFixedLayout && forms.includes("sheet");
  const options = {
    setupOf: ({ isLargePrint }: Sheet) => pageSetup(document.paper, isLargePrint, hasFixedLayout),
    fixed: isFixed ? await fixedLayout(document, usual, compiler) : undefined,
  };
  const tasks: Record<(typeof forms)[number], () => Iterable<Task>> = {
    sheet: () => sheetTasks(setting, options, usual),
    key: () => keyTasks(setting, usual),
    solutions: () => solutionTasks(setting, usual),
  };
  yield* inOrder(chained(forms.map((form) => tasks[form])), compiler.atOnce);
}

function* chained<T>(all: readonly (() => Iterable<T>)[]): Generator<T> {
  for (const one of all) yield* one();
}

function written(path: string, pdf: Uint8Array): OutputFile {
  return { path: `pdf/${path}.pdf`, chunks: [pdf] };
}

interface SheetPdf {
  readonly setup: PageSetup;
  readonly pdf: Uint8Array;
}

function* sheetTasks(
  { document, compiler, begin }: Setting,
  options: SheetsOptions,
  usual: PageSetup,
): Generator<Task> {
  begin("Sheets to print (PDF)");
  const all: Promise<SheetPdf>[] = [];
  for (const sheet of document.sheets()) {
    const setup = options.setupOf(sheet);
    yield async () => {
      const made = compiler.pdf(sheetFile(document, sheet, options));
      all.push(made.then((pdf) => ({ setup, pdf })));
      return written(`sheets/${sheet.code}`, await made);
    };
  }
  yield async () => written("all-sheets", await leavesOf({ document, compiler }, all, usual));
}

/** All sheets in one file, each from the front of a leaf on. */
async function leavesOf(
  { document, compiler }: Omit<Setting, "begin">,
  all: readonly Promise<SheetPdf>[],
  usual: PageSetup,
): Promise<Uint8Array> {
  const made = await Promise.all(all);
  const blanks = new Map<number, Promise<Uint8Array>>();
  const blankOf = (setup: PageSetup) => {
    const blank = blanks.get(setup.unit) ?? compiler.pdf(blankFile(document, setup, "all sheets"));
    blanks.set(setup.unit, blank);
    return blank;
  };
  const leaves = made.flatMap(({ setup, pdf }) =>
    pagesIn(pdf) % 2 === 0 ? [Promise.resolve(pdf)] : [Promise.resolve(pdf), blankOf(setup)],
  );
  return boundPdf(await blankOf(usual), await Promise.all(leaves));
}

/** So many sheets go into one file, to bound the memory; a longer set has several of them. */
const SHEETS_IN_A_KEY = 200;
const SHEETS_WORKED_OUT = 50;
/** So many are worked out at once, to be bound afterwards. */
const SHEETS_AT_ONCE = 5;

function* keyTasks({ document, compiler, begin }: Setting, usual: PageSetup): Generator<Task> {
  begin("The key (PDF)");
  for (const { name, sheets } of parts(document, "key", SHEETS_IN_A_KEY)) {
    const source = keyFile(document, sheets, usual);
    yield async () => written(name, await compiler.pdf(source));
  }
}

function* solutionTasks({ document, compiler, begin }: Setting, usual: PageSetup): Generator<Task> {
  begin("Every working (PDF)");
  for (const { name, sheets } of parts(document, "solutions", SHEETS_WORKED_OUT)) {
    yield async () => {
      const frame = compiler.pdf(blankFile(document, usual, "solutions"));
      const some = Array.from(batches(sheets, SHEETS_AT_ONCE), (batch) =>
        compiler.pdf(solutionsFile(document, batch, usual)),
      );
      return written(name, boundPdf(await frame, await Promise.all(some)));
    };
  }
}

function* parts(document: SetDocument, what: string, size: number) {
  let part = 0;
  for (const sheets of batches(document.sheets(), size)) {
    part += 1;
    yield { name: document.sheetCount > size ? `${what}-${part}` : what, sheets };
  }
}
