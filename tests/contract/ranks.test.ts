import { beforeAll, describe, expect, it } from "vitest";
import { type SolutionAnswer, askAll, solutionIn, PATIENCE } from "./command";

interface Row {
  readonly law: string;
  readonly question: { readonly op: string } & Readonly<Record<string, unknown>>;
  readonly y: readonly number[];
  readonly grads: Readonly<Record<string, readonly number[]>>;
}

const plane = filled(4, 4);
const image = filled(2, 4, 4);
const batch = filled(3, 2, 4, 4);
const pool = { kernel: 2 };

const ROWS: readonly Row[] = [
  row("one kernel on one plane gives a plane", "conv2d", { x: plane, w: filled(2, 2) }, [3, 3]),
  row(
    "several filters on one plane give C×H×W",
    "conv2d",
    { x: plane, w: filled(5, 1, 2, 2), b: filled(5) },
    [5, 3, 3],
  ),
  row(
    "one filter on C×H×W gives one channel",
    "conv2d",
    { x: image, w: filled(2, 2, 2), b: filled(1) },
    [1, 3, 3],
  ),
  row("a bare number is a bias", "conv2d", { x: plane, w: filled(2, 2), b: 1 }, [3, 3]),
  row("filters on C×H×W give C×H×W", "conv2d", { x: image, w: filled(5, 2, 2, 2) }, [5, 3, 3]),
  row(
    "filters on a batch give a batch",
    "conv2d",
    { x: batch, w: filled(5, 2, 2, 2) },
    [3, 5, 3, 3],
  ),
  row(
    "a transposed kernel grows a plane",
    "conv_transpose2d",
    { x: plane, w: filled(2, 2) },
    [5, 5],
  ),
  row(
    "transposed weights of rank 3 are Cin×kH×kW",
    "conv_transpose2d",
    { x: image, w: filled(2, 2, 2) },
    [1, 5, 5],
  ),
  row("pooling keeps a plane a plane", "max_pool2d", { x: plane }, [2, 2], pool),
  row("pooling keeps C×H×W", "avg_pool2d", { x: image }, [2, 2, 2], pool),
  row("global pooling keeps 1×1 of a plane", "global_avg_pool2d", { x: plane }, [1, 1]),
  row("global pooling keeps 1×1 of C×H×W", "global_max_pool2d", { x: image }, [2, 1, 1]),
  row("global pooling keeps 1×1 of a batch", "global_avg_pool2d", { x: batch }, [3, 2, 1, 1]),
  row("linear reads rank 2 as N×features", "linear", { x: filled(3, 4), w: filled(2, 4) }, [3, 2]),
  row("linear reads rank 1 as one example", "linear", { x: filled(4), w: filled(2, 4) }, [2]),
  row("relu keeps any shape", "relu", { x: filled(2, 3, 5) }, [2, 3, 5]),
  row("softmax keeps any shape", "softmax", { x: filled(7) }, [7]),
  row("a loss is a scalar", "mse_loss", { x: plane, target: plane }, []),
  row("cross entropy reads N×C", "cross_entropy", { x: filled(3, 4), target: [0, 3, 1] }, []),
  row("cross entropy reads one example", "cross_entropy", { x: filled(4), target: 2 }, []),
  row("gram of a batch is N×C×C", "gram", { x: batch }, [3, 2, 2]),
  row("gram of one image is C×C", "gram", { x: image }, [2, 2]),
  row(
    "batch norm of C×H×W is one of a batch of 1",
    "batch_norm_train",
    { x: image, gamma: [1, 2], beta: [0, 0] },
    [2, 4, 4],
  ),
];

const answers: SolutionAnswer[] = [];
beforeAll(async () => {
  const lines = await askAll(ROWS.map(({ question }) => question));
  answers.push(...lines.map(solutionIn));
}, PATIENCE);

describe("results have the rank of the input that they go with", () => {
  it.each(ROWS.map((one, index) => ({ ...one, index })))("$law", ({ index, y, grads }) => {
    const answer = answers[index];
    expect(answer?.y?.shape).toEqual(y);
    expect(answer?.shapes.y).toEqual(y);
    for (const [name, shape] of Object.entries(grads)) {
      expect(answer?.grads?.[name]?.shape).toEqual(shape);
      expect(answer?.shapes[`grads.${name}`]).toEqual(shape);
    }
    expect(Object.keys(answer?.grads ?? {})).toEqual(Object.keys(grads));
  });
});

function row(
  law: string,
  op: string,
  inputs: Readonly<Record<string, unknown>>,
  y: readonly number[],
  params: Readonly<Record<string, unknown>> = {},
): Row {
  const learned = Object.entries(inputs).filter(([name]) => name !== "target");
  const grads = Object.fromEntries(learned.map(([name, value]) => [name, shapeOf(value)]));
  return { law, question: { op, params, inputs }, y, grads };
}

/** Nested arrays of this shape holding 1, 2, 3 … */
function filled(...shape: number[]): unknown {
  let next = 0;
  const build = ([size, ...rest]: number[]): unknown =>
    size === undefined ? (next += 1) : Array.from({ length: size }, () => build(rest));
  return build(shape);
}

function shapeOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : [];
}
