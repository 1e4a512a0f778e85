import { parseChain } from "@/lib/network/chain/schema";
import type { ChainQuestion } from "@/lib/network/chain";
import { DEFAULT_CONVENTIONS, type Operand, tensorToJson } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { ChainForm, ChainPage, OwnValues } from "../form";
import { chainFormFrom } from "./form-from";
import { chainOf } from "./problem";

/**
 * The chain as JSON, which `solve` reads; with the reader's own values, which `check` reads.
 *
 * @throws KernelError where there is no chain yet
 */
export function saveChain(form: ChainForm, own: OwnValues | null): string {
  const question = chainJson(chainOf(form));
  const json = own ? { question, answers: own } : question;
  return `${JSON.stringify(json, null, 1)}\n`;
}

function chainJson(chain: ChainQuestion) {
  const { op, layers, inputs, loss, dy, seed, backward = 1, conventions, dtype } = chain;
  const isUsual = JSON.stringify(conventions) === JSON.stringify(DEFAULT_CONVENTIONS);
  return {
    op,
    layers,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, operand]) => [name, operandJson(operand)]),
    ),
    ...(loss ? { loss: { ...loss, target: operandJson(loss.target) } } : {}),
    ...(dy ? { dy: operandJson(dy) } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(backward === 1 ? {} : { backward }),
    ...(isUsual ? {} : { conventions }),
    ...(dtype === "float32" ? {} : { dtype }),
  };
}

function operandJson({ shape, data }: Operand) {
  return data ? tensorToJson({ shape, data }) : { shape };
}

/**
 * The form of a chain in a file, with the reader's own values where the file holds them.
 *
 * @throws KernelError that says what was read and what would fit
 */
export function openChain(question: unknown, answers: unknown): ChainPage {
  const form = chainFormFrom(parseChain(question));
  if (!form) {
    throw new KernelError(
      "ERR_INPUT",
      "This chain has a layer that is not built here, or a tensor of more than 4096 numbers; solve on the command line reads it.",
    );
  }
  return { form, own: ownIn(answers) };
}

function ownIn(json: unknown): Record<string, string> {
  if (typeof json !== "object" || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).map(([key, answer]: [string, unknown]) => [
      key,
      typeof answer === "string" ? answer : JSON.stringify(answer),
    ]),
  );
}
