import { ANSWER_WORDS } from "@/content/practice";
import { keyOf } from "@/lib/answer/check";
import { type Operand, type Question, INPUT_NAMES, counts, isTensorAsk } from "@/lib/question";
import { KernelError, sizeOf } from "@/lib/tensor";
import type { AnswerSpec } from "../../practice/types";
import { LABELS } from "../../scene/labels";
import type { Form } from "../form";
import { writeOperand } from "../question-form";
import { goesInFields } from "../typed-answer";
import { asksOf, labelOf, saysOf } from "./asks";
import { codesOf } from "./codes";
import { differencesOf } from "./differences";
import { drawn } from "./drawn";
import { markForm } from "./mark";
import { readForm } from "./read-form";
import { MOST_CELLS, specFor } from "./spec";
import type { Large } from "./large";
import type { HeldFiles, Result, Worked } from "./types";

/** Above so many products only what is asked is computed: no other conventions, no picture, no steps of all cells. */
export const MOST_WORK = 2_000_000;

/** Everything that the page shows of what was typed. */
export function work(
  form: Form,
  held: HeldFiles,
  marks: boolean,
  say: (words: string) => void,
): Worked {
  say("Reading the tensors");
  const { readAs, problems, waits, question, radii } = readForm(form, held);
  if (!question) return { readAs, problems, waits, result: null };
  try {
    say("Working it out");
    return { readAs, problems, waits, result: resultOf(form, question, radii, marks) };
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    return { readAs, problems: { all: error.message }, waits, result: null };
  }
}

function resultOf(
  form: Form,
  question: Question,
  radii: Parameters<typeof markForm>[5],
  marks: boolean,
): Result {
  const solution = counts(question);
  const operands = [...Object.values(question.inputs), ...(question.dy ? [question.dy] : [])];
  const hasValues = operands.every(({ data }) => data !== undefined);
  const asks = asksOf(question, solution, hasValues);
  const ask = asks.find((one) => one.ask === form.ask)?.ask ?? asks[0]?.ask ?? "shapes.y";
  const key = keyOf(question, ask);
  const tensor = key.kind === "tensor" ? key.tensor : null;
  // Sizes alone take no work, however large.
  const isSmall =
    !hasValues ||
    (solution.macs <= MOST_WORK &&
      operands.every(({ shape }) => sizeOf(shape) <= 65_536) &&
      (tensor?.data.length ?? 0) <= 65_536);
  const spec = specFor(question, ask, key);
  return {
    ask,
    asks,
    says: saysOf(key),
    text: tensor ? writeOperand(tensor) : saysOf(key),
    shape: tensor?.shape ?? null,
    ...(isSmall ? drawn(question, ask, form.at, tensor?.shape) : { picture: null, steps: [] }),
    large: hasValues ? largeOf(question, ask, tensor) : [],
    facts: asks
      .filter((one) => !isTensorAsk(one.ask) && !one.ask.endsWith(".values"))
      .map((one) => ({ label: one.label, value: saysOf(keyOf(question, one.ask)) })),
    differences: isSmall ? differencesOf(question, ask, key) : [],
    answer: spec,
    codes: operands.every(({ shape }) => sizeOf(shape) <= 4096 || !hasValues)
      ? codesOf(question, ask, key, isSmall)
      : [],
    canProve: tensor !== null && hasValues,
    isRounded: Object.keys(radii).length > 0,
    outcome:
      marks && form.answer.trim() !== ""
        ? markForm(
            question,
            ask,
            key,
            spec && goesInFields(form.answer) ? spec : LONG_ANSWER,
            form.answer,
            radii,
          )
        : null,
  };
}

const LONG_ANSWER: AnswerSpec = { kind: "line", ...ANSWER_WORDS.number };

/** The tensors of a question that are too large for cells. */
export function largeOf(question: Question, ask: string, asked: Operand | null): Large[] {
  const tensors = [
    ...INPUT_NAMES.map((name) => ({ title: LABELS[name].words, operand: question.inputs[name] })),
    { title: labelOf(ask, question.op), operand: asked ?? undefined },
  ];
  return tensors.flatMap(({ title, operand }) =>
    operand?.data && operand.data.length > MOST_CELLS
      ? [{ title, shape: operand.shape, data: operand.data }]
      : [],
  );
}
