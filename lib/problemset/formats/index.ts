export {
  type Form,
  type Format,
  type FormatOptions,
  type OutputFile,
  DEFAULT_OPTIONS,
  FORMS,
} from "./format";
export { FORMATS } from "./registry";
export { pdfFormat } from "./pdf";
export type { TypstCompiler } from "./typst/compiler";
