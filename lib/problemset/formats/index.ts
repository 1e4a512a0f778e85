export {
  type Form,
  type Format,
  type FormatOptions,
  type OutputFile,
  DEFAULT_OPTIONS,
  FORMS,
} from "./format";
export { FORMATS } from "./registry";
export { ankiFormat } from "./anki";
export type { AnkiDeck, AnkiNote } from "./anki/collection";
export { ankiPackage } from "./anki/package";
export type { RunSql, SqliteMaker, SqlValue } from "./anki/sqlite";
export { pdfFormat } from "./pdf";
export type { TypstCompiler } from "./typst/compiler";
export { answerHtml, answeredHtml, questionHtml, scopedStyle, sheetHtml } from "./html";
export { type Watch, type WholeSet, setFiles } from "./set-files";
export { sqlJsMaker } from "./anki/sql-js";
export { zippedFiles } from "./zipped-files";
