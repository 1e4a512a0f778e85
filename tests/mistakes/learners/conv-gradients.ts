import { type Exam, type Examiner, type Slips, type Written, get, has, make4 } from "../learner";
import { type Layer, json, makeLayer } from "./conv-layer";

/** ∂L/∂X by stamping every G on a padded plane, then cropping. */
function inputGradient(l: Layer, slips: Slips): Written {
  const s = slips.has("ZEROS_NOT_INSERTED") ? 1 : l.s;
  const d = slips.has("DILATION_IGNORED") ? 1 : l.d;
  const cg = l.Cin / l.G;
  const og = l.Cout / l.G;
  const padded = make4([l.N, l.Cin, l.H + 2 * l.p, l.W + 2 * l.p], () => 0);
  const overwrite = slips.has("OVERLAP_OVERWRITTEN");
  l.dy.forEach((image, n) => {
    const [rows, columns] = [image[0]?.length ?? 0, image[0]?.[0]?.length ?? 0];
    for (let c = 0; c < cg; c++) {
      for (let group = 0; group < l.G; group++) {
        const target = slips.has("GROUPS_IGNORED") ? c : group * cg + c;
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) {
            for (let u = 0; u < l.kh; u++) {
              for (let v = 0; v < l.kw; v++) {
                let stamp = 0;
                for (let f = 0; f < og; f++) {
                  const o = group * og + f;
                  if (slips.has("FIRST_CHANNEL_ONLY") && o > 0) continue;
                  const k = slips.has("KERNEL_NOT_ROTATED")
                    ? get(l.w, o, c, l.kh - 1 - u, l.kw - 1 - v)
                    : get(l.w, o, c, u, v);
                  stamp += get(l.dy, n, o, i, j) * k;
                }
                const row = padded[n]?.[target]?.[i * s + u * d];
                const at = j * s + v * d;
                if (row?.[at] === undefined) continue;
                row[at] = overwrite ? stamp : row[at] + stamp;
              }
            }
          }
        }
      }
    }
  });
  if (slips.has("NOT_CROPPED")) return padded;
  return make4([l.N, l.Cin, l.H, l.W], (n, c, h, w) => get(padded, n, c, h + l.p, w + l.p));
}

/** The products of one cell of ∂L/∂X: every filter, every tap. */
function inputProducts(l: Layer, cell: number): { at: number[]; products: number[] } {
  const plane = l.H * l.W;
  const [n, c] = [Math.floor(cell / (plane * l.Cin)), Math.floor(cell / plane) % l.Cin];
  const [h, w] = [Math.floor(cell / l.W) % l.H, cell % l.W];
  const [cg, og] = [l.Cin / l.G, l.Cout / l.G];
  const group = Math.floor(c / cg);
  const products: number[] = [];
  for (let o = group * og; o < (group + 1) * og; o++) {
    for (let u = 0; u < l.kh; u++) {
      for (let v = 0; v < l.kw; v++) {
        const [i, j] = [(h + l.p - u * l.d) / l.s, (w + l.p - v * l.d) / l.s];
        if (i < 0 || j < 0 || i % 1 !== 0 || j % 1 !== 0 || !has(l.dy, i, j)) continue;
        products.push(get(l.dy, n, o, i, j) * get(l.w, o, c % cg, u, v));
      }
    }
  }
  return { at: [n, c, h, w], products };
}

function withCellChanged(answer: Written, at: readonly number[], change: number): Written {
  const [first, ...rest] = at;
  if (typeof answer === "number") return answer + change;
  return answer.map((part, index) =>
    index === first ? withCellChanged(part, rest, change) : part,
  );
}

export const convInputGradient: Examiner = (r) => {
  const l = makeLayer(r);
  const right = inputGradient(l, new Set());
  return {
    op: "conv2d",
    ask: "grads.x",
    question: json(l, true),
    mistakes: [
      "KERNEL_NOT_ROTATED",
      "ZEROS_NOT_INSERTED",
      "NOT_CROPPED",
      "OVERLAP_OVERWRITTEN",
      "FIRST_CHANNEL_ONLY",
      "DILATION_IGNORED",
      "GROUPS_IGNORED",
    ],
    answer: (slips) => inputGradient(l, slips),
    slipInProduct: (kind, place) => {
      const { at, products } = inputProducts(l, place.cell);
      if (products.length === 0) return right;
      const product = products[place.product % products.length] ?? 0;
      return withCellChanged(right, at, kind === "TERM_DROPPED" ? -product : -2 * product);
    },
    products: (l.Cout / l.G) * l.kh * l.kw,
  };
};

