import type { SetDocument, Sheet } from "../../document/document";
import { aboutText, factsOf, shortened } from "../facts";
import { content, typstString } from "./text";

/** The line above every page with the name, the code and the page's number; the head of the first page. */
export const HEADER_DEFINITIONS = `#let one-line(width, it) = box(width: width, height: 1.1em, clip: true, it)
#let written(name, id) = if name == "" {
  [Name #h(.4 * u) #box(width: 1fr, line(length: 100%, stroke: .5pt + rule))]
} else {
  strong(name)
  if id != "" { h(.9 * u); text(fill: soft, id) }
}
#let running(name, id, code) = context {
  let number = counter(page).get().first()
  let last = counter(page).at(label("end-" + code)).first()
  grid(
    columns: (1fr, auto), column-gutter: 2 * u, align: (left + bottom, right + bottom),
    written(name, id),
    [#text(.9 * u, font: mono, code)#h(1.2 * u)#text(.92 * u)[Page #number of #last]],
  )
  v(-.3 * u)
  line(length: 100%, stroke: .5pt + rule)
}
#let sheet-head(title, about, facts, instructions) = {
  heading(level: 1, title)
  v(.75 * u, weak: true)
  grid(columns: (1fr, auto), column-gutter: 2 * u, text(fill: soft, about), text(fill: soft, facts))
  if instructions.len() > 0 { v(.9 * u, weak: true) }
  for one in instructions { par(one) }
}
#let sheet(title: "", name: "", id: "", code: "", about: "", facts: "", instructions: (), body) = {
  set page(header: running(name, id, code))
  sheet-head(title, about, facts, instructions)
  body
  [#metadata(none)#label("end-" + code)]
  counter(page).update(0)
}`;

/** The arguments of a sheet's head; of a sheet that is no test, what it is. */
export function headArguments(document: SetDocument, sheet: Sheet, what = ""): string {
  const { title } = document;
  const instructions = what === "" ? document.instructions : [];
  const { name, id } = sheet.student;
  return [
    `title: ${typstString([title, what].filter((part) => part !== "").join(": "))}`,
    `name: ${typstString(shortened(name))}`,
    `id: ${typstString(shortened(id))}`,
    `code: ${typstString(sheet.code)}`,
    `about: ${typstString(aboutText(document))}`,
    `facts: ${typstString(factsOf(sheet))}`,
    `instructions: (${instructions.map((text) => `${content(`#${typstString(text)}`)}, `).join("")})`,
  ].join(", ");
}
