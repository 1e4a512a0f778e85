/**
 * Where operands of a product lie packed, and the loop that multiplies them, three rows by two columns at a time.
 *
 * The idea: six sums at once are kept in registers, so that five loads feed six multiplications. Each register row and
 * column has an array of its own: one check of an index then serves three loads or two; and all are constants of one
 * closure, which the compiler knows by address (arrays handed in, or in variables of a bundled module, make the loop
 * two to three times slower, and so do more than six sums). That loop stands here three times, for what differs at its
 * ends: to hand over six sums, or where to read three rows, costs more than what is handed over.
 *
 * Bounds: eight arrays of 2¹⁹ values, 4 MiB each, made when a product is first asked for. A system gives memory to an
 * array where it is first written, so what a page holds grows with its largest product.
 *
 * @see Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34 (2008)
 */

/** Values in each panel. */
export const PANEL = 2 ** 19;

/** Products of a sum whose rows are not packed. */
export const MOST_DEPTH = 2 ** 12;

export type Panels = ReturnType<typeof makePanels>;

let made: Panels | undefined;

/** The panels, whose content is good until the next product. */
export function panelsForProducts(): Panels {
  return (made ??= /* @__NOINLINE__ */ makePanels());
}

/** The site's minifier is told to leave it a function: copied into the only place that calls it, constants become variables. */
function makePanels() {
  const a0 = new Float64Array(PANEL);
  const a1 = new Float64Array(PANEL);
  const a2 = new Float64Array(PANEL);
  const b0 = new Float64Array(PANEL);
  const b1 = new Float64Array(PANEL);
  const depthAt = new Int32Array(MOST_DEPTH);
  const s0 = new Float64Array(PANEL);
  const s1 = new Float64Array(PANEL);
  const s2 = new Float64Array(PANEL);

  /** Too long for the compiler to copy it into `multiply`, where its six sums would leave the registers. */
  function sumTile(row: number, column: number, end: number, to: number, adds: boolean): void {
    let sum00 = a0[row]! * b0[column]!;
    let sum01 = a0[row]! * b1[column]!;
    let sum10 = a1[row]! * b0[column]!;
    let sum11 = a1[row]! * b1[column]!;
    let sum20 = a2[row]! * b0[column]!;
    let sum21 = a2[row]! * b1[column]!;
    for (let i = row + 1, j = column + 1; j < end; i++, j++) {
      const x0 = a0[i]!;
      const x1 = a1[i]!;
      const x2 = a2[i]!;
      const y0 = b0[j]!;
      const y1 = b1[j]!;
      sum00 += x0 * y0;
      sum01 += x0 * y1;
      sum10 += x1 * y0;
      sum11 += x1 * y1;
      sum20 += x2 * y0;
      sum21 += x2 * y1;
    }
    if (adds) {
      sum00 += s0[to]!;
      sum01 += s0[to + 1]!;
      sum10 += s1[to]!;
      sum11 += s1[to + 1]!;
      sum20 += s2[to]!;
      sum21 += s2[to + 1]!;
    }
    s0[to] = sum00;
    s0[to + 1] = sum01;
    s1[to] = sum10;
    s1[to + 1] = sum11;
    s2[to] = sum20;
    s2[to + 1] = sum21;
  }

  /**
   * A tile of a product that is not deep, added to its places in `data` at once: `rows` of it from `at0`, `at1` and `at2`
   * on, and one column or, `right` of it, two. As long as `sumTile`, and for the same reason.
   */
  function addTile(
    row: number,
    column: number,
    end: number,
    data: Float64Array,
    at0: number,
    at1: number,
    at2: number,
    right: number,
    rows: number,
  ): void {
    let sum00 = a0[row]! * b0[column]!;
    let sum01 = a0[row]! * b1[column]!;
    let sum10 = a1[row]! * b0[column]!;
    let sum11 = a1[row]! * b1[column]!;
    let sum20 = a2[row]! * b0[column]!;
    let sum21 = a2[row]! * b1[column]!;
    for (let i = row + 1, j = column + 1; j < end; i++, j++) {
      const x0 = a0[i]!;
      const x1 = a1[i]!;
      const x2 = a2[i]!;
      const y0 = b0[j]!;
      const y1 = b1[j]!;
      sum00 += x0 * y0;
      sum01 += x0 * y1;
      sum10 += x1 * y0;
      sum11 += x1 * y1;
      sum20 += x2 * y0;
      sum21 += x2 * y1;
    }
    data[at0] = data[at0]! + sum00;
    if (right !== 0) data[at0 + right] = data[at0 + right]! + sum01;
    if (rows < 2) return;
    data[at1] = data[at1]! + sum10;
    if (right !== 0) data[at1 + right] = data[at1 + right]! + sum11;
    if (rows < 3) return;
    data[at2] = data[at2]! + sum20;
    if (right !== 0) data[at2 + right] = data[at2 + right]! + sum21;
  }

  /** As `sumTile`, of rows that are not packed: entry (i, k) of them is rows[0][row i + depthAt[k]]. */
  function sumTileInPlace(
    first: number,
    second: number,
    third: number,
    column: number,
    depth: number,
    to: number,
  ): void {
    let at = depthAt[0]!;
    let x0 = a0[first + at]!;
    let x1 = a0[second + at]!;
    let x2 = a0[third + at]!;
    let sum00 = x0 * b0[column]!;
    let sum01 = x0 * b1[column]!;
    let sum10 = x1 * b0[column]!;
    let sum11 = x1 * b1[column]!;
    let sum20 = x2 * b0[column]!;
    let sum21 = x2 * b1[column]!;
    for (let k = 1, j = column + 1; k < depth; k++, j++) {
      at = depthAt[k]!;
      x0 = a0[first + at]!;
      x1 = a0[second + at]!;
      x2 = a0[third + at]!;
      const y0 = b0[j]!;
      const y1 = b1[j]!;
      sum00 += x0 * y0;
      sum01 += x0 * y1;
      sum10 += x1 * y0;
      sum11 += x1 * y1;
      sum20 += x2 * y0;
      sum21 += x2 * y1;
    }
    s0[to] = sum00;
    s0[to + 1] = sum01;
    s1[to] = sum10;
    s1[to + 1] = sum11;
    s2[to] = sum20;
    s2[to + 1] = sum21;
  }

  return {
    rows: [a0, a1, a2],
    columns: [b0, b1],
    sums: [s0, s1, s2],
    depthAt,
    addTile,
    sumTile,
    sumTileInPlace,
  } as const;
}

