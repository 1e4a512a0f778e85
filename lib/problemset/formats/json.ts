import { answerToJson, writeStatement } from "@/lib/exercises";
import type { Item, SetDocument, Sheet } from "../document/document";
import type { Format } from "./format";
import { type ProblemJson, setFileJsonSchema } from "./json-schema";

/** One object a student and question, each on a line of its own, with the schema beside it. */
export const json: Format = {
  name: "json",
  title: "JSON",
  files: (document) => [
    { path: "json/problems.json", chunks: pieces(document) },
    { path: "json/problems.schema.json", chunks: [setFileJsonSchema()] },
  ],
};

function* pieces(document: SetDocument): Generator<string> {
  const { title, course, date, points } = document;
  const head = JSON.stringify({ title, course, date, points });
  yield `${head.slice(0, -1)},"problems":[`;
  let separator = "\n";
  for (const sheet of document.sheets()) {
    for (const item of sheet.items) {
      yield separator + JSON.stringify(problemJson(sheet, item));
      separator = ",\n";
    }
  }
  yield "\n]}\n";
}

function problemJson({ code, student }: Sheet, item: Item): ProblemJson {
  const { id, name, email, columns } = student;
  return {
    code,
    student: { id, name, email, columns },
    number: item.number,
    title: item.title,
    type: item.type,
    version: item.version,
    level: item.level,
    seed: item.seed,
    conventions: item.conventions,
    points: item.points,
    void: item.isVoid,
    statement: writeStatement(item.statement),
    question: item.question,
    ask: item.ask,
    answer: item.answer,
    answer_text: item.keyText,
    accepted: item.accepted.map(({ conventions, key }) => ({
      conventions,
      answer: answerToJson(key),
    })),
    mistakes: item.feedback.map(({ mistake, answer, title }) => ({
      mistake,
      answer: answerToJson(answer),
      title,
    })),
  };
}
