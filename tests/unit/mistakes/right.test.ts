import { describe, expect, it } from "vitest";
import { type AskName, explain, predictorFor } from "@/lib/mistakes";
import { type Question, DEFAULT_CONVENTIONS, counts } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";
import { type TorchCase, torchCases } from "@/tests/fixtures/load";

/** What a case says of every ask that mistakes are known for. */
function answersOf(torch: TorchCase): [AskName, Tensor][] {
  const asks: [AskName, Tensor | undefined][] = [
    ["y", torch.y],
    ["indices", torch.indices],
    ["grads.x", torch.grads.x],
    ["grads.w", torch.grads.w],
    ["grads.b", torch.grads.b],
    ["grads.gamma", torch.grads.gamma],
    ["grads.beta", torch.grads.beta],
  ];
  return asks.flatMap(([ask, tensor]) => (tensor ? [[ask, tensor]] : []));
}

function questionOf({ op, params, inputs, dy }: TorchCase): Question {
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([, tensor]) => tensor !== undefined),
  );
  return {
    op,
    params: JSON.parse(JSON.stringify(params)) as Question["params"],
    inputs: given,
    ...(dy ? { dy } : {}),
    conventions: DEFAULT_CONVENTIONS,
    dtype: "float32",
  };
}

/** Rows of features that nothing tells from an image: a question reads rank 2 as one plane where γ and β are missing. */
function isAmbiguous({ op, inputs }: TorchCase): boolean {
  return op === "batch_norm_train" && inputs.x.shape.length === 2 && !inputs.gamma && !inputs.beta;
}

const CASES = torchCases()
  .filter((torch) => !isAmbiguous(torch))
  .flatMap((torch) =>
    answersOf(torch).map(([ask, key]) => ({
      id: `${torch.id} ${torch.op}`,
      ask,
      key,
      question: questionOf(torch),
    })),
  );

describe("without a mistake, the computation that mistakes change is PyTorch's", () => {
  it.each(CASES)("$id: $ask", ({ question, ask, key }) => {
    const right = predictorFor(question, ask)?.right;
    if (!right) return;
    const values: number[] = [];
    const [batch, channels, height, width] = right.shape;
    for (let n = 0; n < batch; n++)
      for (let c = 0; c < channels; c++)
        for (let h = 0; h < height; h++)
          for (let w = 0; w < width; w++) values.push(right.at(n, c, h, w));
    expect(values).toHaveLength(key.data.length);
    const apart = values.map((value, offset) => Math.abs(value - (key.data[offset] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(1e-9);
  });

  it("is known for most of them", () => {
    const known = CASES.filter(({ question, ask }) => predictorFor(question, ask) !== undefined);
    expect(known.length / CASES.length).toBeGreaterThan(0.85);
  });

  it.each(CASES)("the right answer is not diagnosed, $id: $ask", ({ question, ask, key }) => {
    expect(explain(question, ask, key)).toEqual([]);
  });

  it.each(CASES.filter(({ ask }) => ask === "y"))("shapes.y and params, $id", ({ question }) => {
    const { shapes, params, macs } = counts(question);
    expect(explain(question, "shapes.y", shapes.y ?? [])).toEqual([]);
    expect(explain(question, "params", params)).toEqual([]);
    expect(explain(question, "macs", macs)).toEqual([]);
  });
});
