import type { Blank, Option } from "../lms/answer-form";
import { feedbackHtml } from "../lms/feedback-html";
import { expectedNumber, writingsOf } from "../lms/numbers";
import { escapeXml } from "../lms/xml";
import { DIALECT, conditionXml, feedbackXml, scoreXml, shownXml } from "./parts";

/** How a question is answered and marked, for each of Canvas' types. */
export interface Answering {
  readonly type: string;
  readonly answers: readonly string[];
  readonly responses: string;
  readonly conditions: string;
  readonly feedback: string;
}

/** A number: Canvas reads the first value as exact, and the margin from the range beside it. */
export function numberOf(right: readonly number[]): Answering {
  const conditions = right.map((one) => {
    const { value, low, high } = expectedNumber(one);
    const range = `<and><vargte respident="response1">${low}</vargte><varlte respident="response1">${high}</varlte></and>`;
    const test = `<or>${equalXml("response1", value)}${range}</or>`;
    return conditionXml(test, scoreXml("100", "Set"));
  });
  return {
    type: "numerical_question",
    answers: right.map((_, index) => `answer_${index + 1}`),
    responses:
      '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal"><response_label ident="answer1"/></render_fib></response_str>\n',
    conditions: conditions.join(""),
    feedback: "",
  };
}

/** One of several texts, with what the mistake behind each tells. */
export function optionsOf(options: readonly Option[]): Answering {
  const ids = options.map((_, index) => `option_${index + 1}`);
  const told = options.map(({ feedback }, index) => ({ id: ids[index] ?? "", feedback }));
  const shown = told.flatMap(({ id, feedback }) =>
    feedback ? [conditionXml(equalXml("response1", id), shownXml(`${id}_fb`), true)] : [],
  );
  const right = ids.filter((_, index) => options[index]?.isRight);
  return {
    type: "multiple_choice_question",
    answers: ids,
    responses: responseXml("response1", "", options, ids),
    conditions:
      shown.join("") +
      right.map((id) => conditionXml(equalXml("response1", id), scoreXml("100", "Set"))).join(""),
    feedback: told
      .map(({ id, feedback }) =>
        feedback ? feedbackXml(`${id}_fb`, feedbackHtml(feedback, DIALECT)) : "",
      )
      .join(""),
  };
}

/**
 * Several blanks, each with its share of the score: lists to choose from, or texts, where every writing that is listed
 * is right.
 */
export function blanksOf(blanks: readonly Blank[]): Answering {
  const share = (100 / blanks.length).toFixed(2);
  const isChosen = blanks.every(({ kind }) => kind === "choice");
  const fields = blanks.map((blank, index) => fieldOf(blank, index + 1));
  const conditions = fields.flatMap(({ response, options, ids }) =>
    ids.flatMap((id, index) =>
      options[index]?.isRight
        ? [conditionXml(equalXml(response, id), scoreXml(share, "Add"), true)]
        : [],
    ),
  );
  return {
    type: isChosen ? "multiple_dropdowns_question" : "fill_in_multiple_blanks_question",
    answers: fields.flatMap(({ ids }) => ids),
    responses: fields
      .map(({ name, response, options, ids }) => responseXml(response, name, options, ids))
      .join(""),
    conditions: conditions.join(""),
    feedback: "",
  };
}

function fieldOf(blank: Blank, number: number) {
  const options = blank.kind === "choice" ? blank.options : writingsFor(blank);
  return {
    name: `cell_${number}`,
    response: `response_cell_${number}`,
    options,
    ids: options.map((_, index) => `cell_${number}_${index + 1}`),
  };
}

function writingsFor(blank: Exclude<Blank, { readonly kind: "choice" }>): Option[] {
  const texts = blank.kind === "text" ? blank.right : blank.right.flatMap(writingsOf);
  return [...new Set(texts)].map((text) => ({ text, isRight: true }));
}

function responseXml(
  response: string,
  name: string,
  options: readonly Option[],
  ids: readonly string[],
): string {
  const labels = options.map(
    ({ text }, index) =>
      `<response_label ident="${ids[index]}"><material><mattext texttype="text/plain">${escapeXml(text)}</mattext></material></response_label>`,
  );
  const material = name === "" ? "" : `<material><mattext>${name}</mattext></material>`;
  return `<response_lid ident="${response}" rcardinality="Single">${material}<render_choice>${labels.join("")}</render_choice></response_lid>\n`;
}

function equalXml(response: string, value: string): string {
  return `<varequal respident="${response}">${value}</varequal>`;
}
