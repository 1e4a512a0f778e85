import type { SetDocument, SetQuestion } from "../../document/document";
import { VOID_WORDS, questionName, setIdentifier } from "../lms/names";
import { XML_HEAD, escapeXml } from "../lms/xml";
import { fileOf, itemId } from "./manifest";

/** The test: a section a question, of whose items one is selected; the score is the sum of theirs. */
export function* testXml(
  document: SetDocument,
  names: readonly (readonly string[])[],
): Generator<string> {
  const title = escapeXml(document.title);
  yield `${XML_HEAD}<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="test-${setIdentifier(document)}" title="${title}">
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<testPart identifier="part" navigationMode="nonlinear" submissionMode="simultaneous">
<assessmentSection identifier="set" title="${title}" visible="true">
${rubricXml([document.course, document.date, ...document.instructions])}`;
  for (const [index, question] of document.questions.entries()) {
    yield* sectionXml(question, names[index] ?? []);
  }
  yield `</assessmentSection>
</testPart>
<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue></outcomeProcessing>
</assessmentTest>
`;
}

function* sectionXml(question: SetQuestion, names: readonly string[]): Generator<string> {
  yield `<assessmentSection identifier="question-${question.number}" title="${escapeXml(questionName(question))}" visible="true">\n`;
  if (question.isVoid) yield rubricXml([VOID_WORDS]);
  if (names.length > 0) yield '<selection select="1"/>\n';
  for (const name of names) {
    yield `<assessmentItemRef identifier="${itemId(name)}" href="${fileOf(name)}"/>\n`;
  }
  yield "</assessmentSection>\n";
}

/** Words for the candidate; an empty line is none. */
function rubricXml(lines: readonly string[]): string {
  const said = lines.filter((line) => line !== "").map((line) => `<p>${escapeXml(line)}</p>`);
  return said.length > 0 ? `<rubricBlock view="candidate">${said.join("")}</rubricBlock>\n` : "";
}
