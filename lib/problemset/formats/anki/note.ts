import { type Expression, toTex } from "@/lib/tex";
import type { Item } from "../../document/document";
import { escaped } from "../../page";

/** The fields of a note. The first tells it apart in Anki's browser, the others are HTML with MathJax. */
export interface Note {
  readonly name: string;
  readonly title: string;
  readonly statement: string;
  readonly answer: string;
  readonly working: string;
}

/** A problem as a note: on its front the statement, on its back the answer and the working. */
export function noteOf(item: Item): Note {
  return {
    name: item.name,
    title: escaped(item.title),
    statement: item.statement.map(paragraph).join(""),
    answer: [...item.keyLines.map(displayed), ...others(item)].join(""),
    working: item.steps
      .map(({ caption, line }) => `<p>${text(caption)}</p>${displayed(line)}`)
      .join(""),
  };
}

function others({ accepted }: Item): string[] {
  if (accepted.length === 0) return [];
  const answers = accepted.slice(0, MOST_OTHERS).map(({ keyText }) => text(keyText));
  const more = accepted.length > MOST_OTHERS ? " …" : "";
  return [`<p>Right as well: ${answers.join("; ")}${more}</p>`];
}

/** No more answers that are right as well are shown. */
const MOST_OTHERS = 8;

function paragraph(parts: Item["statement"][number]): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === "object") return displayed(only);
  const inline = parts.map((part) =>
    typeof part === "string" ? text(part) : `\\(${escaped(toTex(part))}\\)`,
  );
  return `<p>${inline.join("")}</p>`;
}

function displayed(line: Expression): string {
  return `<p>\\[${escaped(toTex(line))}\\]</p>`;
}

/** Words as HTML; a brace that a template might take for its own is written as a number. */
function text(words: string): string {
  return escaped(words).replaceAll("{", "&#123;").replaceAll("\n", "<br>");
}
