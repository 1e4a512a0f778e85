import type { OutputFile } from "../formats/format";
import type { Grade } from "./grade";
import { gradeToJson } from "./grade-json";
import { marksFile } from "./marks-file";
import { gradeReport } from "./report-file";

/** What is kept of a grade: the marks as a table, a report without names, and all of it as JSON. */
export function gradeFiles(
  grade: Grade,
): [marks: OutputFile, report: OutputFile, json: OutputFile] {
  return [marksFile(grade), gradeReport(grade), { path: "grade.json", chunks: json(grade) }];
}

function* json(grade: Grade): Generator<string> {
  yield `${JSON.stringify(gradeToJson(grade), null, 2)}\n`;
}
