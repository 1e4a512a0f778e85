import { tensorToJson } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { TorchCase } from "../fixtures/load";

/** A reference case as a question on the command line. */
export function asQuestion({ op, params, inputs, dy }: TorchCase) {
  const tensors = tensorsIn(inputs).map(([name, one]) => [name, tensorToJson(one)] as const);
  return {
    op,
    params,
    inputs: Object.fromEntries(tensors),
    ...(dy ? { dy: tensorToJson(dy) } : {}),
  };
}

/** The tensors that are there, by name. */
export function tensorsIn(named: TorchCase["grads"]): [string, Tensor][] {
  return Object.entries(named).flatMap(([name, one]) => (one ? [[name, one]] : []));
}
