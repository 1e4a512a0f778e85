import { beforeAll, describe, expect, it } from "vitest";
import { tensorToJson } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import { type TorchCase, torchCases } from "../fixtures/load";
import { asQuestion, tensorsIn } from "./questions";
import { type TensorAnswer, askAll, solutionIn, PATIENCE } from "./command";

const cases = torchCases().filter((one) => !readsPlaneAsRows(one));
let answers: readonly string[] = [];

beforeAll(async () => {
  answers = await askAll(cases.map(asQuestion));
}, PATIENCE);

describe("solve --jsonl answers every case as PyTorch does", () => {
  it("has more than a hundred of them", () => expect(cases.length).toBeGreaterThan(100));

  it.each(cases.map((one, index) => [one.id, index, one] as const))("%s", (_, index, wanted) => {
    const answer = solutionIn(answers[index] ?? "");
    expectClose(answer.y, wanted.y);
    if (wanted.indices) expect(answer.indices).toEqual(tensorToJson(wanted.indices));
    for (const [name, gradient] of tensorsIn(wanted.grads)) {
      expectClose(answer.grads?.[name], gradient);
    }
    expect(Object.keys(answer.grads ?? {}).toSorted()).toEqual(
      Object.keys(wanted.grads).toSorted(),
    );
  });
});

/** Without gamma and beta the contract reads rank 2 as one plane H×W, where PyTorch reads N×C. */
function readsPlaneAsRows({ op, inputs }: TorchCase): boolean {
  return op === "batch_norm_train" && inputs.x.shape.length === 2 && !inputs.gamma;
}

function expectClose(actual: TensorAnswer | undefined, wanted: Tensor): void {
  expect(actual?.shape).toEqual(wanted.shape);
  const scale = wanted.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  for (const [at, value] of wanted.data.entries()) {
    expect(Math.abs(Number(actual?.data[at]) - value)).toBeLessThanOrEqual(1e-10 * scale);
  }
}
