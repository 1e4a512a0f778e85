import { symbol, toMathml } from "@/lib/tex";
import type { Field } from "../../document/document";
import { emptyPlanesHtml } from "./planes";
import { htmlText } from "./text";

/** Where the answer is written: a box for a number, one cell a number of a tensor, a square to tick. */
export function answerHtml(field: Field): string {
  switch (field.kind) {
    case "number":
      return labelled([field.label], "number");
    case "bytes":
      return labelled([field.label], "number", "with its unit");
    case "list":
      return field.names.length > 1
        ? labelled(field.names, "short")
        : labelled([field.label], "list");
    case "grid":
      return emptyPlanesHtml(field.planes);
    case "choice":
      return choiceHtml(field);
  }
}

type Width = "short" | "number" | "list" | "index";

function labelled(labels: readonly string[], width: Width, hint = ""): string {
  const boxes = labels.map(
    (label) => `<span>${htmlText(label)} ${blank(width)}${hint === "" ? "" : ` ${hint}`}</span>`,
  );
  return `<p class="boxes">${boxes.join(" ")}</p>`;
}

function blank(width: Width): string {
  return `<span class="blank ${width}"></span>`;
}

/** The line is told by the indices of its cell. */
function choiceHtml({ lines, choices }: Field & { kind: "choice" }): string {
  const indices = (lines[0]?.at ?? []).map(() => blank("index")).join(" ");
  const ticks = choices.map(({ text }) => `<li>${htmlText(text)}</li>`);
  return [
    `<p class="boxes"><span>The first wrong line is that of the cell ${toMathml(symbol("Y"))} ${indices}</span></p>`,
    `<p class="boxes">What was done in it</p><ul class="ticks">${ticks.join("")}</ul>`,
  ].join("");
}
