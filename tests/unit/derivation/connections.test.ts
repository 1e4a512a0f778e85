import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Connection, type TensorName, connections } from "@/lib/derivation";
import { type Question, questionFrom, solve } from "@/lib/question";
import { coordinatesOf, offsetOf } from "@/lib/tensor";
import { convDrafts, transposedDrafts } from "./draft";

const BOTH = fc.oneof(convDrafts, transposedDrafts);
const RUNS = { seed: 77, numRuns: 60 };

/** Every cell of a tensor with its strands. */
function strandsOf(question: Question, tensor: TensorName, shape: readonly number[]) {
  const find = connections(question);
  const size = shape.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, offset) => find(tensor, coordinatesOf(shape, offset)));
}

function key({ input, weight, output }: Connection): string {
  return JSON.stringify([input, weight, output]);
}

describe("the strands of a convolution", () => {
  it("are the same whichever end holds them", () => {
    fc.assert(
      fc.property(BOTH, (draft) => {
        const question = questionFrom(draft);
        const { shapes } = solve(question);
        const held = (tensor: "x" | "w" | "y") =>
          strandsOf(question, tensor, shapes[tensor] ?? [])
            .flat()
            .filter(({ inside }) => inside)
            .map(key)
            .toSorted();
        expect(held("x")).toEqual(held("y"));
        expect(held("w")).toEqual(held("y"));
      }),
      RUNS,
    );
  });

  it("add up, input times weight, to the output less its bias", () => {
    fc.assert(
      fc.property(BOTH, (draft) => {
        const { b: _, ...inputs } = draft.inputs;
        const question = questionFrom({ ...draft, inputs });
        const { y, shapes } = solve(question);
        const { x, w } = question.inputs;
        const sums = strandsOf(question, "y", shapes.y ?? []).map((strands) =>
          strands
            .filter(({ inside }) => inside)
            .reduce((sum, { input, weight = [] }) => {
              const left = x?.data?.[offsetOf(x.shape, input)] ?? Number.NaN;
              const right = w?.data?.[offsetOf(w.shape, weight)] ?? Number.NaN;
              return sum + left * right;
            }, 0),
        );
        expect(sums.map((sum) => sum + 0)).toEqual([...(y?.data ?? [])].map((value) => value + 0));
      }),
      RUNS,
    );
  });
});

describe("a cell's strands in the coordinates of the question", () => {
  const question = questionFrom({
    op: "conv2d",
    params: { padding: 1, stride: 2 },
    inputs: { x: { shape: [3, 3] }, w: { shape: [2, 2] } },
  });

  it.each([
    [
      "y",
      [0, 0],
      ["[-1,-1]·[0,0] padding", "[-1,0]·[0,1] padding", "[0,-1]·[1,0] padding", "[0,0]·[1,1]"],
    ],
    ["x", [0, 0], ["[0,0]·[1,1]"]],
    ["x", [1, 2], ["[1,2]·[0,1]"]],
    ["dx", [2, 2], ["[2,2]·[1,1]"]],
  ] as const)("%s at %j", (tensor, at, expected) => {
    expect(
      connections(question)(tensor, at).map(
        ({ input, weight, inside }) =>
          `${JSON.stringify(input)}·${JSON.stringify(weight)}${inside ? "" : " padding"}`,
      ),
    ).toEqual(expected);
  });
});

describe("pooling has strands without weights", () => {
  it.each([
    [
      "max_pool2d",
      { kernel: 2 },
      [0, 1],
      [
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
      ],
    ],
    [
      "avg_pool2d",
      { kernel: 3, stride: 1 },
      [1, 1],
      [
        [1, 1],
        [1, 2],
        [1, 3],
        [2, 1],
        [2, 2],
        [2, 3],
        [3, 1],
        [3, 2],
        [3, 3],
      ],
    ],
    [
      "adaptive_avg_pool2d",
      { output_size: [3, 2] },
      [1, 0],
      [
        [1, 0],
        [1, 1],
        [2, 0],
        [2, 1],
      ],
    ],
  ] as const)("%s with %j: output %j", (op, params, at, inputs) => {
    const question = questionFrom({ op, params, inputs: { x: { shape: [4, 4] } } });
    expect(connections(question)("y", at).map(({ input }) => input)).toEqual(inputs);
    for (const input of inputs) {
      const back = connections(question)("x", input).map(({ output }) => output);
      expect(back).toContainEqual([...at]);
    }
  });

  it("reaches the whole plane where pooling is global", () => {
    const question = questionFrom({ op: "global_max_pool2d", inputs: { x: { shape: [2, 3, 3] } } });
    expect(connections(question)("y", [1, 0, 0])).toHaveLength(9);
  });

  it("has none for an operation without windows", () => {
    const question = questionFrom({ op: "relu", inputs: { x: { shape: [2, 2] } } });
    expect(connections(question)("y", [0, 0])).toEqual([]);
  });
});
