import type { Item } from "../../document/document";
import type { FormatOptions } from "../format";
import { answerForm } from "../lms/answer-form";
import { mistakesHtml, wantedFeedback } from "../lms/feedback-html";
import { blanksHtml, statementHtml, workingHtml } from "../lms/html";
import { escapeXml } from "../lms/xml";
import { type Answering, blanksOf, numberOf, optionsOf } from "./answering";
import { DIALECT, conditionXml, feedbackXml, materialXml, shownXml } from "./parts";

/** What an item is made of. */
interface Parts extends Answering {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly html: string;
}

/** One variant. */
export function canvasItem(item: Item, options: FormatOptions): string {
  const feedback = wantedFeedback(item, options);
  const form = answerForm(item, feedback);
  const statement = statementHtml(item, DIALECT);
  const { name, title, points } = item;
  const parts = { id: `item_${name}`, title: `${title} ${name}`, points };
  const told = options.hasFeedback
    ? {
        general_fb: workingHtml(item, DIALECT),
        general_incorrect_fb: mistakesHtml(feedback, DIALECT),
      }
    : {};
  if (form.layout === "options") {
    const { general_fb: general } = told;
    const answering = optionsOf(form.options);
    return itemXml(
      withFeedback(
        { ...parts, html: statement, ...answering },
        general ? { general_fb: general } : {},
      ),
    );
  }
  const [only] = form.blanks;
  if (form.layout === "lines" && form.blanks.length === 1 && only?.kind === "number") {
    const html = `${statement}<p>${DIALECT.words(only.label)}:</p>`;
    return itemXml(withFeedback({ ...parts, html, ...numberOf(only.right) }, told));
  }
  const html = statement + blanksHtml(form, DIALECT, (index) => `[cell_${index + 1}]`);
  return itemXml(withFeedback({ ...parts, html, ...blanksOf(form.blanks) }, told));
}

/** Canvas shows "general_fb" to everybody, and "general_incorrect_fb" to whoever is wrong. */
function withFeedback(parts: Parts, told: Readonly<Record<string, string>>): Parts {
  const shown = Object.entries(told).filter(([, html]) => html !== "");
  const show = shown.map(([id]) => conditionXml("<other/>", shownXml(id), true));
  const texts = shown.map(([id, html]) => feedbackXml(id, html));
  const isGeneral = shown[0]?.[0] === "general_fb";
  const [first = "", ...last] = isGeneral ? show : ["", ...show];
  return {
    ...parts,
    conditions: first + parts.conditions + last.join(""),
    feedback: parts.feedback + texts.join(""),
  };
}

/** An item, its parts given. */
export function itemXml(parts: Parts): string {
  const { id, title, type, points, html, answers, responses, conditions, feedback } = parts;
  const fields = [
    ["question_type", type],
    ["points_possible", String(points)],
    ["original_answer_ids", answers.join(",")],
    ["assessment_question_identifierref", `ref_${id}`],
  ].map(
    ([label, entry]) =>
      `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`,
  );
  const processing =
    conditions === ""
      ? ""
      : `<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>\n${conditions}</resprocessing>\n`;
  return (
    `<item ident="${id}" title="${escapeXml(title)}">\n` +
    `<itemmetadata><qtimetadata>${fields.join("")}</qtimetadata></itemmetadata>\n` +
    `<presentation>${materialXml(html)}\n${responses}</presentation>\n` +
    `${processing}${feedback}</item>\n`
  );
}
