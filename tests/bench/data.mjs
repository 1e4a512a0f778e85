/** Values in (−1, 1), the same at every run: a linear congruential generator (Numerical Recipes). */
export function values(shape, seed) {
  let state = seed >>> 0;
  return Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** N×C×H×W values in the order N×H×W×C, as the peers keep them. */
export function toChannelsLast(data, [batch, channels, height, width]) {
  return permute(data, [batch, channels, height, width], [0, 2, 3, 1]);
}

/** And back: N×H×W×C values in the order N×C×H×W; `shape` is N×C×H×W. */
export function toChannelsFirst(data, [batch, channels, height, width]) {
  return permute(data, [batch, height, width, channels], [0, 3, 1, 2]);
}

/** Values of rank 4 with their axes in another order, as NumPy's transpose. */
export function permute(data, shape, order) {
  const strides = [shape[1] * shape[2] * shape[3], shape[2] * shape[3], shape[3], 1];
  const [a, b, c, d] = order.map((axis) => shape[axis]);
  const [stepA, stepB, stepC, stepD] = order.map((axis) => strides[axis]);
  const result = new Float64Array(data.length);
  let at = 0;
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++)
      for (let k = 0; k < c; k++)
        for (let l = 0; l < d; l++)
          result[at++] = data[i * stepA + j * stepB + k * stepC + l * stepD];
  return result;
}
