import type { Item, WorkedStep } from "../../document/document";
import { alsoText, pointsText, typeset } from "../facts";
import { workingRoom } from "../working-room";
import { type StemPart, keyPlanes, stemParts } from "../stem";
import { answerHtml } from "./answers";
import { planesHtml } from "./planes";
import { htmlFormula, htmlProse, htmlText } from "./text";

/** What is folded below a question. */
export interface Folded {
  readonly hasWorking: boolean;
  readonly hasFeedback: boolean;
}

/** A question to be answered. */
export function openQuestion(item: Item): string {
  const answer = `<div class="answer" style="--room:${workingRoom(item)}">${answerHtml(item.field)}</div>`;
  return questionHtml(item, answer);
}

/** A question with its answer folded, and in it what else is asked for. */
export function answeredQuestion(item: Item, { hasWorking, hasFeedback }: Folded): string {
  return questionHtml(
    item,
    [
      "<details><summary>Answer</summary>",
      answerLines(item),
      hasFeedback ? feedbackHtml(item) : "",
      hasWorking ? workingHtml(item) : "",
      "</details>",
    ].join(""),
  );
}

/** The answer, and what else is counted right. */
export function answerLines(item: Item): string {
  const also = alsoText(item);
  return keyHtml(item) + (also === "" ? "" : `<p class="soft">${htmlText(also)}</p>`);
}

function questionHtml(item: Item, below: string): string {
  const { number, title } = item;
  return [
    '<section class="question">',
    `<h3><span class="number">${number}</span> ${htmlText(title)} <span class="points">${pointsText(item)}</span></h3>`,
    ...stemParts(item).map(partHtml),
    below,
    "</section>\n",
  ].join("");
}

function partHtml(part: StemPart): string {
  switch (part.kind) {
    case "figures":
      return planesHtml(part.figures);
    case "lines":
      return part.lines.map((line) => `<p class="line">${htmlProse(line)}</p>`).join("");
    case "words":
      return `<p>${htmlProse(part.words)}</p>`;
  }
}

function keyHtml(item: Item): string {
  const planes = keyPlanes(item);
  if (planes) return planesHtml(planes);
  return item.keyLines.map((line) => `<p class="line">${htmlFormula(line)}</p>`).join("");
}

function workingHtml({ steps }: Item): string {
  return `<details><summary>Working</summary><ol class="steps">${steps.map(stepHtml).join("")}</ol></details>`;
}

function stepHtml({ caption, line }: WorkedStep): string {
  return `<li>${htmlText(caption)}<p class="line">${htmlFormula(line)}</p></li>`;
}

function feedbackHtml({ feedback }: Item): string {
  if (feedback.length === 0) return "";
  const rows = feedback.map(
    ({ answerText, title }) =>
      `<tr><td>${htmlText(title)}</td><td>${htmlText(typeset(answerText))}</td></tr>`,
  );
  return `<details><summary>Wrong answers</summary><table class="slips"><caption class="unseen">What each wrong answer tells</caption><thead><tr><th scope="col">Mistake</th><th scope="col">Answer</th></tr></thead><tbody>${rows.join("")}</tbody></table></details>`;
}
