import type { Blank, Option } from "../lms/answer-form";
import { expectedNumber } from "../lms/numbers";
import { escapeXml } from "../lms/xml";

/** A field of a cloze question. @example clozeField(blank, 1) // "{1:NUMERICAL:=4:0}" */
export function clozeField(blank: Blank, weight: number): string {
  return `{${weight}:${alternatives(blank)}}`;
}

function alternatives(blank: Blank): string {
  switch (blank.kind) {
    case "number": {
      const right = blank.right.map((value) => `=${numeral(value)}`);
      const wrong = blank.wrong.map(
        ({ value, told }) =>
          `%0%${numeral(value)}#${clozeText(told.map(({ title }) => title).join("; "))}`,
      );
      return `NUMERICAL:${[...right, ...wrong].join("~")}`;
    }
    case "text":
      return `SHORTANSWER:${blank.right.map((one) => `=${clozeText(one)}`).join("~")}`;
    case "choice":
      return `MULTICHOICE:${blank.options.map(optionText).join("~")}`;
  }
}

/** A number and how far off an answer may be; fractions are not understood there. */
function numeral(value: number): string {
  const { value: digits, margin } = expectedNumber(value);
  return `${digits}:${margin}`;
}

function optionText({ text, isRight, feedback }: Option): string {
  const told = feedback ? `#${clozeText(feedback.title)}` : "";
  return `${isRight ? "=" : ""}${clozeText(text)}${told}`;
}

/** Plain text inside a field; TeX stays outside, since its braces would end it. */
function clozeText(text: string): string {
  return escapeXml(text).replace(/[{}~/\\=%]|#(?!\d+;)/g, (sign) => `&#${sign.codePointAt(0)};`);
}
