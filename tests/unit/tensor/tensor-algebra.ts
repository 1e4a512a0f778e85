import { type Tensor, sizeOf } from "@/lib/tensor";

/** a + b, cell by cell. */
export function sum(a: Tensor, b: Tensor): Tensor {
  return { shape: a.shape, data: a.data.map((value, at) => value + (b.data[at] ?? Number.NaN)) };
}

/** factor·a. */
export function scaled(a: Tensor, factor: number): Tensor {
  return { shape: a.shape, data: a.data.map((value) => value * factor) };
}

/** ⟨a, b⟩ = Σ a·b over all cells. */
export function inner(a: Tensor, b: Tensor): number {
  return a.data.reduce((total, value, at) => total + value * (b.data[at] ?? Number.NaN), 0);
}

/** The part of `a` from `from` to before `to` along an axis. */
export function slice(a: Tensor, axis: number, from: number, to: number): Tensor {
  const shape = a.shape.with(axis, to - from);
  return built(shape, (at) => a.data[offset(a.shape, at.with(axis, (at[axis] ?? 0) + from))]);
}

/** Tensors set side by side along an axis. */
export function concatenated(parts: readonly Tensor[], axis: number): Tensor {
  const [first] = parts;
  if (!first) throw new Error("There is nothing to set side by side.");
  const lengths = parts.map((part) => part.shape[axis] ?? 0);
  const shape = first.shape.with(
    axis,
    lengths.reduce((a, b) => a + b, 0),
  );
  return built(shape, (at) => {
    let along = at[axis] ?? 0;
    let part = 0;
    while (along >= (lengths[part] ?? Infinity)) along -= lengths[part++] ?? 0;
    const holder = parts[part];
    return holder?.data[offset(holder.shape, at.with(axis, along))];
  });
}

/** A tensor of this shape, each cell worked out from its coordinates. */
export function built(
  shape: readonly number[],
  value: (at: readonly number[]) => number | undefined,
): Tensor {
  const data = new Float64Array(sizeOf(shape));
  const at = shape.map(() => 0);
  for (let cell = 0; cell < data.length; cell++) {
    data[cell] = value(at) ?? Number.NaN;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at[axis] = (at[axis] ?? 0) + 1;
      if ((at[axis] ?? 0) < (shape[axis] ?? 0)) break;
      at[axis] = 0;
    }
  }
  return { shape, data };
}

function offset(shape: readonly number[], at: readonly number[]): number {
  return at.reduce((total, index, axis) => total * (shape[axis] ?? 0) + index, 0);
}
