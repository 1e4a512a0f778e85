import { symbol } from "@/lib/tex";
import type { Field } from "../../document/document";
import { emptyPlanesSource } from "./planes";
import { texFormula, texText } from "./text";

/** Where the answer is written: a box for a number, one box a cell, a square to tick. */
export function answerSource(field: Field, room: number): string {
  switch (field.kind) {
    case "number":
      return labelled(field.label, 12);
    case "bytes":
      return labelled(field.label, 12, "with its unit");
    case "list":
      return field.names.length > 1
        ? field.names.map((name) => labelled(name, 6)).join("%\n")
        : labelled(field.label, 18);
    case "grid":
      return emptyPlanesSource(field.planes, room);
    case "choice":
      return choiceSource(field);
  }
}

/** The width is in ems. */
function labelled(label: string, width: number, hint = ""): string {
  return `\\labelled{${texText(label)}}{${width}em}{${hint}}`;
}

/** The line is told by the indices of its cell. */
function choiceSource({ lines, choices }: Field & { kind: "choice" }): string {
  const indices = (lines[0]?.at ?? []).map(() => "\\blank{2.8em}").join("\\hspace{.5em}");
  return [
    `\\soft{The first wrong line is that of the cell}\\hspace{.7em}${texFormula(symbol("Y"))}\\hspace{.5em}${indices}\\par`,
    "\\soft{What was done in it}\\par",
    choices.map(({ text }) => `\\tick{${texText(text)}}`).join("%\n"),
  ].join("\n");
}
