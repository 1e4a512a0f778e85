import type { Expression } from "@/lib/tex";
import type { Field, Item, SetDocument, Sheet } from "../../document/document";
import { figuresIn } from "../../document/figures";
import { planesSource } from "./figures";
import { shortened } from "./header";
import { type PageSetup, roomIn } from "./page";
import { pointsText } from "./question";
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
#let key-sheet(code, name, id, ..lines) = {
  v(2 * u, weak: true)
  whole({
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
export function keyHead({ title, course, date }: SetDocument, what: string): string {
  const about = [course, date].filter((part) => part !== "").join(", ");
  return `${typstString(`${title}: ${what}`)}, ${typstString(about)}`;
}

/** The answers of one sheet. */
export function keySheet({ code, student, items }: Sheet, setup: PageSetup): string {
  const room = roomIn(setup) - KEY_MARGINS;
  const lines = items.map((item) => {
    const [number, points] = [String(item.number), pointsText(item)].map(typstString);
    return `key-line(${number}, ${keySource(item, room)}, ${points})`;
  });
  const names = [code, shortened(student.name), shortened(student.id)].map(typstString);
  return `#key-sheet(${[...names, ...lines].join(", ")})\n`;
}

/** Units: the columns of the number and of the points. */
const KEY_MARGINS = 9;

/** The answer and what else is counted right. */
export function keySource({ keyLines, accepted, field }: Item, room: number): string {
  const others = accepted.map(({ keyText }) => keyText);
  const also =
    others.length > 0 ? [`#par(text(fill: soft, ${typstString(alsoText(others))}))`] : [];
  return content(...linesSource(keyLines, field, room), ...also);
}

/** @example alsoText(["3", "4"]) // "Also right: 3; 4" */
function alsoText(others: readonly string[]): string {
  return `Also right: ${others.join("; ").replaceAll("-", "−")}`;
}

/** Planes of numbers as grids beside each other, anything else as lines. */
function linesSource(lines: readonly Expression[], field: Field, room: number): string[] {
  const planes = figuresIn(lines.map((line) => [line])).map((plane) => ({
    ...plane,
    role: field.kind === "grid" ? field.role : "output",
  }));
  if (planes.length > 0) return [planesSource(planes, room)];
  return lines.map((line) => `#par(${content(prose([line]))})`);
}
