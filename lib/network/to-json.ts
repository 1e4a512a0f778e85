import { type TensorJson, tensorToJson } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import type { NetworkSolution } from "./network";

/** A network's solution as the command line prints it. */
export function networkToJson({ y, values, grads, ...sizes }: NetworkSolution) {
  return {
    ...(y ? { y: tensorToJson(y) } : {}),
    ...(values ? { values: tensorsToJson(values) } : {}),
    ...(grads ? { grads: tensorsToJson(grads) } : {}),
    ...sizes,
  };
}

function tensorsToJson(tensors: Readonly<Record<string, Tensor>>): Record<string, TensorJson> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, one]) => [name, tensorToJson(one)]),
  );
}
