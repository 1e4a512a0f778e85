import type { SetDocument } from "../../document/document";
import { ANSWER_DEFINITIONS } from "./answers";
import { FIGURE_DEFINITIONS } from "./figures";
import { HEADER_DEFINITIONS } from "./header";
import { KEY_DEFINITIONS } from "./key";
import { PAGE_DEFINITIONS, type PageSetup, pageSource } from "./page";
import { QUESTION_DEFINITIONS } from "./question";
import { SOLUTION_DEFINITIONS } from "./solution";
import { STEM_DEFINITIONS } from "./stem";

/** The names and rules that every page needs; they hold in the scope in which they stand. */
export function definitions(document: SetDocument, setup: PageSetup): string {
  return [
    PAGE_DEFINITIONS,
    pageSource(document, setup),
    HEADER_DEFINITIONS,
    FIGURE_DEFINITIONS,
    STEM_DEFINITIONS,
    ANSWER_DEFINITIONS,
    QUESTION_DEFINITIONS,
    KEY_DEFINITIONS,
    SOLUTION_DEFINITIONS,
    "",
  ].join("\n");
}
