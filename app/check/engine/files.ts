import { readOperandFile } from "@/lib/answer/operand";
import { DEFAULT_CONVENTIONS, type Operand, type Question, tensorToJson } from "@/lib/question";
import { parseQuestion } from "@/lib/question/schema";
import { KernelError } from "@/lib/tensor";
import { openChain } from "../chain/engine/files";
import { formFrom, writeOperand } from "../question-form";
import type { Form } from "../form";
import { readForm } from "./read-form";
import { textOfTyped, typedFrom } from "../typed-answer";
import type { HeldFiles, Opened } from "./types";

/** The most numbers of a file that go into a text field; more are held beside it. */
const MOST_IN_FIELD = 4096;

/** What a file holds that was dropped or chosen. */
export function openFile(name: string, bytes: Uint8Array): Opened {
  try {
    const whole = /\.json$/i.test(name) ? wholeFrom(bytes) : undefined;
    if (whole) return whole;
  } catch (error) {
    if (error instanceof KernelError) return { kind: "problem", message: error.message };
    throw error;
  }
  if (/\.(?:csv|tsv|txt)$/i.test(name)) {
    const reading = readOperandFile(name, bytes);
    return reading.kind === "value"
      ? { kind: "text", text: new TextDecoder().decode(bytes) }
      : { kind: "problem", message: reading.message };
  }
  const reading = readOperandFile(name, bytes);
  if (reading.kind === "unreadable") return { kind: "problem", message: reading.message };
  if (reading.value.kind === "question") return { kind: "problem", message: "" };
  const { shape, data } = reading.value.tensor;
  return data.length <= MOST_IN_FIELD
    ? { kind: "text", text: writeOperand({ shape, data }) }
    : { kind: "held", file: { name, shape, data } };
}

/** A question, or what `check` reads: a question with its ask and its answer. */
function wholeFrom(bytes: Uint8Array): Opened | undefined {
  const json = parsed(new TextDecoder().decode(bytes));
  if (typeof json !== "object" || json === null) return undefined;
  if (isChainJson(json)) return { kind: "chain", page: openChain(json, undefined) };
  if ("op" in json) return { kind: "form", form: formFrom(parseQuestion(json)) };
  if (!("question" in json)) return undefined;
  const { question } = json;
  if (isChainJson(question))
    return { kind: "chain", page: openChain(question, chainAnswers(json)) };
  const ask = "ask" in json && typeof json.ask === "string" ? json.ask : "y";
  const answer = "answer" in json ? answerText(json.answer) : "";
  return { kind: "form", form: formFrom(parseQuestion(question), ask, answer) };
}

function isChainJson(json: unknown): boolean {
  return typeof json === "object" && json !== null && "op" in json && json.op === "network";
}

/** All of a reader's values, or one by its ask. */
function chainAnswers(json: object): unknown {
  if ("answers" in json) return json.answers;
  return "ask" in json && typeof json.ask === "string" && "answer" in json
    ? { [json.ask]: json.answer }
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nested arrays as rows; a text as it is. */
function answerText(answer: unknown): string {
  if (!Array.isArray(answer)) return cellText(answer);
  const sizes: number[] = [];
  for (let part: unknown = answer; Array.isArray(part); part = part[0]) sizes.push(part.length);
  const cells = answer.flat(8).map(cellText);
  return textOfTyped({ shape: sizes, cells });
}

function cellText(cell: unknown): string {
  return typeof cell === "number" || typeof cell === "string" ? String(cell) : "";
}

/**
 * The contract's question as JSON, which `solve` reads; `whole` adds the ask and the answer, for `check`.
 *
 * @throws KernelError where there is no question yet
 */
export function saveForm(form: Form, held: HeldFiles, whole: boolean): string {
  const { question } = readForm(form, held);
  if (!question)
    throw new KernelError("ERR_INPUT", "There is no question to save yet: something is missing.");
  const json = questionJson(question);
  const answer = cellRows(form.answer);
  return `${JSON.stringify(whole ? { question: json, ask: form.ask, answer } : json, null, 1)}\n`;
}

function cellRows(text: string): unknown {
  // What was not typed cell by cell is kept as it was pasted.
  if (!/[,;]/.test(text) || /[\n[]/.test(text)) return text;
  const { cells, shape } = typedFrom(text, [1, 1]);
  const width = shape.at(-1) ?? 1;
  return Array.from({ length: cells.length / width }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
}

function questionJson({ op, params, inputs, dy, conventions, dtype }: Question) {
  const isUsual = JSON.stringify(conventions) === JSON.stringify(DEFAULT_CONVENTIONS);
  return {
    op,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, operand]) => [name, operandJson(operand)]),
    ),
    ...(dy ? { dy: operandJson(dy) } : {}),
    ...(isUsual ? {} : { conventions }),
    ...(dtype === "float32" ? {} : { dtype }),
  };
}

function operandJson({ shape, data }: Operand) {
  return data ? tensorToJson({ shape, data }) : { shape };
}
