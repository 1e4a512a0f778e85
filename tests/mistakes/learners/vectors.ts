import { type Examiner, type Slips, make4 } from "../learner";
import type { Random } from "../random";

type Rows = number[][];

function rows(r: Random, N: number, F: number, largest: number): Rows {
  return Array.from({ length: N }, () => Array.from({ length: F }, () => r.int(-largest, largest)));
}

function columns(matrix: Rows): Rows {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function times(a: Rows, b: Rows): Rows {
  return a.map((row) =>
    columns(b).map((column) => sum(row.map((value, k) => value * (column[k] ?? 0)))),
  );
}

/** Decimals as people write them. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

export const linearForward: Examiner = (r) => {
  const square = r.chance(0.5);
  const [N, F] = [r.int(1, 3), r.int(2, 5)];
  const O = square ? F : r.int(2, 4);
  const [x, w, b] = [
    rows(r, N, F, 6),
    rows(r, O, F, 4),
    Array.from({ length: O }, () => r.int(1, 5)),
  ];
  return {
    op: "linear",
    ask: "y",
    question: { op: "linear", inputs: { x, w, b } },
    mistakes: ["BIAS_FORGOTTEN", "WEIGHT_TRANSPOSED"],
    answer: (slips) => {
      if (slips.has("WEIGHT_TRANSPOSED") && !square) return undefined;
      const product = times(x, slips.has("WEIGHT_TRANSPOSED") ? w : columns(w));
      return product.map((row) =>
        row.map((value, o) => value + (slips.has("BIAS_FORGOTTEN") ? 0 : (b[o] ?? 0))),
      );
    },
  };
};

export const linearWeightGradient: Examiner = (r) => {
  const [N, F, O] = [r.int(2, 4), r.int(2, 4), r.int(2, 4)];
  const [x, w, dy] = [rows(r, N, F, 6), rows(r, O, F, 4), rows(r, N, O, 5)];
  return {
    op: "linear",
    ask: "grads.w",
    question: { op: "linear", inputs: { x, w }, dy },
    mistakes: ["WEIGHT_TRANSPOSED", "MEAN_FOR_SUM"],
    answer: (slips) => {
      const scale = slips.has("MEAN_FOR_SUM") ? N : 1;
      const gradient = times(columns(dy), x).map((row) => row.map((value) => value / scale));
      return slips.has("WEIGHT_TRANSPOSED") ? columns(gradient) : gradient;
    },
  };
};

export const linearBiasGradient: Examiner = (r) => {
  const [N, F, O] = [r.int(2, 5), 2, r.int(2, 4)];
  const dy = rows(r, N, O, 9);
  return {
    op: "linear",
    ask: "grads.b",
    question: {
      op: "linear",
      inputs: { x: rows(r, N, F, 3), w: rows(r, O, F, 3), b: Array<number>(O).fill(1) },
      dy,
    },
    mistakes: ["NOT_SUMMED", "MEAN_FOR_SUM"],
    answer: (slips) => {
      const all = columns(dy).map((column) =>
        slips.has("NOT_SUMMED") ? (column[0] ?? 0) : sum(column),
      );
      return slips.has("MEAN_FOR_SUM") ? all.map((value) => value / N) : all;
    },
  };
};

export const reluGradient: Examiner = (r) => {
  const [H, W] = [r.int(2, 5), r.int(2, 5)];
  const [x, dy] = [rows(r, H, W, 9), rows(r, H, W, 9)];
  return {
    op: "relu",
    ask: "grads.x",
    question: { op: "relu", inputs: { x }, dy },
    mistakes: ["MASK_FROM_GRADIENT"],
    answer: (slips) =>
      dy.map((row, i) =>
        row.map((g, j) => ((slips.has("MASK_FROM_GRADIENT") ? g : (x[i]?.[j] ?? 0)) > 0 ? g : 0)),
      ),
  };
};

function softmaxRows(x: Rows, slips: Slips): Rows {
  if (slips.has("NOT_NORMALISED")) return x.map((row) => row.map((value) => Math.exp(value)));
  const by = slips.has("WRONG_AXIS") ? columns(x) : x;
  const y = by.map((row) =>
    row.map((value) => Math.exp(value) / sum(row.map((one) => Math.exp(one)))),
  );
  return slips.has("WRONG_AXIS") ? columns(y) : y;
}

export const softmaxForward: Examiner = (r) => {
  const x = rows(r, r.int(2, 3), r.int(2, 4), 3);
  return {
    op: "softmax",
    ask: "y",
    question: { op: "softmax", inputs: { x } },
    mistakes: ["NOT_NORMALISED", "WRONG_AXIS"],
    answer: (slips) => softmaxRows(x, slips).map((row) => row.map((value) => rounded(value))),
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

export const batchNormForward: Examiner = (r) => {
  const [N, C, H, W] = [r.int(1, 3), r.int(2, 3), r.int(2, 3), r.int(2, 3)];
  const x = make4([N, C, H, W], () => r.int(-9, 9));
  const gamma = Array.from({ length: C }, () => r.int(2, 4));
  const beta = Array.from({ length: C }, () => r.int(1, 4));
  const eps = r.pick([0.1, 0.5, 1]);
  return {
    op: "batch_norm_train",
    ask: "y",
    question: { op: "batch_norm_train", params: { eps }, inputs: { x, gamma, beta } },
    mistakes: [
      "UNBIASED_VARIANCE",
      "EPS_FORGOTTEN",
      "FACTOR_FORGOTTEN",
      "BIAS_FORGOTTEN",
      "NOT_NORMALISED",
      "WRONG_AXIS",
    ],
    answer: (slips) =>
      make4([N, C, H, W], (n, c, h, w) => {
        const all = slips.has("WRONG_AXIS")
          ? (x[n] ?? []).flat(2)
          : x.flatMap((image) => (image[c] ?? []).flat());
        const mean = sum(all) / all.length;
        const squares = sum(all.map((value) => (value - mean) ** 2));
        const variance = squares / (slips.has("UNBIASED_VARIANCE") ? all.length - 1 : all.length);
        const centred = (x[n]?.[c]?.[h]?.[w] ?? 0) - mean;
        const root = Math.sqrt(variance + (slips.has("EPS_FORGOTTEN") ? 0 : eps));
        const normal = slips.has("NOT_NORMALISED") ? centred : centred / root;
        const scale = slips.has("FACTOR_FORGOTTEN") ? 1 : (gamma[c] ?? 1);
        return rounded(scale * normal + (slips.has("BIAS_FORGOTTEN") ? 0 : (beta[c] ?? 0)));
      }),
  };
};

export const gramForward: Examiner = (r) => {
  const [C, H, W] = [r.int(2, 4), r.int(2, 3), r.int(2, 3)];
  const normalize = r.chance(0.5);
  const x = make4([1, C, H, W], () => r.int(-6, 6));
  const F = (x[0] ?? []).map((plane) => plane.flat());
  return {
    op: "gram",
    ask: "y",
    question: { op: "gram", params: { normalize }, inputs: { x } },
    mistakes: ["GRAM_TRANSPOSED", ...(normalize ? ["NOT_NORMALISED"] : ["MEAN_FOR_SUM"])],
    answer: (slips) => {
      const gram = slips.has("GRAM_TRANSPOSED") ? times(columns(F), F) : times(F, columns(F));
      const divides = normalize && !slips.has("NOT_NORMALISED");
      const divisor = divides ? C * H * W : slips.has("MEAN_FOR_SUM") ? H * W : 1;
      return [gram.map((row) => row.map((value) => value / divisor))];
    },
  };
};
