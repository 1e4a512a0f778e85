import { type Examiner, make4 } from "../learner";
import { columns, rows, sum, times } from "./matrices";

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

/** ∂L/∂F by the products that each feature is in, as a row and as a column. */
export const gramGradient: Examiner = (r) => {
  const [C, H, W] = [r.int(2, 4), r.int(2, 3), r.int(2, 3)];
  const normalize = r.chance(0.5);
  const x = make4([1, C, H, W], () => r.int(-6, 6));
  const dy = rows(r, C, C, 4);
  return {
    op: "gram",
    ask: "grads.x",
    question: { op: "gram", params: { normalize }, inputs: { x }, dy: [dy] },
    mistakes: ["FACTOR_FORGOTTEN", ...(normalize ? ["NOT_NORMALISED"] : [])],
    answer: (slips) =>
      make4([1, C, H, W], (n, c, h, w) => {
        const feature = (d: number) => x[n]?.[d]?.[h]?.[w] ?? 0;
        const asRow = sum((dy[c] ?? []).map((g, d) => g * feature(d)));
        const asColumn = sum(dy.map((row, d) => (row[c] ?? 0) * feature(d)));
        const total = slips.has("FACTOR_FORGOTTEN") ? asRow : asRow + asColumn;
        return normalize && !slips.has("NOT_NORMALISED") ? total / (C * H * W) : total;
      }),
  };
};

export const linearInputGradient: Examiner = (r) => {
  const [N, F] = [r.int(1, 3), r.int(2, 5)];
  const [x, w, dy] = [rows(r, N, F, 6), rows(r, F, F, 4), rows(r, N, F, 5)];
  return {
    op: "linear",
    ask: "grads.x",
    question: { op: "linear", inputs: { x, w }, dy },
    mistakes: ["WEIGHT_TRANSPOSED", "FACTOR_FORGOTTEN"],
    answer: (slips) => {
      const arriving = slips.has("FACTOR_FORGOTTEN") ? dy.map((row) => row.map(() => 1)) : dy;
      return times(arriving, slips.has("WEIGHT_TRANSPOSED") ? columns(w) : w);
    },
  };
};
