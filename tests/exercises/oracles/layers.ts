import { type Json, flat, image, input, times } from "./question";
import { convWeightGradient, convForward } from "./conv";

function rowsOf(question: Json, name: string): number[][] {
  return image(input(question, name))[0]![0]!;
}

export function relu(question: Json): number[] {
  return flat(rowsOf(question, "x")).map((value) => (value > 0 ? value : 0));
}

export function reluGradient(question: Json): number[] {
  const g = question.dy?.data ?? [];
  return flat(rowsOf(question, "x")).map((value, at) => (value > 0 ? (g[at] ?? 0) : 0));
}

function probabilities(row: readonly number[]): number[] {
  const powers = row.map((value) => Math.exp(value));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

export function softmax(question: Json): number[] {
  return flat(rowsOf(question, "x").map(probabilities));
}

export function crossEntropy(question: Json): number[] {
  const target = input(question, "target").data ?? [];
  const losses = rowsOf(question, "x").map(
    (row, n) => -Math.log(probabilities(row)[target[n] ?? 0] ?? 0),
  );
  return [losses.reduce((sum, loss) => sum + loss, 0) / losses.length];
}

export function crossEntropyGradient(question: Json): number[] {
  const target = input(question, "target").data ?? [];
  const rows = rowsOf(question, "x");
  return flat(
    rows.map((row, n) =>
      probabilities(row).map((p, k) => (p - (k === target[n] ? 1 : 0)) / rows.length),
    ),
  );
}

export function mseGradient(question: Json): number[] {
  const [x, t] = [flat(rowsOf(question, "x")), flat(rowsOf(question, "target"))];
  return x.map((value, at) => (2 * (value - (t[at] ?? 0))) / x.length);
}

export function linear(question: Json): number[] {
  const [w, b] = [rowsOf(question, "w"), input(question, "b").data ?? []];
  return flat(
    rowsOf(question, "x").map((x) =>
      w.map((weights, o) =>
        weights.reduce((sum, weight, k) => sum + weight * (x[k] ?? 0), b[o] ?? 0),
      ),
    ),
  );
}

export function linearInputGradient(question: Json): number[] {
  const w = rowsOf(question, "w");
  const g = image(question.dy ?? { shape: [] })[0]![0]!;
  return flat(
    g.map((row) =>
      times(w[0]!.length, (k) => row.reduce((sum, one, o) => sum + one * (w[o]?.[k] ?? 0), 0)),
    ),
  );
}

/** Convolution, then ReLU: the kernel's gradient for the gradient behind ReLU. */
export function chainGradient(question: Json): number[] {
  const { x, "conv1.w": w } = question.inputs ?? {};
  if (!x || !w || !question.dy) throw new Error("The chain lacks x, its kernel or its gradient.");
  const before = convForward({ op: "conv2d", inputs: { x, w } });
  const dy = {
    shape: question.dy.shape,
    data: (question.dy.data ?? []).map((value, at) => ((before[at] ?? 0) > 0 ? value : 0)),
  };
  return convWeightGradient({ op: "conv2d", inputs: { x, w }, dy });
}
