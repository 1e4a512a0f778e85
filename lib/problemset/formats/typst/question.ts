import type { Item } from "../../document/document";
import { answerSource } from "./answers";
import { pointsText } from "../facts";
import { workingRoom } from "../working-room";
import { mostHeight } from "./estimate";
import { stemSource } from "./stem";
import { typstString } from "./text";

/**
 * A question: its number in the margin of its text, the statement, room to work, the boxes. It stays on one page if it
 * fits on one. Where the layout is fixed, the statement and the boxes each take a height that is given.
 */
export const QUESTION_DEFINITIONS = `#let question-head(number, title, points) = grid(
  columns: (1.9 * u, 1fr, auto), column-gutter: (0pt, 1 * u), align: (left, left, right),
  strong(number), heading(level: 2, title), text(fill: soft, points),
)
#let kept(it) = block(width: 100%, breakable: false, it)
#let whole(it) = layout(size => {
  let height = measure(block(width: size.width, it)).height
  block(width: 100%, breakable: height > text-height, it)
})
#let part(height, it) = if height == auto { it } else {
  block(height: height * u, width: 100%, breakable: height * u > text-height * .9, it)
}
#let question(number, title, points, stem, room, answer, heights: (auto, auto), keep: whole) = keep({
  question-head(number, title, points)
  v(.7 * u, weak: true)
  pad(left: 1.9 * u, {
    part(heights.at(0), stem)
    v(room * u)
    [#metadata(number)<place>]
    block(breakable: heights.at(1) == auto, width: 100%, part(heights.at(1), answer))
  })
})
#let row(..questions) = {
  v(2.3 * u, weak: true)
  let all = questions.pos()
  if all.len() == 1 { all.first() } else { grid(columns: (1fr, 1fr), column-gutter: 2.5 * u, ..all) }
}`;

/** Where the text of a question begins, in units. */
const INDENT = 1.9;

/** Units: what the statement and the boxes of a question take. */
export interface Heights {
  readonly stem: number;
  readonly answer: number;
}

/** A question as it stands on a sheet, in a column of so many units. */
export function questionSource(
  item: Item,
  column: number,
  { height, heights }: { readonly height: number; readonly heights?: Heights | undefined },
): string {
  const { number, title } = item;
  const { stem, answer } = partsOf(item, column);
  const parts = [
    typstString(String(number)),
    typstString(title),
    typstString(pointsText(item)),
    stem,
    String(workingRoom(item)),
    answer,
    ...(heights ? [`heights: (${heights.stem}, ${heights.answer})`] : []),
    ...(mostHeight(item, column) + workingRoom(item) < height ? ["keep: kept"] : []),
  ];
  return `question(${parts.join(", ")})`;
}

/** The two parts of a question whose heights depend on the variant. */
export function partsOf(item: Item, column: number) {
  const width = widthOfParts(column);
  return { stem: stemSource(item, width), answer: answerSource(item.field, width) };
}

/** @example widthOfParts(40) // 38.1 */
export function widthOfParts(column: number): number {
  return column - INDENT;
}
