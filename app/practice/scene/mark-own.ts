import { readCount, readSizes, valueOf } from "@/lib/answer/check";
import { type OwnQuestion, acceptsOwn } from "@/lib/exercises";
import type { AnswerSpec, CellMark, Outcome, Typed } from "../types";

const NOTHING = { diagnoses: [], marks: [] } as const;

/** What is said of an answer to a question that only exercises ask. */
export function markOwn(question: OwnQuestion, spec: AnswerSpec, typed: Typed): Outcome {
  if (spec.kind === "spot") return markSpot(question, typed);
  if (spec.kind === "unknowns") return markUnknowns(question, typed);
  const sizes = readSizes(typed.cells[0] ?? "");
  if (sizes.kind === "unreadable") return unreadable(sizes.message);
  return verdict(acceptsOwn(question, sizes.value));
}

function markUnknowns(question: OwnQuestion, { cells }: Typed): Outcome {
  const readings = cells.map((cell) => readCount(cell));
  const problem = readings.find((reading) => reading.kind === "unreadable");
  if (problem?.kind === "unreadable") {
    const marks: CellMark[] = readings.map(({ kind }) =>
      kind === "value" ? "blank" : "unreadable",
    );
    return { ...unreadable(problem.message), marks };
  }
  const values = readings.flatMap((reading) =>
    reading.kind === "value" ? [valueOf(reading.value) ?? Number.NaN] : [],
  );
  return verdict(acceptsOwn(question, values));
}

function markSpot(question: OwnQuestion, { cells }: Typed): Outcome {
  const [line = "", mistake = ""] = cells;
  if (line === "" || mistake === "") return unreadable("Choose a line, and what went wrong in it.");
  return verdict(acceptsOwn(question, { at: line.split(",").map(Number), mistake }));
}

function unreadable(message: string): Outcome {
  return { verdict: "invalid", score: 0, says: `${message} Nothing was marked.`, ...NOTHING };
}

function verdict(isRight: boolean): Outcome {
  return isRight
    ? { verdict: "correct", score: 1, says: "That is right.", ...NOTHING }
    : { verdict: "incorrect", score: 0, says: "That is not it.", ...NOTHING };
}
