import { readOperandFile } from "@/lib/answer/operand";
import { type QuestionJson, questionToJson } from "@/lib/exercises";
import { readQuestion, writeQuestion } from "@/lib/problemset/spec";
import { SetError } from "@/lib/problemset";
import { type ReadForm, readForm } from "../../check/engine/read-form";
import { writeOperand } from "../../check/question-form";
import { type Entry, type QuestionData, type SetData, entryOf } from "../data";
import { chosenIn, layerForm } from "../hand/form";
import { isTyped } from "../hand/typed";
import type { HandRead } from "./types";

/** The set with every question by hand as its file says it; what cannot be read stays as it was typed. */
export function withReadHands(set: SetData): SetData {
  if (!set.questions.some(({ question }) => isTyped(question))) return set;
  return { ...set, questions: set.questions.map((one) => withReadHand(set, one)) };
}

function withReadHand(set: SetData, question: QuestionData): QuestionData {
  const { question: own } = question;
  if (!isTyped(own)) return question;
  const read = typeof own === "string" ? readText(own) : readLayer(set, question);
  return read === undefined ? question : { ...question, question: read };
}

/** Undefined where the text is no question. */
function readText(text: string): unknown {
  try {
    const read = readQuestion(text);
    return typeof read === "object" && read !== null ? read : undefined;
  } catch (error) {
    if (error instanceof SetError) return undefined;
    throw error;
  }
}

/** Undefined where something is missing or does not fit. */
function readLayer(set: SetData, question: QuestionData): Entry | undefined {
  const read = formRead(set, question)?.question;
  if (!read) return undefined;
  const { conventions } = entryOf(question["question"]);
  const { conventions: _all, ...json } = questionToJson(read);
  return conventions === undefined ? json : { ...json, conventions };
}

function formRead(set: SetData, question: QuestionData): ReadForm | undefined {
  const own = entryOf(question["question"]);
  const form = layerForm(own);
  if (!form) return undefined;
  const conventions = chosenIn({
    ...entryOf(set["conventions"]),
    ...entryOf(question["conventions"]),
    ...entryOf(own["conventions"]),
  });
  return readForm({ ...form, conventions }, {});
}

/** How the fields of a question by hand were read; null for a drawn one. */
export function handRead(set: SetData, question: QuestionData): HandRead | null {
  const { question: own } = question;
  if (own === undefined) return null;
  const read = typeof own === "string" ? undefined : formRead(set, question);
  if (read) return { text: null, readAs: read.readAs, problems: read.problems };
  return { text: typeof own === "string" ? own : writeQuestion(own), readAs: {}, problems: {} };
}

/** What a drawn question is gone on with by hand: a layer's in its fields, any other as text. */
export function handFrom(json: QuestionJson, drawnUnder: Entry): unknown {
  const own = withoutThose(json, drawnUnder);
  return layerForm(own) ? own : writeQuestion(own);
}

/** The conventions that the set gives the question anyway go without saying. */
function withoutThose(json: QuestionJson, usual: Entry): Entry {
  const { conventions, ...others } = json;
  const own = Object.entries(entryOf(conventions)).filter(([name, one]) => usual[name] !== one);
  return own.length === 0 ? others : { ...others, conventions: Object.fromEntries(own) };
}

/** The tensor of a file as text. @throws SetError where it holds none */
export function tensorText(name: string, bytes: Uint8Array): string {
  const reading = readOperandFile(name, bytes);
  if (reading.kind === "unreadable") throw new SetError([{ message: reading.message }]);
  if (reading.value.kind === "question") {
    throw new SetError([{ message: `${name} holds a whole question, not one tensor.` }]);
  }
  return writeOperand(reading.value.tensor);
}
