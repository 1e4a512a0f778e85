import type { Item, SetDocument, Sheet } from "../../document/document";
import { aboutText, alsoText, pointsText, shortened } from "../facts";
import { keyPlanes } from "../stem";
import { planesSource } from "./figures";
import { mostAnswerHeight } from "./estimate";
import { type PageSetup, heightIn, roomIn } from "./page";
import { content, prose, typstString } from "./text";

/** The answers of a sheet, one a line, under its code; as many sheets on a page as there is room for. */
export const KEY_DEFINITIONS = `#let key-running(title, about) = context {
  let last = counter(page).final().first()
  grid(columns: (1fr, auto), strong(title), [Page #counter(page).get().first() of #last])
  v(-.3 * u)
  line(length: 100%, stroke: .5pt + rule)
}
#let key-document(title, about, body) = {
  set page(header: key-running(title, about))
  heading(level: 1, title)
  v(.75 * u, weak: true)
  text(fill: soft, about)
  body
}
#let key-head(code, name, id) = heading(level: 2, {
  text(font: mono, weight: "regular", code)
  if name != "" { h(1 * u); name }
  if id != "" { h(.8 * u); text(weight: "regular", fill: soft, id) }
})
#let key-sheet(code, name, id, keep: whole, ..lines) = {
  v(2 * u, weak: true)
  keep({
    key-head(code, name, id)
    v(.6 * u, weak: true)
    table(
      columns: (2 * u, 1fr, auto), inset: (x, y) => (top: .5 * u, bottom: .55 * u), align: (left, left, right),
      stroke: (x, y) => (top: .4pt + rule),
      ..lines.pos().flatten(),
    )
  })
}
#let key-line(number, answer, points) = (strong(number), answer, text(fill: soft, points))`;

/** The title and the facts above a key. */
export function keyHead(document: SetDocument, what: string): string {
  const title = `${document.title}: ${what}`;
  return [title, aboutText(document)].map(typstString).join(", ");
}

/** The answers of one sheet. */
export function keySheet({ code, student, items }: Sheet, setup: PageSetup): string {
  const room = roomIn(setup) - KEY_MARGINS;
  const lines = items.map((item) => {
    const [number, points] = [String(item.number), pointsText(item)].map(typstString);
    return `key-line(${number}, ${keySource(item, room)}, ${points})`;
  });
  const names = [code, shortened(student.name), shortened(student.id)].map(typstString);
  const heights = items.map((item) => mostAnswerHeight(item, room) + LINE_INSET);
  const height = heights.reduce((sum, one) => sum + one, HEAD);
  const keep = height < heightIn(setup) ? ["keep: kept"] : [];
  return `#key-sheet(${[...names, ...keep, ...lines].join(", ")})\n`;
}

/** Units: what stands above a sheet's answers, and around each of them. */
const HEAD = 4;
const LINE_INSET = 1.1;

/** Units: the columns of the number and of the points. */
const KEY_MARGINS = 9;

/** The answer and what else is counted right. */
export function keySource(item: Item, room: number): string {
  const also = alsoText(item);
  const below = also === "" ? [] : [`#par(text(fill: soft, ${typstString(also)}))`];
  return content(...linesSource(item, room), ...below);
}

/** Planes of numbers as grids beside each other, anything else as lines. */
function linesSource(item: Item, room: number): string[] {
  const planes = keyPlanes(item);
  if (planes) return [planesSource(planes, room)];
  return item.keyLines.map((line) => `#par(${content(prose([line]))})`);
}
