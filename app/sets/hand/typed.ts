import type { OperandName, ParamField } from "../../check/form";
import { type Entry, type QuestionData, entryOf } from "../data";

/** Settings that are words in the file too. */
const WORDS = new Set(["same", "valid", "sum", "overwrite"]);

/** Whether some of a question by hand stands there as it was typed, and not yet as a file writes it. */
export function isTyped(own: unknown): boolean {
  if (typeof own === "string") return true;
  const { params, inputs, dy } = entryOf(own);
  const values = [...Object.values(entryOf(inputs)), dy];
  const settings = Object.values(entryOf(params));
  return (
    values.some((value) => typeof value === "string") ||
    settings.some((value) => typeof value === "string" && !WORDS.has(value))
  );
}

/** The question by hand with a tensor typed over; without it where nothing is typed. */
export function withOperand(own: unknown, name: OperandName, text: string): Entry {
  const question = entryOf(own);
  if (name === "dy") return without(question, "dy", text);
  return { ...question, inputs: without(entryOf(question["inputs"]), name, text) };
}

/** The question by hand with a setting typed over; without it where nothing is typed. */
export function withParam(own: unknown, name: ParamField, text: string): Entry {
  const question = entryOf(own);
  const { pad, ...params } = entryOf(question["params"]);
  const others = name === "padding" || pad === undefined ? params : { ...params, pad };
  return { ...question, params: without(others, name, text) };
}

function without(entry: Entry, name: string, text: string): Entry {
  const { [name]: _former, ...others } = entry;
  return text === "" ? others : { ...others, [name]: text };
}

/** A question drawn no more, but by hand; what draws it is taken away, since its numbers are there now. */
export function byHand(question: QuestionData, own: unknown): QuestionData {
  const { pinned: _pinned, count: _count, same_for_all: _shared, ...others } = question;
  return { ...others, type: question.type, question: own };
}

/** A question by hand drawn again. */
export function drawnAgain(question: QuestionData): QuestionData {
  const { question: _own, ask: _ask, ...others } = question;
  return { ...others, type: question.type };
}
