import type { SetDocument } from "../../document/document";
import type { Paper } from "../../spec/spec";
import { typstString } from "./text";

/** A page and its type; every length on it is a multiple of the size of the type, its unit. */
export interface PageSetup {
  /** Points, 1/72 inch. */
  readonly unit: number;
  readonly width: number;
  readonly height: number;
}

const PAPER_SIZES: Record<Paper, readonly [width: number, height: number]> = {
  a4: [595.276, 841.89],
  letter: [612, 792],
};
const UNIT = 10.5;
const LARGE_UNIT = 16;

/** The margins at the left and the right, in units. */
const MARGIN = 5;

/**
 * The page of a sheet. Large print has larger type; where the layout is fixed it is the same page made larger as a
 * whole, to be printed on larger paper, so that its answers stand where everybody's stand.
 */
export function pageSetup(paper: Paper, isLarge: boolean, isFixed: boolean): PageSetup {
  const [width, height] = PAPER_SIZES[paper];
  const unit = isLarge ? LARGE_UNIT : UNIT;
  const scale = isLarge && isFixed ? LARGE_UNIT / UNIT : 1;
  return { unit, width: width * scale, height: height * scale };
}

/** The room between the margins, in units. */
export function roomIn({ unit, width }: PageSetup): number {
  return width / unit - 2 * (isNarrow({ unit, width }) ? MARGIN * 0.7 : MARGIN);
}

/** The height between the margins, in units. */
export function heightIn({ unit, height }: PageSetup): number {
  return height / unit - MARGINS;
}

/** Above and below together. */
const MARGINS = 11;

function isNarrow({ unit, width }: Pick<PageSetup, "unit" | "width">): boolean {
  return width / unit < 45;
}

/** The document's own title, which PDF/UA asks for. */
export function titleSource({ title }: Pick<SetDocument, "title">, what: string): string {
  return `#set document(title: ${typstString(`${title}, ${what}`)})\n`;
}

/** The page and its type. */
export function pageSource(
  { title, course, date }: Pick<SetDocument, "title" | "course" | "date">,
  setup: PageSetup,
): string {
  const foot = [course, title, date].filter((part) => part !== "").join(" · ");
  const margin = (setup.width / setup.unit - roomIn(setup)) / 2;
  return `#let u = ${setup.unit}pt
#let text-height = ${heightIn(setup)} * u
#set page(
  width: ${setup.width}pt,
  height: ${setup.height}pt,
  margin: (x: ${margin} * u, top: 6 * u, bottom: 5 * u),
  header-ascent: 2 * u,
  footer-descent: 2 * u,
  footer: align(center, text(.8 * u, fill: soft, ${typstString(foot)})),
)
#set text(font: serif, size: u, lang: "en", fallback: false, number-type: "lining")
${RULES}`;
}

/** Names that do not depend on the set. */
export const PAGE_DEFINITIONS = `#let serif = ("Libertinus Serif", "New Computer Modern")
#let mono = "DejaVu Sans Mono"
#let soft = luma(85)
#let rule = luma(150)
#let inks = (input: rgb("#0b6fb8"), kernel: rgb("#985a00"), output: rgb("#00795a"), gradient: rgb("#a0448c"))
#let grounds = (input: rgb("#e4f0fa"), kernel: rgb("#fdf0d9"), output: rgb("#def3ec"), gradient: rgb("#f8e6f3"))
#let input(it) = text(fill: inks.input, it)
#let kernel(it) = text(fill: inks.kernel, it)
#let output(it) = text(fill: inks.output, it)
#let gradient(it) = text(fill: inks.gradient, it)
#let by = $med class("normal", dot.op) med$.body
#let m(alt, it) = math.equation(alt: alt, it.body)
#let tall(alt, it) = math.equation(alt: alt, math.display(it.body))`;

const RULES = `#set par(leading: .6em, spacing: .85em, justify: false)
#set table(stroke: none, inset: 0pt)
#show heading: set text(font: serif)
#show heading.where(level: 1): set text(1.7 * u)
#show heading.where(level: 2): set text(1.08 * u)
#show heading: set block(above: 0pt, below: 0pt)
#show math.equation: set text(fallback: true)`;
