import { remedyFor } from "@/content/remedies";
import { type Check, checkAnswer } from "@/lib/answer/check";
import { type AnyQuestion, kindsOf } from "@/lib/exercises";
import { checkOwn } from "@/lib/exercises/check";
import { isOwnJson, parseOwnQuestion } from "@/lib/exercises/schema";
import type { Diagnosis } from "@/lib/mistakes";
import { KernelError } from "@/lib/tensor";
import type { Command } from "commander";
import { questionFromJson } from "./answer";
import { type Answer, attempt } from "./attempt";
import { checkChainJson, isChainJson } from "./chain";
import { answerLines, answerOne } from "./each-line";

interface Flags {
  readonly jsonl?: boolean;
}

/** `check [FILE]`: a question, what is asked of it and an answer in; the verdict and the diagnosis out. */
export function addCheck(program: Command, finish: (code: number) => void): void {
  program
    .command("check")
    .description("mark an answer cell by cell, and name the mistakes that give it")
    .argument("[file]", 'JSON with "question", "ask" and "answer"; stdin where it is left out')
    .option("--jsonl", "one answer to check a line, one verdict a line")
    .action(async (file: string | undefined, { jsonl = false }: Flags) => {
      const failed = await (jsonl ? answerLines : answerOne)(file, checkJson);
      finish(failed ? 1 : 0);
    });
}

/** The verdict on an answer in JSON, or an error object. */
function checkJson(json: unknown): Answer {
  return attempt(
    () => checked(json),
    ({ verdict }) => verdict === "correct",
  );
}

function checked(json: unknown) {
  const parts = partsOf(json);
  const { question, ask, answer } = parts;
  if (isChainJson(question) || parts.answers !== undefined) return checkChainJson(parts);
  if (typeof ask !== "string") {
    throw new KernelError(
      "ERR_INPUT",
      'ask is missing; write what is asked, such as "y", "grads.w", "shapes.y" or "params".',
    );
  }
  if (isOwnJson(question)) {
    const own = parseOwnQuestion(question);
    return checkToJson(checkOwn(own, answer), ask, own);
  }
  const asked = questionFromJson(question);
  const given = statesLayout(question) ? { isLayoutFixed: true } : {};
  return checkToJson(checkAnswer(asked, ask, answer, given), ask, asked);
}

function partsOf(json: unknown): {
  question?: unknown;
  ask?: unknown;
  answer?: unknown;
  answers?: unknown;
} {
  if (typeof json === "object" && json !== null && "question" in json) return json;
  throw new KernelError(
    "ERR_INPUT",
    'question is missing; write {"question": {..}, "ask": "y", "answer": ..}.',
  );
}

/** A question that states its layout wants shapes in that layout. */
function statesLayout(question: unknown): boolean {
  if (typeof question !== "object" || question === null || !("conventions" in question))
    return false;
  const { conventions } = question;
  return typeof conventions === "object" && conventions !== null && "layout" in conventions;
}

function checkToJson(
  { verdict, score, cells, diagnosis, convention, unreadable }: Check,
  ask: string,
  question: AnyQuestion,
) {
  return {
    verdict,
    score,
    cells,
    diagnosis: diagnosis.map(({ mistake, ids, cells: at }) => ({
      mistake,
      cells: at,
      text: textOf(ids, ask, question),
    })),
    ...(convention === undefined ? {} : { convention }),
    ...(unreadable
      ? { code: unreadable.code, position: unreadable.at, message: unreadable.message }
      : {}),
  };
}

/** What each mistake is called where this is asked, in a sentence. */
function textOf(ids: Diagnosis["ids"], ask: string, question: AnyQuestion): string {
  const titles = ids.map((id) => `${remedyFor(id, ask, ...kindsOf(question)).title}.`);
  return titles.length > 1
    ? `${titles.join(" ")} Both together give your numbers.`
    : titles.join("");
}
