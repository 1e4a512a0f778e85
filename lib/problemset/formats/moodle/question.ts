import type { Item } from "../../document/document";
import type { FormatOptions } from "../format";
import { type AnswerForm, type Blank, type Option, answerForm } from "../lms/answer-form";
import { feedbackHtml, wantedFeedback } from "../lms/feedback-html";
import { blanksHtml, statementHtml, workingHtml } from "../lms/html";
import { expectedNumber } from "../lms/numbers";
import { cdata, escapeXml } from "../lms/xml";
import { clozeField } from "./cloze";
import { DIALECT, textXml } from "./parts";

type Blanks = Exclude<AnswerForm, { readonly layout: "options" }>;

/** One variant: a numerical question, a cloze one with a field a blank, or a multiple choice. */
export function moodleQuestion(item: Item, options: FormatOptions): string {
  const feedback = wantedFeedback(item, options);
  const working = options.hasFeedback ? workingHtml(item, DIALECT) : "";
  const form = answerForm(item, feedback);
  const statement = statementHtml(item, DIALECT);
  if (form.layout === "options") {
    const body = choiceXml(form.options);
    return questionXml(item, "multichoice", statement, working, body);
  }
  const [only] = form.blanks;
  if (form.blanks.length === 1 && only?.kind === "number" && form.layout === "lines") {
    const body = numericalXml(item, only);
    return questionXml(item, "numerical", statement + labelHtml(only, item), working, body);
  }
  return questionXml(item, "multianswer", statement + clozeHtml(item, form), working, "");
}

/** Moodle's own default: a third of the points is lost with each further try, where a quiz allows any. */
const PENALTY = "0.3333333";

function questionXml(
  { name, title, points, type, level }: Item,
  kind: string,
  html: string,
  working: string,
  body: string,
): string {
  const tags = [type, `level ${level}`].map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`);
  return [
    `<question type="${kind}">`,
    `<name><text>${escapeXml(`${title} ${name}`)}</text></name>`,
    textXml("questiontext", html),
    textXml("generalfeedback", working),
    `<defaultgrade>${points}</defaultgrade><penalty>${PENALTY}</penalty><hidden>0</hidden>`,
    `<idnumber>${escapeXml(name)}</idnumber>`,
    ...(body === "" ? [] : [body]),
    `<tags>${tags.join("")}</tags>`,
    "</question>\n",
  ].join("\n");
}

function labelHtml({ label }: Blank, { field }: Item): string {
  const units = UNITS.map(([unit]) => unit).join(", ");
  const said =
    field.kind === "bytes" ? `${field.label} in bytes, or with a unit (${units})` : label;
  return `<p>${DIALECT.words(said)}:</p>`;
}

/**
 * A field a blank. Moodle adds up the weights of the fields, which are whole: each bears its share of the points where
 * that is whole, else 1.
 */
function clozeHtml({ points }: Item, form: Blanks): string {
  const share = points / form.blanks.length;
  const weight = Number.isInteger(share) && share > 0 ? share : 1;
  const fields = form.blanks.map((blank) => clozeField(blank, weight));
  return blanksHtml(form, DIALECT, (index) => fields[index] ?? "");
}

function numericalXml(
  { field }: Item,
  { right, wrong }: Blank & { readonly kind: "number" },
): string {
  const told = wrong.map((one) =>
    answerXml(one.value, 0, one.told.map((mistake) => feedbackHtml(mistake, DIALECT)).join("")),
  );
  const answers = [...right.map((value) => answerXml(value, 100, "")), ...told];
  return [...answers, field.kind === "bytes" ? UNITS_XML : NO_UNITS_XML].join("\n");
}

function answerXml(value: number, fraction: number, html: string): string {
  const { value: digits, margin } = expectedNumber(value);
  return (
    `<answer fraction="${fraction}" format="moodle_auto_format"><text>${digits}</text>` +
    `${textXml("feedback", html)}<tolerance>${margin}</tolerance></answer>`
  );
}

/** How many of each make a byte. */
const UNITS = [
  ["B", "1"],
  ["kB", "0.001"],
  ["KiB", "0.0009765625"],
  ["MB", "0.000001"],
  ["MiB", "0.00000095367431640625"],
] as const;

const NO_UNITS_XML = "<unitgradingtype>0</unitgradingtype><showunits>3</showunits>";

/** Any of the units, or none, typed behind the number. */
const UNITS_XML = [
  "<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>0</showunits><unitsleft>0</unitsleft>",
  "<units>",
  ...UNITS.map(
    ([unit, multiplier]) =>
      `<unit><multiplier>${multiplier}</multiplier><unit_name>${unit}</unit_name></unit>`,
  ),
  "</units>",
].join("");

function choiceXml(options: readonly Option[]): string {
  const answers = options.map(({ text, isRight, feedback }) => {
    const told = textXml("feedback", feedback ? feedbackHtml(feedback, DIALECT) : "");
    return `<answer fraction="${isRight ? 100 : 0}" format="html"><text>${cdata(escapeXml(text))}</text>${told}</answer>`;
  });
  return [
    "<single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>",
    ...answers,
  ].join("\n");
}
