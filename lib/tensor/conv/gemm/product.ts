/**
 * C += A·Bᵀ in blocks that fit the caches, three rows by two columns at a time.
 *
 * The idea: a product of matrices reads each number many times, so both operands are first packed, a row after the
 * other, into panels that stay in the cache; then six sums at once are kept in registers, so that five loads feed six
 * multiplications. Each register row and column has an array of its own: all have one length, so that one check of
 * an index serves three loads or two, and all are constants of this closure, which the compiler knows by address
 * (arrays handed in, or in variables of a bundled module, make the loop two to three times slower). Sums in any
 * order are exact for whole numbers below 2⁵³.
 *
 * Bounds: the panels hold five times 2¹⁵ values, 1.3 MB, for operands of any size.
 *
 * @see Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34 (2008)
 */

/** A matrix inside an array: entry (i, j) is data[from + rowAt[i] + columnAt[j]]. */
export interface Entries {
  readonly data: Float64Array;
  readonly from: number;
  readonly rowAt: Int32Array;
  readonly columnAt: Int32Array;
}

/** Values in each panel. */
const CAPACITY = 2 ** 15;

/** Products summed in registers before a sum goes back to C. */
const DEEPEST = 512;

type Panels = ReturnType<typeof makePanels>;

/** Made when a product is first asked for: most pages never ask. */
let made: Panels | undefined;

/** C += A·Bᵀ, where A is M×K, B is N×K and C is M×N; entries of C that share a place add up there. */
export function addProduct(c: Entries, a: Entries, b: Entries): void {
  const panels = (made ??= makePanels());
  const depth = a.columnAt.length;
  const parts = Math.ceil(depth / DEEPEST);
  const step = Math.ceil(depth / parts);
  for (let from = 0; from < depth; from += step) {
    addSlice(panels, c, a, b, from, Math.min(step, depth - from));
  }
}

/** The share of `depth` products of each sum, from `from` on. */
function addSlice(
  panels: Panels,
  c: Entries,
  a: Entries,
  b: Entries,
  from: number,
  depth: number,
): void {
  const [rows, columns] = [a.rowAt.length, b.rowAt.length];
  const rowsAtOnce = 3 * Math.floor(CAPACITY / depth);
  const columnsAtOnce = 2 * Math.floor(CAPACITY / depth);
  for (let column = 0; column < columns; column += columnsAtOnce) {
    const endColumn = Math.min(column + columnsAtOnce, columns);
    for (let j = column; j < endColumn; j += 2)
      panels.packTwo(b, j, from, depth, ((j - column) / 2) * depth);
    for (let row = 0; row < rows; row += rowsAtOnce) {
      const endRow = Math.min(row + rowsAtOnce, rows);
      if (column === 0 || rows > rowsAtOnce) {
        for (let i = row; i < endRow; i += 3)
          panels.packThree(a, i, from, depth, ((i - row) / 3) * depth);
      }
      addBlock(panels, c, row, endRow, column, endColumn, depth);
    }
  }
}

/** All tiles of what is packed; at the edges a tile writes only what there is. */
function addBlock(
  panels: Panels,
  { data, from, rowAt, columnAt }: Entries,
  row: number,
  endRow: number,
  column: number,
  endColumn: number,
  depth: number,
): void {
  for (let i = row; i < endRow; i += 3) {
    const rowsAt = ((i - row) / 3) * depth;
    const rows = endRow - i;
    const row0 = rowAt[i]!;
    const row1 = rows > 1 ? rowAt[i + 1]! : 0;
    const row2 = rows > 2 ? rowAt[i + 2]! : 0;
    for (let j = column; j < endColumn; j += 2) {
      const columnsAt = ((j - column) / 2) * depth;
      const left = from + columnAt[j]!;
      const wide = j + 1 < endColumn;
      const right = wide ? columnAt[j + 1]! - columnAt[j]! : 0;
      panels.addTile(
        rowsAt,
        columnsAt,
        depth,
        data,
        left + row0,
        left + row1,
        left + row2,
        right,
        rows,
        wide,
      );
    }
  }
}

/** Made once: the compiler takes the arrays for constants as long as there is one closure of them. */
function makePanels() {
  const a0 = new Float64Array(CAPACITY);
  const a1 = new Float64Array(CAPACITY);
  const a2 = new Float64Array(CAPACITY);
  const b0 = new Float64Array(CAPACITY);
  const b1 = new Float64Array(CAPACITY);

  /** Three rows from `row` on to `rowsAt` of the row panels; where there are fewer, the last stands in for what is missing. */
  function packThree(
    source: Entries,
    row: number,
    column: number,
    depth: number,
    rowsAt: number,
  ): void {
    const { data, from, rowAt, columnAt } = source;
    const last = rowAt.length - 1;
    const from0 = from + rowAt[row]!;
    const from1 = from + rowAt[Math.min(row + 1, last)]!;
    const from2 = from + rowAt[Math.min(row + 2, last)]!;
    for (let k = 0; k < depth; k++) {
      const at = columnAt[column + k]!;
      a0[rowsAt + k] = data[from0 + at]!;
      a1[rowsAt + k] = data[from1 + at]!;
      a2[rowsAt + k] = data[from2 + at]!;
    }
  }

  /** The same with two rows, to `columnsAt` of the column panels. */
  function packTwo(
    source: Entries,
    row: number,
    column: number,
    depth: number,
    columnsAt: number,
  ): void {
    const { data, from, rowAt, columnAt } = source;
    const from0 = from + rowAt[row]!;
    const from1 = from + rowAt[Math.min(row + 1, rowAt.length - 1)]!;
    for (let k = 0; k < depth; k++) {
      const at = columnAt[column + k]!;
      b0[columnsAt + k] = data[from0 + at]!;
      b1[columnsAt + k] = data[from1 + at]!;
    }
  }

  /** Six sums at once: rows at `rowsAt` of the row panels, columns at `columnsAt` of the column panels. */
  function addTile(
    rowsAt: number,
    columnsAt: number,
    depth: number,
    c: Float64Array,
    at0: number,
    at1: number,
    at2: number,
    right: number,
    rows: number,
    wide: boolean,
  ): void {
    let sum00 = a0[rowsAt]! * b0[columnsAt]!;
    let sum01 = a0[rowsAt]! * b1[columnsAt]!;
    let sum10 = a1[rowsAt]! * b0[columnsAt]!;
    let sum11 = a1[rowsAt]! * b1[columnsAt]!;
    let sum20 = a2[rowsAt]! * b0[columnsAt]!;
    let sum21 = a2[rowsAt]! * b1[columnsAt]!;
    for (let k = 1; k < depth; k++) {
      const row = rowsAt + k;
      const column = columnsAt + k;
      const x0 = a0[row]!;
      const x1 = a1[row]!;
      const x2 = a2[row]!;
      const y0 = b0[column]!;
      const y1 = b1[column]!;
      sum00 += x0 * y0;
      sum01 += x0 * y1;
      sum10 += x1 * y0;
      sum11 += x1 * y1;
      sum20 += x2 * y0;
      sum21 += x2 * y1;
    }
    c[at0] = c[at0]! + sum00;
    if (wide) c[at0 + right] = c[at0 + right]! + sum01;
    if (rows < 2) return;
    c[at1] = c[at1]! + sum10;
    if (wide) c[at1 + right] = c[at1 + right]! + sum11;
    if (rows < 3) return;
    c[at2] = c[at2]! + sum20;
    if (wide) c[at2 + right] = c[at2 + right]! + sum21;
  }

  return { packThree, packTwo, addTile };
}
