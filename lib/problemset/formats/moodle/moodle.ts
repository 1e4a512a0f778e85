import type { SetDocument, SetQuestion } from "../../document/document";
import type { Format, FormatOptions } from "../format";
import { VOID_WORDS, questionName } from "../lms/names";
import { XML_HEAD, cdata, escapeXml } from "../lms/xml";
import { moodleQuestion } from "./question";
import { DIALECT, textXml } from "./parts";

/**
 * Moodle XML: a category for each question of the set, which holds its variants, so that a quiz draws one of them at
 * random. Written as text: a question at a time, of which none has to be held as a tree.
 */
export const moodle: Format = {
  name: "moodle",
  title: "Moodle XML",
  files: (document, options) => [
    { path: "moodle/questions.xml", chunks: pieces(document, options) },
  ],
};

function* pieces(document: SetDocument, options: FormatOptions): Generator<string> {
  yield `${XML_HEAD}<quiz>\n`;
  for (const [index, question] of document.questions.entries()) {
    yield categoryXml(document, question);
    if (question.isVoid) {
      yield voidXml(question);
      continue;
    }
    for (const item of document.items(index)) yield moodleQuestion(item, options);
  }
  yield "</quiz>\n";
}

/** The number has two digits, since Moodle sorts categories by name. */
function categoryXml({ title }: SetDocument, question: SetQuestion): string {
  const number = String(question.number).padStart(2, "0");
  const path = ["$course$", "top", title, `${number} ${question.title}`].map(pathPart).join("/");
  const { points, itemCount } = question;
  const info = `${itemCount} ${itemCount === 1 ? "variant" : "variants"}, ${points} ${points === 1 ? "point" : "points"} each.`;
  return `<question type="category"><category><text>${escapeXml(path)}</text></category>${textXml("info", info)}</question>\n`;
}

/** A slash in a name is doubled, or it would begin a category below. */
function pathPart(name: string): string {
  return name.replaceAll("/", "//");
}

function voidXml(question: SetQuestion): string {
  const text = cdata(`<p>${DIALECT.words(VOID_WORDS)}</p>`);
  return (
    `<question type="description"><name><text>${escapeXml(questionName(question))}</text></name>` +
    `<questiontext format="html"><text>${text}</text></questiontext>` +
    `<defaultgrade>0</defaultgrade><penalty>0</penalty><hidden>0</hidden></question>\n`
  );
}
