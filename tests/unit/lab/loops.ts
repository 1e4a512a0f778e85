/** Convolutions by loops alone, to hold the labs against. */
export type Plane = readonly (readonly number[])[];

interface Around {
  readonly stride?: number;
  readonly top?: number;
  readonly left?: number;
  readonly bottom?: number;
  readonly right?: number;
}

/** X ⋆ K with zeros around X: Y[i][j] = Σ X[iS + u − top][jS + v − left]·K[u][v]. */
export function slide(
  x: Plane,
  w: Plane,
  { stride = 1, top = 0, left = 0, bottom = 0, right = 0 }: Around = {},
): number[][] {
  const y: number[][] = [];
  for (let i = 0; i * stride + w.length <= x.length + top + bottom; i++) {
    const row: number[] = [];
    for (let j = 0; j * stride + w[0]!.length <= x[0]!.length + left + right; j++) {
      let sum = 0;
      for (let u = 0; u < w.length; u++)
        for (let v = 0; v < w[0]!.length; v++)
          sum += (x[i * stride + u - top]?.[j * stride + v - left] ?? 0) * w[u]![v]!;
      row.push(sum);
    }
    y.push(row);
  }
  return y;
}
