import { type QuestionDraft, forward, questionFrom, solve } from "@/lib/question";
import { entriesOf } from "./entries";
import { type Rows, rowsOf } from "./planes";

/** Where the input stands after each step, first as it is given, and the score there. */
export interface Stop {
  readonly x: Rows;
  readonly score: number;
}

/** What is climbed: the objective J = S − λ·Σx², with S = Σ share·Y over the outputs of a convolution. */
export interface Hill {
  readonly weights: Rows;
  readonly share: Rows;
  readonly penalty: number;
}

/** The layer as a question: a convolution with stride 1 and no padding. */
export function layer(input: Rows, weights: Rows): QuestionDraft {
  return { op: "conv2d", inputs: { x: input, w: weights } };
}

/** ∂J/∂X = ∂S/∂X − 2λX. */
export function slopeAt(x: Rows, { weights, share, penalty }: Hill): number[][] {
  const { grads } = solve(questionFrom({ ...layer(x, weights), dy: share }));
  const ofScore = grads?.x ? rowsOf(grads.x) : [];
  return x.map((row, i) => row.map((value, j) => (ofScore[i]?.[j] ?? 0) - 2 * penalty * value + 0));
}

function scoreAt(x: Rows, { weights, share }: Hill): number {
  const { y } = forward(questionFrom(layer(x, weights)));
  return entriesOf(rowsOf(y)).reduce(
    (all, { row, column, value }) => all + value * (share[row]?.[column] ?? 0),
    0,
  );
}

/** So many steps of x ← x + rate·∂J/∂X; a negative rate descends. */
export function walk(input: Rows, hill: Hill, rate: number, steps: number): Stop[] {
  const stops: Stop[] = [{ x: input, score: scoreAt(input, hill) }];
  let x = input;
  for (let step = 0; step < steps; step++) {
    x = moved(x, slopeAt(x, hill), rate);
    stops.push({ x, score: scoreAt(x, hill) });
  }
  return stops;
}

function moved(x: Rows, slope: Rows, rate: number): Rows {
  return x.map((row, i) => row.map((value, j) => value + rate * (slope[i]?.[j] ?? 0)));
}
