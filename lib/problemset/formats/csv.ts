import { writeStatement } from "@/lib/exercises";
import type { Item, SetDocument, Sheet } from "../document/document";
import { csvLine } from "./csv-line";
import type { Format } from "./format";

const COLUMNS = [
  "code",
  "id",
  "name",
  "email",
  "question",
  "title",
  "type",
  "version",
  "level",
  "seed",
  "points",
  "void",
  "statement",
  "answer",
  "accepted",
  "mistakes",
];

/** One row a student and question, for a spreadsheet; UTF-8 with its mark, since Excel needs it. */
export const csv: Format = {
  name: "csv",
  title: "Table (CSV)",
  files: (document) => [{ path: "csv/problems.csv", chunks: rows(document) }],
};

function* rows(document: SetDocument): Generator<string> {
  yield `\uFEFF${csvLine(COLUMNS)}`;
  for (const sheet of document.sheets()) {
    for (const item of sheet.items) yield csvLine(rowOf(sheet, item));
  }
}

function rowOf({ code, student }: Sheet, item: Item): string[] {
  const { id, name, email } = student;
  return [
    code,
    id,
    name,
    email,
    String(item.number),
    item.title,
    item.type,
    String(item.version),
    String(item.level),
    item.seed,
    String(item.points),
    item.isVoid ? "yes" : "no",
    writeStatement(item.statement).text,
    item.keyText,
    item.accepted.map(({ keyText }) => keyText).join(" | "),
    item.feedback.map(({ mistake, answerText }) => `${mistake}: ${answerText}`).join(" | "),
  ];
}
