import type { Op } from "../question";
import type { NumpyCode } from "./numpy-code";
import { type Plan, type PlanAxis, imagesOf } from "./plan";
import { indented, python } from "./python";

type PoolOp = Extract<Op, `${string}pool2d`>;

/** Pooling in NumPy: the rows and the columns of each window, and what becomes of their cells. */
export const NUMPY_POOLING: Readonly<Record<PoolOp, NumpyCode>> = {
  max_pool2d: maxima(),
  global_max_pool2d: maxima(),
  adaptive_max_pool2d: maxima(),
  avg_pool2d: averages(),
  global_avg_pool2d: averages(),
  adaptive_avg_pool2d: averages(),
  max_unpool2d: {
    forward: (plan, { x }) => {
      const [n, c, height, width] = imagesOf(plan).y;
      const sign = plan.question.params.overlap === "sum" ? "+=" : "=";
      return [
        `flat = np.zeros((${n}, ${c}, ${height * width}))`,
        `for n, c, i, j in np.ndindex(${x}.shape):`,
        `    flat[n, c, ${placeName(x)}[n, c, i, j]] ${sign} ${x}[n, c, i, j]`,
        `Y = flat.reshape(${python([n, c, height, width])})`,
      ];
    },
    backward: (_, { x }) => [
      `dx, flat = np.zeros(${x}.shape), G.reshape(flat.shape)`,
      `for n, c, i, j in np.ndindex(${x}.shape):`,
      `    dx[n, c, i, j] = flat[n, c, ${placeName(x)}[n, c, i, j]]`,
    ],
  },
};

function placeName(x: string): string {
  return x === "x" ? "indices" : "I";
}

function maxima(): NumpyCode {
  return {
    forward: (plan, { x }) => [
      ...windows(plan),
      `Y, I = np.zeros(${python(imagesOf(plan).y)}), np.zeros(${python(imagesOf(plan).y)}, dtype=int)`,
      ...eachWindow(plan, x, [
        "best = cells.argmax(axis=2)  # the first of equals",
        "r, c = np.array(rows(i))[best // len(columns(j))], np.array(columns(j))[best % len(columns(j))]",
        `Y[:, :, i, j], I[:, :, i, j] = cells.max(axis=2), r * ${imagesOf(plan).x[3]} + c`,
      ]),
      "indices = I",
    ],
    backward: (_, { x }) => [
      `flat = np.zeros(${x}.shape).reshape(*${x}.shape[:2], -1)`,
      "for n, c, i, j in np.ndindex(G.shape):",
      "    flat[n, c, I[n, c, i, j]] += G[n, c, i, j]",
      `dx = flat.reshape(${x}.shape)`,
    ],
  };
}

function averages(): NumpyCode {
  return {
    forward: (plan, { x }) => [
      ...windows(plan),
      ...divisor(plan),
      `Y = np.zeros(${python(imagesOf(plan).y)})`,
      ...eachWindow(plan, x, ["Y[:, :, i, j] = cells.sum(axis=2) / divisor(i, j)"]),
    ],
    backward: (plan, { x }) => [
      `dx = np.zeros(${x}.shape)`,
      `for i, j in np.ndindex(${python(imagesOf(plan).y.slice(2))}):`,
      "    for r in rows(i):",
      "        for c in columns(j):",
      "            dx[:, :, r, c] += G[:, :, i, j] / divisor(i, j)",
    ],
  };
}

/** Which rows and columns the windows hold. */
function windows(plan: Plan): string[] {
  const { height, width } = plan;
  const { x, y } = imagesOf(plan);
  return [
    "def rows(i):",
    `    return ${height ? inWindow("i", height) : inStretch("i", x[2], y[2])}`,
    "def columns(j):",
    `    return ${width ? inWindow("j", width) : inStretch("j", x[3], y[3])}`,
  ];
}

function inWindow(index: string, { stride, before, span, dilation, inSize }: PlanAxis): string {
  const start = `${index} * ${stride} - ${before}`;
  return `[r for r in range(${start}, ${start} + ${span}, ${dilation}) if 0 <= r < ${inSize}]`;
}

/** ⌊i·in/out⌋ … ⌈(i+1)·in/out⌉ − 1. */
function inStretch(index: string, inSize: number, outSize: number): string {
  return `list(range(${index} * ${inSize} // ${outSize}, -(-(${index} + 1) * ${inSize} // ${outSize})))`;
}

function divisor({ height, width, question }: Plan): string[] {
  const countsPadding = question.params.count_include_pad ?? true;
  const along = (index: string, axis: PlanAxis | undefined, cells: string): string => {
    if (!axis || !countsPadding) return `len(${cells})`;
    const { stride, span, before, inSize, after } = axis;
    return `(min(${index} * ${stride} + ${span}, ${before + inSize + after}) - ${index} * ${stride})`;
  };
  return [
    "def divisor(i, j):",
    `    return ${along("i", height, "rows(i)")} * ${along("j", width, "columns(j)")}`,
  ];
}

function eachWindow(plan: Plan, x: string, body: readonly string[]): string[] {
  const [n, c, height, width] = imagesOf(plan).y;
  return [
    `for i, j in np.ndindex(${height}, ${width}):`,
    ...indented([
      `cells = ${x}[:, :, rows(i)][:, :, :, columns(j)].reshape(${n}, ${c}, -1)`,
      ...body,
    ]),
  ];
}
