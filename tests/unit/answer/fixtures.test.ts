import { describe, expect, it } from "vitest";
import { type Asked, checkAnswer, mark } from "@/lib/answer/check";
import { DEFAULT_CONVENTIONS, type Question } from "@/lib/question";
import { type Tensor, coordinatesOf, toNested } from "@/lib/tensor";
import { type TorchCase, torchCases } from "../../fixtures/load";

const cases = torchCases().filter((one) => !readsPlaneAsRows(one));

/** Without gamma and beta a question reads rank 2 as one plane H×W, where PyTorch reads N×C. */
function readsPlaneAsRows({ op, inputs }: TorchCase): boolean {
  return op === "batch_norm_train" && inputs.x.shape.length === 2 && !inputs.gamma;
}

function questionOf({ op, params, inputs, dy }: TorchCase): Question {
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([, operand]) => operand !== undefined),
  );
  const kept = Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined),
  );
  return {
    op,
    params: kept,
    inputs: given,
    ...(dy ? { dy } : {}),
    conventions: DEFAULT_CONVENTIONS,
    dtype: "float32",
  };
}

function tensorsOf({ y, grads }: TorchCase): [ask: string, tensor: Tensor][] {
  const gradients = Object.entries(grads).flatMap(([name, one]): [string, Tensor][] =>
    one ? [[`grads.${name}`, one]] : [],
  );
  return [["y", y], ...gradients];
}

function rounded({ shape, data }: Tensor): Tensor {
  return { shape, data: data.map((value) => Number(value.toFixed(4))) };
}

/** As NumPy and PyTorch print: nested lists with four decimals each. */
function printed({ shape, data }: Tensor): string {
  const digits = Array.from(data, (value) => value.toFixed(4));
  let next = 0;
  const print = (depth: number): string =>
    depth === shape.length
      ? (digits[next++] ?? "")
      : `[${Array.from({ length: shape[depth] ?? 0 }, () => print(depth + 1)).join(", ")}]`;
  return `tensor(${print(0)}, dtype=torch.float64)`;
}

function verdictOf(question: Asked, ask: string, answer: unknown): string {
  return checkAnswer(question, ask, answer).verdict;
}

describe.each(cases.map((one) => [one.id, one] as const))("%s", (_, one) => {
  const question = questionOf(one);

  it.each(tensorsOf(one))(
    "%s is right with all digits, with four decimals and as it is printed",
    (ask, tensor) => {
      expect(verdictOf(question, ask, toNested(tensor))).toBe("correct");
      expect(verdictOf(question, ask, toNested(rounded(tensor)))).toBe("correct");
      if (tensor.data.length <= 1000)
        expect(verdictOf(question, ask, printed(tensor))).toBe("correct");
    },
  );

  it.each(tensorsOf(one))(
    "one more in the fourth decimal of a cell of %s is told, and only that cell",
    (_ask, tensor) => {
      const { shape, data } = tensor;
      const offset = Math.floor(data.length / 2);
      const slipped = data.map((value, at) => (at === offset ? value + 0.0002 : value));
      const given = { shape, cells: Array.from(slipped, (value) => asTyped(value)) };
      const { cells } = mark({ kind: "tensor", tensor }, given);
      expect(cells).toEqual([{ at: coordinatesOf(shape, offset), verdict: "incorrect" }]);
    },
  );
});

/** A number as it is typed with four decimals. */
function asTyped(value: number) {
  const shown = value.toFixed(4);
  const digits = shown.replace(/^-?0*\.?0*/, "").replace(".", "").length;
  return { value: Number(shown), form: "decimal" as const, place: -4, digits, shown };
}
