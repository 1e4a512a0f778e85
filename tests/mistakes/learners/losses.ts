import type { Examiner, Slips } from "../learner";
import { columns, rounded, rows, softmaxRows, sum } from "./matrices";

export const softmaxForward: Examiner = (r) => {
  const x = rows(r, r.int(2, 3), r.int(2, 4), 3);
  const down = r.chance(0.3);
  return {
    op: "softmax",
    ask: "y",
    question: { op: "softmax", params: down ? { axis: 0 } : {}, inputs: { x } },
    mistakes: ["NOT_NORMALISED", "WRONG_AXIS"],
    answer: (slips) => {
      const y = softmaxRows(down ? columns(x) : x, slips);
      return (down ? columns(y) : y).map((row) => row.map(rounded));
    },
  };
};

/** The gradient by a row's logits: the Jacobian y_i·([i = j] − y_j) written out, times the gradient. */
function throughSoftmax(y: readonly number[], g: readonly number[], slips: Slips): number[] {
  return y.map((yi, i) => {
    if (slips.has("FACTOR_FORGOTTEN")) return yi * (g[i] ?? 0);
    return sum(y.map((yj, j) => (g[j] ?? 0) * yi * ((i === j ? 1 : 0) - yj)));
  });
}

export const softmaxGradient: Examiner = (r) => {
  const [N, C] = [r.int(2, 3), r.int(2, 4)];
  const [x, dy] = [rows(r, N, C, 3), rows(r, N, C, 5)];
  return {
    op: "softmax",
    ask: "grads.x",
    question: { op: "softmax", inputs: { x }, dy },
    mistakes: ["WRONG_AXIS", "FACTOR_FORGOTTEN"],
    answer: (slips) => {
      const turned = slips.has("WRONG_AXIS");
      const [y, g] = turned
        ? [columns(softmaxRows(x, slips)), columns(dy)]
        : [softmaxRows(x, slips), dy];
      const gradient = y.map((row, n) => throughSoftmax(row, g[n] ?? [], slips).map(rounded));
      return turned ? columns(gradient) : gradient;
    },
  };
};

export const crossEntropyForward: Examiner = (r) => {
  const [N, C] = [r.int(2, 4), r.int(2, 4)];
  const x = rows(r, N, C, 3);
  const target = Array.from({ length: N }, () => r.int(0, C - 1));
  return {
    op: "cross_entropy",
    ask: "y",
    question: { op: "cross_entropy", inputs: { x, target } },
    mistakes: ["FACTOR_FORGOTTEN", "WRONG_AXIS", "NOT_NORMALISED"],
    answer: (slips) => {
      const losses = softmaxRows(x, slips).map((row, n) => -Math.log(row[target[n] ?? 0] ?? 1));
      return rounded(sum(losses) / (slips.has("FACTOR_FORGOTTEN") ? 1 : N));
    },
  };
};

export const crossEntropyGradient: Examiner = (r) => {
  const [N, C] = [r.int(2, 4), r.int(2, 4)];
  const x = rows(r, N, C, 3);
  const target = Array.from({ length: N }, () => r.int(0, C - 1));
  return {
    op: "cross_entropy",
    ask: "grads.x",
    question: { op: "cross_entropy", inputs: { x, target } },
    mistakes: ["FACTOR_FORGOTTEN", "WRONG_AXIS", "NOT_NORMALISED"],
    answer: (slips) =>
      softmaxRows(x, slips).map((row, n) =>
        row.map((p, c) =>
          rounded((p - (target[n] === c ? 1 : 0)) / (slips.has("FACTOR_FORGOTTEN") ? 1 : N)),
        ),
      ),
  };
};

export const mseForward: Examiner = (r) => {
  const [N, F] = [r.int(2, 3), r.int(2, 4)];
  const [x, target] = [rows(r, N, F, 9), rows(r, N, F, 9)];
  return {
    op: "mse_loss",
    ask: "y",
    question: { op: "mse_loss", inputs: { x, target } },
    mistakes: ["FACTOR_FORGOTTEN"],
    answer: (slips) => {
      const squares = x.flatMap((row, n) =>
        row.map((one, f) => (one - (target[n]?.[f] ?? 0)) ** 2),
      );
      return sum(squares) / (slips.has("FACTOR_FORGOTTEN") ? 1 : N * F);
    },
  };
};

export const mseGradient: Examiner = (r) => {
  const [N, F] = [r.int(2, 3), r.int(2, 4)];
  const [x, target] = [rows(r, N, F, 9), rows(r, N, F, 9)];
  return {
    op: "mse_loss",
    ask: "grads.x",
    question: { op: "mse_loss", inputs: { x, target } },
    mistakes: ["FACTOR_FORGOTTEN"],
    answer: (slips) =>
      x.map((row, n) =>
        row.map(
          (value, f) =>
            ((slips.has("FACTOR_FORGOTTEN") ? 1 : 2) * (value - (target[n]?.[f] ?? 0))) / (N * F),
        ),
      ),
  };
};
