import type { Tensor } from "../tensor";

/**
 * db[o] = Σ dy[n, o, i, j] over the batch and the plane: a bias is added to every cell of its channel.
 * Writes all of db and nothing else; checks nothing.
 */
export function sumByChannel(dy: Tensor, db: Float64Array): void {
  const [batch = 0, channels = 0, height = 0, width = 0] = dy.shape;
  const planeSize = height * width;
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let n = 0; n < batch; n++) {
      const from = (n * channels + channel) * planeSize;
      for (let at = from; at < from + planeSize; at++) sum += dy.data[at]!;
    }
    db[channel] = sum;
  }
}

/** y[n, o, i, j] += b[o], in place. */
export function addByChannel(y: Float64Array, b: Float64Array, planeSize: number): void {
  for (let from = 0, channel = 0; from < y.length; from += planeSize) {
    const bias = b[channel]!;
    for (let at = from; at < from + planeSize; at++) y[at]! += bias;
    channel = channel + 1 === b.length ? 0 : channel + 1;
  }
}
