import type { AnswerForm, Blank, Option } from "../lms/answer-form";
import { expectedNumber } from "../lms/numbers";
import { escapeXml } from "../lms/xml";
import { anyOf, equalXml } from "./expressions";

/** A response: how it is declared, asked for and found right; and what feedback may be given on it. */
export interface Response {
  readonly id: string;
  readonly declaration: string;
  readonly interaction: string;
  /** True where it is right. */
  readonly test: string;
  /** By mistake, what is true where the response is the one that the mistake gives. */
  readonly slips: ReadonlyMap<string, string>;
}

/** The responses of blanks, in order. */
export function responsesOf(blanks: readonly Blank[]): Response[] {
  return blanks.map((blank, index) => {
    const id = `R${index + 1}`;
    switch (blank.kind) {
      case "number":
        return numberResponse(id, blank);
      case "text":
        return textResponse(id, blank);
      case "choice": {
        const choices = labelled(id, blank.options, "inlineChoice");
        const interaction = `<inlineChoiceInteraction responseIdentifier="${id}" shuffle="false">${choices}</inlineChoiceInteraction>`;
        return { ...chosen(id, blank.options), interaction };
      }
    }
  });
}

/** The response of a choice among lists. */
export function responseOf(form: AnswerForm & { readonly layout: "options" }): Response {
  const id = "R1";
  const choices = labelled(id, form.options, "simpleChoice");
  const interaction = `<choiceInteraction responseIdentifier="${id}" shuffle="true" maxChoices="1"><prompt>${escapeXml(form.label)}</prompt>${choices}</choiceInteraction>`;
  return { ...chosen(id, form.options), interaction };
}

function numberResponse(
  id: string,
  { right, wrong }: Blank & { readonly kind: "number" },
): Response {
  const [key = 0] = right;
  const slips = wrong.flatMap(({ value, told }) =>
    told.map(({ mistake }) => [mistake, equalXml(id, value)] as const),
  );
  return {
    id,
    declaration: declarationXml(id, "float", expectedNumber(key).value),
    interaction: `<textEntryInteraction responseIdentifier="${id}" expectedLength="8"/>`,
    test: anyOf(right.map((value) => equalXml(id, value))),
    slips: new Map(slips),
  };
}

function textResponse(id: string, { right }: Blank & { readonly kind: "text" }): Response {
  const tests = right.map(
    (text) =>
      `<stringMatch caseSensitive="false"><variable identifier="${id}"/><baseValue baseType="string">${escapeXml(text)}</baseValue></stringMatch>`,
  );
  return {
    id,
    declaration: declarationXml(id, "string", escapeXml(right[0] ?? "")),
    interaction: `<textEntryInteraction responseIdentifier="${id}" expectedLength="8"/>`,
    test: anyOf(tests),
    slips: new Map(),
  };
}

function chosen(id: string, options: readonly Option[]): Omit<Response, "interaction"> {
  const right = options.findIndex(({ isRight }) => isRight);
  const slips = options.flatMap(({ feedback }, index) =>
    feedback ? [[feedback.mistake, isXml(id, choiceId(id, index))] as const] : [],
  );
  return {
    id,
    declaration: declarationXml(id, "identifier", choiceId(id, right)),
    test: isXml(id, choiceId(id, right)),
    slips: new Map(slips),
  };
}

function labelled(id: string, options: readonly Option[], element: string): string {
  return options
    .map(
      ({ text }, index) =>
        `<${element} identifier="${choiceId(id, index)}">${escapeXml(text)}</${element}>`,
    )
    .join("");
}

function choiceId(id: string, index: number): string {
  return `${id}-${index + 1}`;
}

function isXml(id: string, choice: string): string {
  return `<match><variable identifier="${id}"/><baseValue baseType="identifier">${choice}</baseValue></match>`;
}

function declarationXml(id: string, type: string, value: string): string {
  return `<responseDeclaration identifier="${id}" cardinality="single" baseType="${type}"><correctResponse><value>${value}</value></correctResponse></responseDeclaration>`;
}
