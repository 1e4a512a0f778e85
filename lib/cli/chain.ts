import { type ChainCheck, type ChainMark, checkChain } from "@/lib/answer/chain";
import { remedyFor } from "@/content/remedies";
import { networkToJson, solveNetwork } from "@/lib/network";
import { type ChainQuestion, chainValues, withDrawnValues } from "@/lib/network/chain";
import { parseChain } from "@/lib/network/chain/schema";
import { type TensorJson, tensorToJson } from "@/lib/question";
import { KernelError } from "@/lib/tensor";

/** Whether a network in JSON is one with a loss, drawn numbers or several backward passes. */
export function isChainJson(json: unknown): boolean {
  return (
    typeof json === "object" &&
    json !== null &&
    "op" in json &&
    json.op === "network" &&
    ["loss", "seed", "backward"].some((key) => key in json)
  );
}

/** A chain solved: its counts, every layer's output, the loss, and every gradient. @throws KernelError as `chainValues` */
export function solveChain(json: unknown) {
  const question = withDrawnValues(parseChain(json));
  const values = chainValues(question);
  const of = (direction: "forward" | "backward") =>
    values.filter((value) => value.direction === direction);
  const outputs = of("forward").filter(({ key }) => key !== "loss");
  const loss = values.find(({ key }) => key === "loss");
  const last = outputs.at(-1);
  const sizes = networkToJson(countsOf(question));
  return {
    ...(last ? { y: tensorToJson(last.tensor) } : {}),
    ...(loss ? { loss: tensorToJson(loss.tensor) } : {}),
    values: byName(outputs, (key) => key.replace(/\.y$/, "")),
    grads: byName(of("backward"), (key) => key.replace(/^grads\./, "")),
    ...sizes,
  };
}

function countsOf({ op, layers, inputs, conventions, dtype }: ChainQuestion) {
  const sizes = Object.entries(inputs).map(([key, { shape }]) => [key, { shape }] as const);
  return solveNetwork({ op, layers, inputs: Object.fromEntries(sizes), conventions, dtype });
}

function byName(
  values: ReturnType<typeof chainValues>,
  nameOf: (key: string) => string,
): Record<string, TensorJson> {
  return Object.fromEntries(
    values.map(({ key, tensor }) => [nameOf(key), tensorToJson(tensor)] as const),
  );
}

/**
 * A reader's values of a chain, checked in the order of working.
 *
 * @param json {"question": chain, "answers": {"conv1.y": …}}, or one value as "ask" and "answer"
 * @throws KernelError as `checkChain`; ERR_INPUT where no answers are given
 */
export function checkChainJson(json: {
  readonly question?: unknown;
  readonly ask?: unknown;
  readonly answer?: unknown;
  readonly answers?: unknown;
}) {
  const answers =
    json.answers ?? (typeof json.ask === "string" ? { [json.ask]: json.answer } : undefined);
  if (typeof answers !== "object" || answers === null) {
    throw new KernelError(
      "ERR_INPUT",
      'answers is missing; write {"question": {..}, "answers": {"conv1.y": .., "grads.conv1.w": ..}}.',
    );
  }
  return chainCheckToJson(checkChain(parseChain(json.question), { ...answers }));
}

function chainCheckToJson({ marks, firstWrong }: ChainCheck) {
  const right = marks.filter(({ verdict }) => verdict === "correct").length;
  const isInvalid = marks.every(({ verdict }) => verdict === "invalid");
  const isRight = right === marks.length;
  return {
    verdict: isInvalid ? "invalid" : isRight ? "correct" : "incorrect",
    score: marks.length === 0 ? 0 : right / marks.length,
    ...(firstWrong === undefined ? {} : { first_wrong: firstWrong }),
    values: Object.fromEntries(marks.map((mark) => [mark.key, markToJson(mark)] as const)),
  };
}

function markToJson({ key, verdict, given, slip, check }: ChainMark) {
  const { cells, diagnosis, unreadable } = check;
  const wrong = verdict === "incorrect";
  return {
    verdict,
    ...(given.length > 0 ? { given } : {}),
    ...(wrong ? { cells } : {}),
    ...(slip ? { slip: slip.id } : {}),
    ...(wrong && !slip
      ? {
          diagnosis: diagnosis.map(({ mistake, ids, cells: at }) => ({
            mistake,
            cells: at,
            text: ids.map((id) => `${remedyFor(id, key).title}.`).join(" "),
          })),
        }
      : {}),
    ...(unreadable ? { message: unreadable.message } : {}),
  };
}
