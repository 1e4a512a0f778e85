import type { TensorName } from "@/lib/derivation";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { coordinatesOf } from "@/lib/tensor";
import { signed } from "./signed";
import { tensorNamed } from "./tensors";
import { cellKey } from "./types";

const RESULTS: readonly TensorName[] = ["y", "dx", "dw", "db"];

/** Every result of a question that has come only so far, as its cells are written. */
export function valuesSoFar(draft: QuestionDraft): Record<string, string> {
  const question = questionFrom(draft);
  const solution = solve(question);
  const written: Record<string, string> = {};
  for (const name of RESULTS) {
    const tensor = tensorNamed(question, solution, name);
    for (const [offset, value] of tensor?.data?.entries() ?? []) {
      written[cellKey(name, coordinatesOf(tensor?.shape ?? [], offset))] = signed(value);
    }
  }
  return written;
}
