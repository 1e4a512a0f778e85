import type { Feedback, Item } from "../../document/document";
import type { FormatOptions } from "../format";
import { type AnswerForm, answerForm } from "../lms/answer-form";
import { feedbackHtml, wantedFeedback } from "../lms/feedback-html";
import { blanksHtml, statementHtml, workingHtml } from "../lms/html";
import { XML_HEAD, escapeXml } from "../lms/xml";
import { DIALECT } from "./dialect";
import { type Response, responseOf, responsesOf } from "./responses";
import { feedbackRulesXml, scoreRulesXml } from "./processing";
import { itemId } from "./manifest";

/** One variant as a file of its own. */
export function qtiItem(item: Item, options: FormatOptions): string {
  const feedback = wantedFeedback(item, options);
  const form = answerForm(item, feedback);
  const responses = form.layout === "options" ? [responseOf(form)] : responsesOf(form.blanks);
  const { name, title, points } = item;
  return [
    `${XML_HEAD}<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${itemId(name)}" title="${escapeXml(`${title} ${name}`)}" adaptive="false" timeDependent="false">`,
    ...responses.map(({ declaration }) => declaration),
    outcomeXml("SCORE", points),
    outcomeXml("RIGHT", responses.length),
    ...(options.hasFeedback ? [FEEDBACK_OUTCOME] : []),
    `<itemBody>${statementHtml(item, DIALECT)}${bodyOf(form, responses)}</itemBody>`,
    `<responseProcessing>`,
    scoreRulesXml(responses, points),
    ...(options.hasFeedback ? [feedbackRulesXml(responses)] : []),
    `</responseProcessing>`,
    ...(options.hasFeedback ? modalsXml(item, feedback) : []),
    "</assessmentItem>\n",
  ].join("\n");
}

function bodyOf(form: AnswerForm, responses: readonly Response[]): string {
  if (form.layout === "options") return responses[0]?.interaction ?? "";
  return blanksHtml(form, DIALECT, (index) => responses[index]?.interaction ?? "");
}

function outcomeXml(id: string, most: number): string {
  return `<outcomeDeclaration identifier="${id}" cardinality="single" baseType="float" normalMaximum="${most}"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>`;
}

const FEEDBACK_OUTCOME =
  '<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>';

/** What each mistake tells, where a number that it gives was written, and the working. */
function modalsXml(item: Item, feedback: readonly Feedback[]): string[] {
  const told = new Map(feedback.map((one) => [one.mistake, feedbackHtml(one, DIALECT)]));
  return [
    ...[...told].map(([id, html]) => modalXml(id, html)),
    modalXml("WORKING", workingHtml(item, DIALECT)),
  ];
}

function modalXml(id: string, html: string): string {
  return `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show">${html}</modalFeedback>`;
}
