import type { Dialect } from "../lms/html";
import { texDialect, wordsBesideTex } from "../lms/tex-dialect";
import { escapeXml } from "../lms/xml";

/**
 * HTML for Canvas, which typesets \(…\). In its questions with blanks [cell_1] is one: display brackets are not used,
 * and a word joiner keeps the prose from being taken for a blank.
 */
export const DIALECT: Dialect = texDialect(["\\(\\displaystyle ", "\\)"], (text) =>
  wordsBesideTex(text).replace(/\[(?=cell_\d)/g, "[\u2060"),
);

/** A text in HTML, as QTI 1.2 holds it: escaped. */
export function materialXml(html: string): string {
  return `<material><mattext texttype="text/html">${escapeXml(html)}</mattext></material>`;
}

/** A feedback that a condition refers to. */
export function feedbackXml(id: string, html: string): string {
  return `<itemfeedback ident="${id}"><flow_mat>${materialXml(html)}</flow_mat></itemfeedback>\n`;
}

/** A condition, and what follows from it. */
export function conditionXml(test: string, consequence: string, goesOn = false): string {
  return (
    `<respcondition continue="${goesOn ? "Yes" : "No"}"><conditionvar>${test}</conditionvar>` +
    `${consequence}</respcondition>\n`
  );
}

/** A field's share of the score. */
export function scoreXml(percent: string, action: "Set" | "Add"): string {
  return `<setvar action="${action}" varname="SCORE">${percent}</setvar>`;
}

/** Which feedback is shown. */
export function shownXml(id: string): string {
  return `<displayfeedback feedbacktype="Response" linkrefid="${id}"/>`;
}
