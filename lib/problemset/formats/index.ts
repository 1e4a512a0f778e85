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
export type { RunSql, SqliteMaker, SqlValue } from "./anki/sqlite";
export { pdfFormat } from "./pdf";
export type { TypstCompiler } from "./typst/compiler";
