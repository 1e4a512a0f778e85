import { type SetDocument, makeDocument, planSet } from "@/lib/problemset";
import { readRoster } from "@/lib/problemset/roster";
import { readSpec } from "@/lib/problemset/spec";
import Papa from "papaparse";
import { SECRET } from "../problemset/made";

/** A roster of so many students. */
export function rosterOf(students: number): string {
  const rows = Array.from({ length: students }, (_, at) => [
    `${1000 + at}`,
    `Student ${at + 1}`,
    "",
  ]);
  return Papa.unparse([["id", "name", "email"], ...rows]);
}

/** The set of a file and a roster, made with the tests' own secret. */
export function documentOf(set: string, roster: string): SetDocument {
  const spec = readSpec(set);
  const steps = planSet(spec, readRoster(new TextEncoder().encode(roster)), SECRET);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return makeDocument(spec, next.value);
}

/**
 * What a class of various strength answers: the weaker a student and the later the question, the more often what a
 * mistake gives, now and then nothing or what nobody can read; every seventeenth student is absent.
 */
export function answersOf(document: SetDocument): string {
  const rows = [...document.sheets()].flatMap(({ code, items }, student) => {
    if (student % 17 === 16) return [];
    return items.map((item, at) => {
      const chance = (student * 7 + at * 13 + student * at) % 20;
      const isRight = chance < 4 + (student % 12) + (10 - at) / 2;
      const wrong = item.feedback[(student + at) % Math.max(1, Math.min(3, item.feedback.length))];
      const slip = chance === 19 ? "see the back" : (wrong?.answerText ?? "");
      return [code, String(item.number), isRight ? item.keyText : slip];
    });
  });
  return Papa.unparse([["code", "question", "answer"], ...rows]);
}
