/**
 * Correlations with nine taps, 3×3 at stride 1, in one plane: columns of three cells stream through, each read once and
 * used at once for the three windows that it belongs to, so that an output costs three reads instead of nine. Padding is
 * drawn for one channel at a time, in a plane that stays in the cache.
 *
 * @see Zhang, Lo and Lu, High performance depthwise and pointwise convolutions on mobile devices (2020), arXiv:2001.02504
 */

/** A plane and where it begins. */
export interface Plane {
  readonly data: Float64Array;
  readonly from: number;
  readonly rows: number;
  readonly columns: number;
}

/** Draws `source` into `plane`, `top` rows and `left` columns further, as far as it fits; what is around stays. */
export function drawPlane(source: Plane, top: number, left: number, plane: Plane): void {
  const { data, columns } = plane;
  const rows = Math.min(source.rows, plane.rows - top);
  const count = Math.min(source.columns, columns - left);
  for (let row = 0; row < rows; row++) {
    const from = source.from + row * source.columns;
    const to = plane.from + (top + row) * columns + left;
    for (let column = 0; column < count; column++) {
      data[to + column] = source.data[from + column]!;
    }
  }
}

/** y[i, j] = start + Σ w[u, v]·x[i + u, j + v], where x has two rows and at least two columns more than y. */
export function correlateColumns(x: Plane, w: Float64Array, start: number, y: Plane): void {
  const w0 = w[0]!;
  const w1 = w[1]!;
  const w2 = w[2]!;
  const w3 = w[3]!;
  const w4 = w[4]!;
  const w5 = w[5]!;
  const w6 = w[6]!;
  const w7 = w[7]!;
  const w8 = w[8]!;
  const { data: cells, columns: rowLength } = x;
  const { data: sums, columns } = y;
  let to = y.from;
  for (let row = 0; row < y.rows; row++) {
    let at = x.from + row * rowLength;
    let a = cells[at]!;
    let b = cells[at + rowLength]!;
    let c = cells[at + 2 * rowLength]!;
    let next = start + (w0 * a + w3 * b + w6 * c);
    at++;
    a = cells[at]!;
    b = cells[at + rowLength]!;
    c = cells[at + 2 * rowLength]!;
    let sum = next + (w1 * a + w4 * b + w7 * c);
    next = start + (w0 * a + w3 * b + w6 * c);
    for (const end = to + columns; to < end; to++) {
      at++;
      a = cells[at]!;
      b = cells[at + rowLength]!;
      c = cells[at + 2 * rowLength]!;
      sums[to] = sum + (w2 * a + w5 * b + w8 * c);
      sum = next + (w1 * a + w4 * b + w7 * c);
      next = start + (w0 * a + w3 * b + w6 * c);
    }
  }
}

/** dw[u, v] += Σ dy[i, j]·x[i + u, j + v], where x has two rows and three columns more than dy. */
export function dotColumns(x: Plane, dy: Plane, dw: Float64Array, dwFrom: number): void {
  const { data: cells, columns: rowLength } = x;
  const { data: gradients, columns } = dy;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  let s8 = 0;
  for (let row = 0; row < dy.rows; row++) {
    const from = dy.from + row * columns;
    let at = x.from + row * rowLength;
    let before = 0;
    let last = 0;
    for (let column = 0; column < columns + 2; column += 2) {
      const gradient = column < columns ? gradients[from + column]! : 0;
      const next = column + 1 < columns ? gradients[from + column + 1]! : 0;
      let a = cells[at]!;
      let b = cells[at + 1]!;
      s0 += gradient * a + next * b;
      s1 += last * a + gradient * b;
      s2 += before * a + last * b;
      a = cells[at + rowLength]!;
      b = cells[at + rowLength + 1]!;
      s3 += gradient * a + next * b;
      s4 += last * a + gradient * b;
      s5 += before * a + last * b;
      a = cells[at + 2 * rowLength]!;
      b = cells[at + 2 * rowLength + 1]!;
      s6 += gradient * a + next * b;
      s7 += last * a + gradient * b;
      s8 += before * a + last * b;
      before = gradient;
      last = next;
      at += 2;
    }
  }
  dw[dwFrom]! += s0;
  dw[dwFrom + 1]! += s1;
  dw[dwFrom + 2]! += s2;
  dw[dwFrom + 3]! += s3;
  dw[dwFrom + 4]! += s4;
  dw[dwFrom + 5]! += s5;
  dw[dwFrom + 6]! += s6;
  dw[dwFrom + 7]! += s7;
  dw[dwFrom + 8]! += s8;
}
