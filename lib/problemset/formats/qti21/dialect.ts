import { toText } from "@/lib/tex";
import type { Dialect } from "../lms/html";
import { escapeXml } from "../lms/xml";

/** The XHTML of QTI 2.1: formulas as plain text, and no borders, which its tables do not know. */
export const DIALECT: Dialect = {
  words: escapeXml,
  formula: (line) => escapeXml(toText(line)),
  tex: () => undefined,
  grid: "",
};