/**
 * sums[i % 3][sumsAt + ⌊i / 3⌋·2·pairs + j] = Σ rows[i % 3][rowsAt + ⌊i / 3⌋·depth + k]·columns[j % 2][columnsAt +
 * ⌊j / 2⌋·depth + k], for rows i in threes and columns j in pairs; or += where it `adds`.
 */
export function multiply(
  { sumTile }: Panels,
  rowsAt: number,
  threes: number,
  columnsAt: number,
  pairs: number,
  depth: number,
  sumsAt: number,
  adds: boolean,
): void {
  let to = sumsAt;
  for (let three = 0; three < threes; three++) {
    const row = rowsAt + three * depth;
    for (let pair = 0; pair < pairs; pair++) {
      const column = columnsAt + pair * depth;
      sumTile(row, column, column + depth, to, adds);
      to += 2;
    }
  }
}

/** As `multiply`, with rows that are not packed; the last row stands in for what a three lacks. */
export function multiplyInPlace(
  { sumTileInPlace }: Panels,
  rowAt: Int32Array,
  pairs: number,
  depth: number,
): void {
  const last = rowAt.length - 1;
  let to = 0;
  for (let row = 0; row <= last; row += 3) {
    const second = rowAt[Math.min(row + 1, last)]!;
    const third = rowAt[Math.min(row + 2, last)]!;
    for (let pair = 0; pair < pairs; pair++) {
      sumTileInPlace(rowAt[row]!, second, third, pair * depth, depth, to);
      to += 2;
    }
  }
}
