import { type Examiner, type T4, make4 } from "../learner";
import type { Random } from "../random";

/** 2×2 windows, or 3×3 windows a step of 2 apart that may share a maximum. */
function makeUnpooling(r: Random) {
  const overlaps = r.chance(0.7);
  const [C, h, w] = [r.int(1, 2), r.int(2, 3), r.int(2, 3)];
  const [kernel, H, W] = overlaps ? [3, 2 * h + 1, 2 * w + 1] : [2, 2 * h, 2 * w];
  const x = make4([1, C, h, w], () => r.int(1, 9));
  const indices = make4([1, C, h, w], (_n, _c, i, j) => {
    const corner = overlaps && r.chance(0.6) ? 2 : r.int(0, kernel - 1);
    return Math.min(H - 1, 2 * i + corner) * W + Math.min(W - 1, 2 * j + corner);
  });
  return { C, H, W, kernel, x, indices };
}

type Unpooling = ReturnType<typeof makeUnpooling>;

function json({ H, W, x, indices }: Unpooling, overlap: string, dy?: T4): unknown {
  const params = { output_size: [H, W], overlap };
  return { op: "max_unpool2d", params, inputs: { x, indices }, ...(dy ? { dy } : {}) };
}

export const unpoolForward: Examiner = (r) => {
  const q = makeUnpooling(r);
  return {
    op: "max_unpool2d",
    ask: "y",
    question: json(q, "sum"),
    mistakes: ["OVERLAP_OVERWRITTEN"],
    answer: (slips) =>
      make4([1, q.C, q.H, q.W], (n, c, h, w) => {
        const here = (q.indices[n]?.[c] ?? []).flat().map((index) => index === h * q.W + w);
        const values = (q.x[n]?.[c] ?? []).flat().filter((_, index) => here[index]);
        if (slips.has("OVERLAP_OVERWRITTEN")) return values.at(-1) ?? 0;
        return values.reduce((a, b) => a + b, 0);
      }),
  };
};

export const unpoolGradient: Examiner = (r) => {
  const q = makeUnpooling(r);
  const dy = make4([1, q.C, q.H, q.W], () => r.int(1, 9) * (r.chance(0.5) ? 1 : -1));
  return {
    op: "max_unpool2d",
    ask: "grads.x",
    question: json(q, r.pick(["sum", "overwrite"]), dy),
    mistakes: ["OVERLAP_OVERWRITTEN"],
    answer: (slips) =>
      q.indices.map((image, n) =>
        image.map((plane, c) => {
          const all = plane.flat();
          return plane.map((row, i) =>
            row.map((index, j) => {
              const isLast = all.lastIndexOf(index) === i * row.length + j;
              if (slips.has("OVERLAP_OVERWRITTEN") && !isLast) return 0;
              return (dy[n]?.[c] ?? []).flat()[index] ?? 0;
            }),
          );
        }),
      ),
  };
};
