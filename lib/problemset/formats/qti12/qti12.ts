import type { SetDocument, SetQuestion } from "../../document/document";
import type { Format, FormatOptions } from "../format";
import { VOID_WORDS, questionName, setIdentifier } from "../lms/names";
import { XML_HEAD, escapeXml } from "../lms/xml";
import { type Entry, zipped } from "../lms/zip";
import { canvasItem, itemXml } from "./item";
import { assessmentMeta, manifest } from "./package";
import { DIALECT } from "./parts";

/**
 * A package of QTI 1.2 as Canvas imports it into Classic or New Quizzes: a group "pick 1" for each question of the set,
 * since a quiz there cannot give question 17 to student 17.
 */
export const qti12: Format = {
  name: "qti12",
  title: "QTI 1.2 (Canvas)",
  files: (document, options) => [
    { path: "qti12/quiz.zip", chunks: zipped(entries(document, options)) },
  ],
};

function* entries(document: SetDocument, options: FormatOptions): Generator<Entry> {
  const id = `kernelwise-${setIdentifier(document)}`;
  yield { path: "imsmanifest.xml", chunks: [manifest(id, document)] };
  yield { path: `${id}/assessment_meta.xml`, chunks: [assessmentMeta(id, document)] };
  yield { path: `${id}/${id}.xml`, chunks: assessment(id, document, options) };
}

function* assessment(id: string, document: SetDocument, options: FormatOptions): Generator<string> {
  yield `${XML_HEAD}<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">\n`;
  yield `<assessment ident="${id}" title="${escapeXml(document.title)}">\n`;
  yield `<section ident="root_section">\n`;
  for (const [index, question] of document.questions.entries()) {
    if (question.isVoid) {
      yield voidXml(question);
      continue;
    }
    yield groupXml(question);
    for (const item of document.items(index)) yield canvasItem(item, options);
    yield "</section>\n";
  }
  yield "</section>\n</assessment>\n</questestinterop>\n";
}

function groupXml(question: SetQuestion): string {
  return (
    `<section ident="group_${question.number}" title="${escapeXml(questionName(question))}">\n` +
    `<selection_ordering><selection><selection_number>1</selection_number><selection_extension>` +
    `<points_per_item>${question.points}</points_per_item>` +
    `</selection_extension></selection></selection_ordering>\n`
  );
}

function voidXml(question: SetQuestion): string {
  return itemXml({
    id: `void_${question.number}`,
    title: questionName(question),
    type: "text_only_question",
    points: 0,
    html: `<p>${DIALECT.words(VOID_WORDS)}</p>`,
    answers: [],
    responses: "",
    conditions: "",
    feedback: "",
  });
}
