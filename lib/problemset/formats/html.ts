import type { Item, SetDocument, Sheet } from "../document/document";
import { aboutText, counted, factsOf, shortened } from "./facts";
import type { Format, FormatOptions, OutputFile } from "./format";
import { answeredQuestion, openQuestion } from "./html/question";
import { styleSheet } from "./html/style";
import { htmlText } from "./html/text";

/**
 * Pages that need no network, for a screen and for paper: one file with every sheet and no answer in it, and one where
 * the answers are folded below the questions.
 */
export const html: Format = {
  name: "html",
  title: "Web page (HTML)",
  files: (document, options) => [...files(document, options)],
};

function* files(document: SetDocument, options: FormatOptions): Generator<OutputFile> {
  const { forms, hasFeedback } = options;
  const hasWorking = forms.includes("solutions");
  if (forms.includes("sheet")) {
    yield { path: "html/sheets.html", chunks: pieces(document, SHEETS) };
  }
  if (forms.includes("key") || hasWorking) {
    const question = (item: Item) => answeredQuestion(item, { hasWorking, hasFeedback });
    yield { path: "html/key.html", chunks: pieces(document, { ...KEY, question }) };
  }
}

export {
  answerLines as answerHtml,
  answeredQuestion as answeredHtml,
  openQuestion as questionHtml,
} from "./html/question";
export { scopedStyle } from "./html/style";

/** What one file is. */
interface Kind {
  /** Stands behind the set's title. */
  readonly suffix: string;
  readonly className: string;
  /** Below the head of the whole file. */
  readonly tools: string;
  readonly question: (item: Item) => string;
}

const SHEETS: Kind = { suffix: "", className: "sheets", tools: "", question: openQuestion };

/** The only script: to print a key, it is unfolded first. */
const TOOLS = `<p><button type="button" data-open="1">Unfold everything</button> <button type="button" data-open="">Fold everything</button></p>
<script>for(const button of document.querySelectorAll("button"))button.addEventListener("click",()=>{for(const one of document.querySelectorAll("details"))one.open=button.dataset.open==="1"})</script>`;

const KEY = { suffix: ": key", className: "answered", tools: TOOLS };

function* pieces(document: SetDocument, kind: Kind): Generator<string> {
  yield head(document, kind);
  for (const sheet of document.sheets()) yield* sheetPieces(document, sheet, kind);
  yield "</main>\n</body>\n</html>\n";
}

function* sheetPieces(document: SetDocument, sheet: Sheet, kind: Kind): Generator<string> {
  yield sheetHead(document, sheet, kind);
  for (const item of sheet.items) yield kind.question(item);
  yield "</article>\n";
}

/** A student's sheet as it stands in the file of all sheets, for a page that shows it in the style of `scopedStyle`. */
export function sheetHtml(document: SetDocument, sheet: Sheet): string {
  return [...sheetPieces(document, sheet, SHEETS)].join("");
}

function head(document: SetDocument, { suffix, className, tools }: Kind): string {
  const title = htmlText(document.title + suffix);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styleSheet(document.paper)}</style>
</head>
<body class="${className}">
<header>
<h1>${title}</h1>
<p class="about">${htmlText([aboutText(document), counted(document.sheetCount, "sheet")].filter((part) => part !== "").join(", "))}</p>
${tools}
</header>
<main>
`;
}

function sheetHead(document: SetDocument, sheet: Sheet, { suffix }: Kind): string {
  const { code, isLargePrint } = sheet;
  const about = aboutText(document);
  const instructions = document.instructions.map((text) => `<p>${htmlText(text)}</p>`);
  return [
    `<article class="sheet${isLargePrint ? " large" : ""}" id="${code}" aria-labelledby="of-${code}">`,
    `<header><p class="printed"><strong>${htmlText(document.title + suffix)}</strong> ${htmlText(about)}</p>`,
    `<div class="who"><h2 id="of-${code}">${whoHtml(sheet)}</h2><span class="code">${code}</span></div>`,
    `<p class="facts">${htmlText(factsOf(sheet))}</p>`,
    ...(suffix === "" ? instructions : []),
    "</header>\n",
  ].join("");
}

function whoHtml({ student, code }: Sheet): string {
  const [name, id] = [student.name, student.id].map((text) => htmlText(shortened(text)));
  if (name === "") {
    return `Name <span class="write"></span><span class="unseen">, sheet ${code}</span>`;
  }
  return `<bdi>${name}</bdi>${id === "" ? "" : ` <bdi class="id">${id}</bdi>`}`;
}