function weightGradient(
  l: Layer,
  slips: Slips,
  wrong?: { kind: string; cell: number; product: number },
): Written {
  const s = slips.has("STRIDE_IGNORED") ? 1 : l.s;
  const p = slips.has("PADDING_IGNORED") ? 0 : l.p;
  const d = slips.has("DILATION_IGNORED") ? 1 : l.d;
  const [cg, og] = [l.Cin / l.G, l.Cout / l.G];
  const [Ho, Wo] = [l.dy[0]?.[0]?.length ?? 0, l.dy[0]?.[0]?.[0]?.length ?? 0];
  let count = 0;
  const gradient = make4([l.Cout, cg, l.kh, l.kw], (o, c, u, v) => {
    const cell = count++;
    let [sum, term] = [0, 0];
    const group = slips.has("GROUPS_IGNORED") ? 0 : Math.floor(o / og);
    for (let n = 0; n < l.N; n++) {
      for (let i = 0; i < Ho; i++) {
        for (let j = 0; j < Wo; j++) {
          const [h, w] = [i * s + u * d - p, j * s + v * d - p];
          const a = slips.has("GRADIENT_FOR_INPUT")
            ? get(l.dy, n, o, h, w)
            : get(l.x, n, group * cg + c, h, w);
          let product = get(l.dy, n, o, i, j) * a;
          if (wrong && wrong.cell === cell && wrong.product === term) {
            product = wrong.kind === "TERM_DROPPED" ? 0 : -product;
          }
          sum += product;
          term++;
        }
      }
    }
    return slips.has("BATCH_AVERAGED") ? sum / l.N : sum;
  });
  if (!slips.has("GRADIENT_ROTATED")) return gradient;
  return gradient.map((filter) =>
    filter.map((plane) => plane.map((row) => row.toReversed()).toReversed()),
  );
}

export const convWeightGradient: Examiner = (r) => {
  const l = makeLayer(r);
  return {
    op: "conv2d",
    ask: "grads.w",
    question: json(l, true),
    mistakes: [
      "GRADIENT_ROTATED",
      "STRIDE_IGNORED",
      "PADDING_IGNORED",
      "GRADIENT_FOR_INPUT",
      "BATCH_AVERAGED",
      "DILATION_IGNORED",
      "GROUPS_IGNORED",
    ],
    answer: (slips) => weightGradient(l, slips),
    slipInProduct: (kind, place) => weightGradient(l, new Set(), { kind, ...place }),
    products: l.N * (l.dy[0]?.[0]?.length ?? 1) * (l.dy[0]?.[0]?.[0]?.length ?? 1),
  };
};

export const convBiasGradient: Examiner = (r) => {
  for (;;) {
    const l = makeLayer(r);
    if (!l.b) continue;
    const [Ho, Wo] = [l.dy[0]?.[0]?.length ?? 0, l.dy[0]?.[0]?.[0]?.length ?? 0];
    const answer = (slips: Slips) =>
      Array.from({ length: l.Cout }, (_, o) => {
        if (slips.has("NOT_SUMMED")) {
          const cell = get(l.dy, 0, o, 0, 0);
          const mean = slips.has("MEAN_FOR_SUM") ? cell / (l.N * Ho * Wo) : cell;
          return slips.has("BATCH_AVERAGED") ? mean / l.N : mean;
        }
        let sum = 0;
        for (const image of l.dy)
          for (const row of image[o] ?? []) for (const value of row) sum += value;
        if (slips.has("MEAN_FOR_SUM")) sum /= l.N * Ho * Wo;
        return slips.has("BATCH_AVERAGED") ? sum / l.N : sum;
      });
    const exam: Exam = {
      op: "conv2d",
      ask: "grads.b",
      question: json(l, true),
      mistakes: ["NOT_SUMMED", "MEAN_FOR_SUM", "BATCH_AVERAGED"],
      answer,
    };
    return exam;
  }
};
