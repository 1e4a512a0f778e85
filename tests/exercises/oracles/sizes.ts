import { type Json, type LayerJson, input, paramsOf, product, times } from "./question";

interface Axis {
  readonly kernel: number;
  readonly stride?: number;
  readonly before?: number;
  readonly after?: number;
  readonly dilation?: number;
  readonly ceil?: boolean;
}

/** Counts the places one by one; in ceil mode the last may hang over, if it begins before the end of the input. */
export function places(size: number, axis: Axis): number {
  const { kernel, stride = 1, before = 0, after = 0, dilation = 1, ceil = false } = axis;
  const reach = dilation * (kernel - 1) + 1;
  let count = 0;
  for (let start = 0; start + reach <= before + size + after; start += stride) count++;
  const next = count * stride;
  const more =
    ceil &&
    count > 0 &&
    next < before + size &&
    (count - 1) * stride + reach < before + size + after;
  return more ? count + 1 : count;
}

export function outShape(question: Json): number[] {
  const { stride, padding = 0, dilation = 1, ceil_mode: ceil = false } = paramsOf(question);
  const x = [...input(question, "x").shape];
  const w = question.inputs?.w?.shape ?? [];
  const kernels =
    w.length > 0 ? w.slice(-2) : [paramsOf(question).kernel ?? 1, paramsOf(question).kernel ?? 1];
  const plane = x.slice(-2).map((size, axis) => {
    const kernel = kernels[axis] ?? 1;
    const step = stride ?? (w.length > 0 ? 1 : kernel);
    if (padding === "same") return Math.ceil(size / step);
    const sides = Number(padding);
    return places(size, { kernel, stride: step, before: sides, after: sides, dilation, ceil });
  });
  if (x.length === 2) return plane;
  return [...x.slice(0, -3), w.length > 0 ? (w[0] ?? 1) : (x.at(-3) ?? 1), ...plane];
}

export function transposedShape(question: Json): number[] {
  const { stride = 1, padding = 0, output_padding: extra = 0 } = paramsOf(question);
  const [x, w] = [input(question, "x").shape, input(question, "w").shape];
  const plane = x.slice(-2).map((size, axis) => {
    const last = (size - 1) * stride + (w.at(axis - 2) ?? 1);
    return last - 2 * Number(padding) + extra;
  });
  return [...x.slice(0, -3), w[1] ?? 1, ...plane];
}

export function paddedShape(question: Json): number[] {
  const [top = 0, left = 0, bottom = 0, right = 0] = paramsOf(question).pad ?? [];
  const x = input(question, "x").shape;
  return [...x.slice(0, -2), top + (x.at(-2) ?? 0) + bottom, left + (x.at(-1) ?? 0) + right];
}

export function parameterCount(question: Json): number {
  return ["w", "b", "gamma", "beta"].reduce((sum, name) => {
    const given = question.inputs?.[name];
    return given ? sum + product(given.shape) : sum;
  }, 0);
}

export function macCount(question: Json): number {
  return product(outShape(question)) * product(input(question, "w").shape.slice(1));
}

const BYTES: Readonly<Record<string, number>> = { float64: 8, float32: 4, float16: 2, bfloat16: 2 };

export function bytes(shape: readonly number[], { dtype = "float32" }: Json): number {
  return product(shape) * (BYTES[dtype] ?? 0);
}

/** A network's shapes, layer by layer, and what each learns. */
export function walk(question: Json): {
  readonly shape: readonly number[];
  readonly learned: number;
  readonly products: number;
} {
  let shape = input(question, "x").shape;
  let [learned, products] = [0, 0];
  for (const layer of question.layers ?? []) {
    learned += learnedBy(layer, shape);
    const weights = learnedBy({ ...layer, bias: false }, shape);
    shape = shapeAfter(layer, shape);
    products += weights * product(shape.slice(2)) * (shape[0] ?? 1);
  }
  return { shape, learned, products };
}

/** The cost of one side beside that of the other. */
export function compared({ left = [], right = [], count, by, ...question }: Json): number {
  const [one, other] = [left, right].map((layers) => {
    const { learned, products } = walk({ ...question, layers });
    return count === "macs" ? products : learned;
  });
  return by === "ratio" ? (one ?? 0) / (other ?? 0) : (one ?? 0) - (other ?? 0);
}

/** Every weight of every place, counted one by one. */
export function unsharedCount({ question }: Json): number {
  if (!question) return Number.NaN;
  const outputs = product(outShape(question).slice(-2));
  let learned = 0;
  for (let place = 0; place < outputs; place++) learned += parameterCount(question);
  return learned;
}

/** A weight and its gradient; a velocity; or two moments. */
export function trainingBytes(question: Json): number {
  const kept = { sgd: 2, momentum: 3, adam: 4 }[question.optimiser ?? ""] ?? 0;
  return bytes([walk(question).learned, kept], question);
}

/** C×H×W counted by moving every r × r block, or every r² channels, in turn. */
export function shuffledShape({ direction, factor = 1, ...question }: Json): number[] {
  const shape = input(question, "x").shape;
  const [width = 1, height = 1, channels = 1] = shape.toReversed();
  const block = times(factor, () => times(factor, () => 1)).flat().length;
  return direction === "up"
    ? [...shape.slice(0, -3), channels / block, height * factor, width * factor]
    : [...shape.slice(0, -3), channels * block, height / factor, width / factor];
}

function learnedBy(
  { name, out = 0, kernel = 1, groups = 1, bias = true }: LayerJson,
  shape: readonly number[],
): number {
  if (name === "Conv2d")
    return out * ((shape[1] ?? 0) / groups) * kernel * kernel + (bias ? out : 0);
  return name === "Linear" ? out * (shape.at(-1) ?? 0) + (bias ? out : 0) : 0;
}

function shapeAfter(layer: LayerJson, shape: readonly number[]): readonly number[] {
  const { name, out = 0, kernel = 1, stride, padding = 0, dilation = 1 } = layer;
  const [batch = 1, channels = 1, ...plane] = shape;
  const along = (step: number) => (size: number) =>
    places(size, { kernel, stride: step, before: padding, after: padding, dilation });
  switch (name) {
    case "Conv2d":
      return [batch, out, ...plane.map(along(stride ?? 1))];
    case "MaxPool2d":
      return [batch, channels, ...plane.map(along(stride ?? kernel))];
    case "Flatten":
      return [batch, product([channels, ...plane])];
    case "Linear":
      return [batch, out];
    default:
      return shape;
  }
}

/** From the last layer back: n cells of it need (n − 1)·S + k′ of the one before. */
export function receptiveField({ layers = [] }: Json): number {
  return layers.reduceRight((cells, { name, kernel = 1, stride, dilation = 1 }) => {
    if (name === "ReLU") return cells;
    const step = stride ?? (name === "MaxPool2d" ? kernel : 1);
    return (cells - 1) * step + dilation * (kernel - 1) + 1;
  }, 1);
}
