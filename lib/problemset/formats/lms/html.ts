import type { Paragraph } from "@/lib/exercises";
import { type Expression, formatNumber } from "@/lib/tex";
import type { Figure, Item } from "../../document/document";
import type { AnswerForm } from "./answer-form";

/** How a learning platform writes HTML. */
export interface Dialect {
  /** Plain words, escaped. */
  readonly words: (text: string) => string;
  readonly formula: (line: Expression, isDisplayed: boolean) => string;
  /** A piece of TeX in the prose; undefined where the platform shows none. */
  readonly tex: (tex: string) => string | undefined;
  /** Attributes of a table that is drawn as a grid, with a space before them. */
  readonly grid: string;
}

/** A statement, its tensors as tables. */
export function statementHtml({ statement, figures }: Item, dialect: Dialect): string {
  return statement
    .map((paragraph, index) => {
      const shown = figures.filter((figure) => figure.paragraph === index);
      if (shown.length === 0) return paragraphHtml(paragraph, dialect);
      return shown.map((figure) => figureHtml(figure, dialect)).join("");
    })
    .join("");
}

function paragraphHtml(paragraph: Paragraph, { words, formula }: Dialect): string {
  const isAlone = paragraph.length === 1;
  const parts = paragraph.map((part) =>
    typeof part === "string" ? words(part) : formula(part, isAlone),
  );
  return `<p>${parts.join("")}</p>`;
}

function figureHtml({ name, shape: [rows, columns], values }: Figure, dialect: Dialect): string {
  const cells = Array.from({ length: rows }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns).map(numberHtml),
  );
  return tableHtml(name, cells, dialect);
}

function numberHtml(value: number): string {
  return formatNumber(value).replace("-", "−");
}

function tableHtml(name: Expression, cells: readonly (readonly string[])[], dialect: Dialect) {
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  const caption = `<caption>${dialect.formula(name, false)}</caption>`;
  return `<table${dialect.grid}>${caption}<tbody>${rows.join("")}</tbody></table>`;
}

/** The places for an answer, each as the platform marks it, by its index. */
export function blanksHtml(
  form: Exclude<AnswerForm, { readonly layout: "options" }>,
  dialect: Dialect,
  markOf: (index: number) => string,
): string {
  const { words } = dialect;
  const marks = form.blanks.map((_, index) => markOf(index));
  if (form.layout === "grid") {
    return form.planes
      .map(({ name, rows }) =>
        tableHtml(
          name,
          rows.map((row) => row.map((index) => marks[index] ?? "")),
          dialect,
        ),
      )
      .join("");
  }
  if (form.layout === "sizes") {
    return `<p>${words(form.blanks[0]?.label ?? "")}: ${marks.join(" × ")}</p>`;
  }
  return form.blanks.map(({ label }, index) => `<p>${words(label)}: ${marks[index]}</p>`).join("");
}

/** A worked solution, line by line. */
export function workingHtml({ steps }: Item, dialect: Dialect): string {
  const lines = steps.map(
    ({ line, caption }) => `<li>${dialect.words(caption)} ${dialect.formula(line, false)}</li>`,
  );
  return `<ol>${lines.join("")}</ol>`;
}

/** Prose with $…$, *…* and `…`; undefined where the platform cannot show its formulas. */
export function proseHtml(prose: string, { words, tex }: Dialect): string | undefined {
  const parts = prose.split(/(\$[^$]+\$|\*{1,2}[^*]+\*{1,2}|`[^`]+`)/).map((part, index) => {
    if (index % 2 === 0) return words(part);
    const inner = part.replace(/^(?:\$|\*+|`)|(?:\$|\*+|`)$/g, "");
    if (part.startsWith("$")) return tex(inner);
    return part.startsWith("`") ? `<code>${words(inner)}</code>` : `<em>${words(inner)}</em>`;
  });
  return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
}
