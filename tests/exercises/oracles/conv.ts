import { type Image, type Json, flat, image, input, paramsOf, times } from "./question";

interface Conv {
  readonly x: Image;
  readonly w: Image;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly groups: number;
}

type Visit = (n: number, o: number, i: number, j: number, c: number, u: number, v: number) => void;

function convOf(question: Json): Conv {
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = paramsOf(question);
  const w = image(input(question, "w"));
  return { x: image(input(question, "x")), w, stride, padding: Number(padding), dilation, groups };
}

/** The cell of X that output (i, j) reads at tap (u, v), in X's own rows and columns. */
function tap({ stride, padding, dilation }: Conv, i: number, u: number): number {
  return i * stride + u * dilation - padding;
}

function outSize({ stride, padding, dilation }: Conv, size: number, kernel: number): number {
  let count = 0;
  while (count * stride + dilation * (kernel - 1) < size + 2 * padding) count++;
  return count;
}

/** Every product of the convolution, by its output, its channel within the group and its tap. */
function everyProduct(conv: Conv, visit: Visit): void {
  const { x, w } = conv;
  const [height, width] = [x[0]![0]!.length, x[0]![0]![0]!.length];
  const [kernelHeight, kernelWidth] = [w[0]![0]!.length, w[0]![0]![0]!.length];
  for (let n = 0; n < x.length; n++)
    for (let o = 0; o < w.length; o++)
      for (let i = 0; i < outSize(conv, height, kernelHeight); i++)
        for (let j = 0; j < outSize(conv, width, kernelWidth); j++)
          for (let c = 0; c < w[0]!.length; c++)
            for (let u = 0; u < kernelHeight; u++)
              for (let v = 0; v < kernelWidth; v++) visit(n, o, i, j, c, u, v);
}

function channelOf({ w, groups }: Conv, o: number, c: number): number {
  return Math.floor(o / (w.length / groups)) * w[0]!.length + c;
}

function blank(sizes: readonly number[]): Image {
  const [a = 1, b = 1, c = 1, d = 1] = sizes;
  return times(a, () => times(b, () => times(c, () => times(d, () => 0))));
}

export function convForward(question: Json): number[] {
  const conv = convOf(question);
  const { x, w } = conv;
  const bias = question.inputs?.b?.data ?? [];
  const plane = [
    outSize(conv, x[0]![0]!.length, w[0]![0]!.length),
    outSize(conv, x[0]![0]![0]!.length, w[0]![0]![0]!.length),
  ];
  const y = blank([x.length, w.length, ...plane]);
  everyProduct(conv, (n, o, i, j, c, u, v) => {
    const value = x[n]![channelOf(conv, o, c)]![tap(conv, i, u)]?.[tap(conv, j, v)] ?? 0;
    y[n]![o]![i]![j]! += value * w[o]![c]![u]![v]!;
  });
  return flat(
    y.map((one) =>
      one.map((rows, o) => rows.map((row) => row.map((cell) => cell + (bias[o] ?? 0)))),
    ),
  );
}

export function convInputGradient(question: Json): number[] {
  const conv = convOf(question);
  const g = gradientOf(question, conv);
  const dx = blank([
    conv.x.length,
    conv.x[0]!.length,
    conv.x[0]![0]!.length,
    conv.x[0]![0]![0]!.length,
  ]);
  everyProduct(conv, (n, o, i, j, c, u, v) => {
    const row = dx[n]![channelOf(conv, o, c)]![tap(conv, i, u)];
    const column = tap(conv, j, v);
    if (row?.[column] !== undefined) row[column] += g[n]![o]![i]![j]! * conv.w[o]![c]![u]![v]!;
  });
  return flat(dx);
}

export function convWeightGradient(question: Json): number[] {
  const conv = convOf(question);
  const g = gradientOf(question, conv);
  const { x, w } = conv;
  const dw = blank([w.length, w[0]!.length, w[0]![0]!.length, w[0]![0]![0]!.length]);
  everyProduct(conv, (n, o, i, j, c, u, v) => {
    const value = x[n]![channelOf(conv, o, c)]![tap(conv, i, u)]?.[tap(conv, j, v)] ?? 0;
    dw[o]![c]![u]![v]! += g[n]![o]![i]![j]! * value;
  });
  return flat(dw);
}

export function convBiasGradient(question: Json): number[] {
  const g = gradientOf(question, convOf(question));
  return times(g[0]!.length, (o) =>
    g.reduce((sum, one) => sum + flat(one[o]).reduce((all, value) => all + value, 0), 0),
  );
}

function gradientOf(question: Json, { x, w }: Conv): Image {
  if (!question.dy) throw new Error("The question has no gradient.");
  const { shape } = question.dy;
  const sizes = shape.length === 2 ? [x.length, w.length, ...shape] : shape;
  return image({ ...question.dy, shape: sizes });
}

/** Stamps: every cell of X lays down the kernel, times its value. */
export function transposedForward(question: Json): number[] {
  const { x, w, stride, padding } = convOf(question);
  const [height, width] = [x[0]![0]!.length, x[0]![0]![0]!.length];
  const [kernelHeight, kernelWidth] = [w[0]![0]!.length, w[0]![0]![0]!.length];
  const y = blank([
    1,
    1,
    (height - 1) * stride + kernelHeight,
    (width - 1) * stride + kernelWidth,
  ])[0]![0]!;
  for (let p = 0; p < height; p++)
    for (let q = 0; q < width; q++)
      for (let u = 0; u < kernelHeight; u++)
        for (let v = 0; v < kernelWidth; v++)
          y[p * stride + u]![q * stride + v]! += x[0]![0]![p]![q]! * w[0]![0]![u]![v]!;
  return flat(
    y.slice(padding, y.length - padding).map((row) => row.slice(padding, row.length - padding)),
  );
}

/** Each cell of X gathers what its stamp met. */
export function transposedInputGradient(question: Json): number[] {
  const { x, w, stride, padding } = convOf(question);
  const g = image(question.dy ?? { shape: [] })[0]![0]!;
  return flat(
    x[0]![0]!.map((row, p) =>
      row.map((_, q) => {
        let sum = 0;
        w[0]![0]!.forEach((weights, u) =>
          weights.forEach((weight, v) => {
            sum += weight * (g[p * stride + u - padding]?.[q * stride + v - padding] ?? 0);
          }),
        );
        return sum;
      }),
    ),
  );
}

/** Each weight gathers what its stamps met, times the cell that was stamped. */
export function transposedWeightGradient(question: Json): number[] {
  const { x, w, stride, padding } = convOf(question);
  const g = image(question.dy ?? { shape: [] })[0]![0]!;
  return flat(
    w[0]![0]!.map((weights, u) =>
      weights.map((_, v) => {
        let sum = 0;
        x[0]![0]!.forEach((row, p) =>
          row.forEach((value, q) => {
            sum += value * (g[p * stride + u - padding]?.[q * stride + v - padding] ?? 0);
          }),
        );
        return sum;
      }),
    ),
  );
}
