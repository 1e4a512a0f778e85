import type { Item, SetDocument, Sheet, WorkedStep } from "../../document/document";
import { pointsText } from "../facts";
import { headArguments } from "./header";
import { keySource } from "./key";
import { mostAnswerHeight, mostStemHeight } from "./estimate";
import { type PageSetup, heightIn, roomIn } from "./page";
import { widthOfParts } from "./question";

import { stemSource } from "./stem";
import { content, tallFormula, typstString } from "./text";

/** A question with its answer and every line of the working, the words above each. */
export const SOLUTION_DEFINITIONS = `#let solution(number, title, points, stem, answer, keep: whole, ..steps) = {
  v(2.3 * u, weak: true)
  keep({
    block(sticky: true, below: .7 * u, question-head(number, title, points))
    pad(left: 1.9 * u, {
      stem
      block(width: 100%, fill: luma(246), inset: .8 * u, radius: .3 * u, breakable: false, {
        text(fill: soft, "Answer")
        answer
      })
    })
  })
  pad(left: 1.9 * u, steps.pos().join())
}
#let step(caption, it, sticky: false) = block(above: 1.25 * u, below: 0pt, breakable: false, sticky: sticky, {
  text(fill: soft, size: .92 * u, caption)
  v(.5 * u, weak: true)
  set text(top-edge: "bounds", bottom-edge: "bounds")
  pad(left: 1.2 * u, par(hanging-indent: 1.6 * u, leading: .8em, it))
})`;

/** A sheet with everything worked out. */
export function solutionSheet(document: SetDocument, sheet: Sheet, setup: PageSetup): string {
  const solutions = sheet.items.map((item) => solutionSource(item, setup));
  return `#sheet(${headArguments(document, sheet, "solutions")})[\n${solutions.join("\n")}\n]\n`;
}

function solutionSource(item: Item, setup: PageSetup): string {
  const room = widthOfParts(roomIn(setup));
  const height = mostStemHeight(item, room) + mostAnswerHeight(item, room) + ANSWER_FRAME;
  const parts = [
    typstString(String(item.number)),
    typstString(item.title),
    typstString(pointsText(item)),
    stemSource(item, room),
    keySource(item, room - ANSWER_INSET),
    ...(height < heightIn(setup) ? ["keep: kept"] : []),
    ...item.steps.map((step, at, { length }) => stepSource(step, at === length - 2)),
  ];
  return `#solution(${parts.join(", ")})`;
}

/** Units on both sides of the answer together, and above and below it. */
const ANSWER_INSET = 1.6;
const ANSWER_FRAME = 6;

/** The last step but one goes with the last, which else might stand alone on a page. */
function stepSource({ caption, line }: WorkedStep, isLastButOne: boolean): string {
  const sticky = isLastButOne ? ", sticky: true" : "";
  return `step(${typstString(caption)}, ${content(tallFormula(line))}${sticky})`;
}
