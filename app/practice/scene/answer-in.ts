import type { AnswerJson, Check } from "@/lib/answer/check";
import type { Spotted } from "@/lib/exercises";
import type { AnswerSpec, CellMark, Typed } from "../types";
import { nestedCells } from "./nested-cells";

/** What is typed, as the check reads it: a tensor's cells, the unknowns, the line and its mistake, or a text. */
export function answerIn(spec: AnswerSpec, typed: Typed): AnswerJson {
  switch (spec.kind) {
    case "grid":
      return nestedCells(typed);
    case "line":
      return typed.cells[0] ?? "";
    case "unknowns":
      return typed.cells.length === 1 ? (typed.cells[0] ?? "") : typed.cells;
    case "spot":
      return spottedIn(typed.cells);
  }
}

/** Whether a form of two choices lacks one of them. */
export function isHalfChosen(spec: AnswerSpec, { cells }: Typed): boolean {
  return spec.kind === "spot" && cells.includes("");
}

/** A choice is still missing. */
export const NOT_CHOSEN: Check = {
  verdict: "invalid",
  score: 0,
  cells: [],
  diagnosis: [],
  unreadable: {
    kind: "unreadable",
    code: "EMPTY",
    at: 0,
    message: "Choose a line, and what went wrong in it.",
  },
};

/** Marks for the line that was chosen, and for what was done in it. */
export function spotMarks(key: Spotted, { cells }: Typed): readonly CellMark[] {
  const { at, mistake } = spottedIn(cells);
  return [at.join() === key.at.join(), mistake === key.mistake].map((isRight) =>
    isRight ? "correct" : "incorrect",
  );
}

/** What is said of half an answer. */
export function halfSpotted([line]: readonly CellMark[]): string {
  return line === "correct"
    ? "The line is right; something else was done in it."
    : "That is what was done, but not in this line first.";
}

function spottedIn([line = "", mistake = ""]: readonly string[]): Spotted {
  return { at: line === "" ? [] : line.split(",").map(Number), mistake };
}
