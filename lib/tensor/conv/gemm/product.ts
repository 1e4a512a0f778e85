/**
 * C += A·Bᵀ. A product of matrices reads each number many times, so blocks of both operands that fit the caches are
 * first packed, a row after the other, into panels. Where B has few rows, packing would cost as much as the products: A
 * is then read where it lies. Sums in any order are exact for whole numbers below 2⁵³.
 *
 * @see Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34 (2008)
 * @see Dukhan, The indirect convolution algorithm (2019), arXiv:1907.02129
 */
import { type Entries, type Span, addSums, packPairs, packThrees, spansOf } from "./entries";
import {
  MOST_DEPTH,
  PANEL,
  type Panels,
  multiply,
  multiplyInPlace,
  panelsForProducts,
} from "./panels";

/** Rows of B up to which packing A does not pay. */
const FEW_ROWS = 12;

/** Products summed in registers before a sum goes back to C. */
const DEEPEST = 512;

/** Products of a sum up to which a tile's sums go to C at once. */
const SHALLOW = 16;

/** Values of a block in each panel, and the most rows and columns that its sums may have. */
const BLOCK = 2 ** 15;
const BLOCK_SIDE = 2 ** 9;

/** C += A·Bᵀ, where A is M×K, B is N×K and C is M×N; entries of C that share a place add up there. */
export function addProduct(c: Entries, a: Entries, b: Entries): void {
  const panels = panelsForProducts();
  if (staysInPlace(a, b)) addInPlace(panels, c, a, b);
  else addPacked(panels, c, a, b);
}

function staysInPlace(a: Entries, b: Entries): boolean {
  const [rows, columns] = [a.rowAt.length, b.rowAt.length];
  return (
    columns <= FEW_ROWS &&
    a.columnAt.length <= MOST_DEPTH &&
    lengthOf(a) <= PANEL &&
    Math.ceil(rows / 3) * (columns + 1) <= PANEL
  );
}

/** From a matrix's first value to its last; places grow along both axes. */
function lengthOf({ rowAt, columnAt }: Entries): number {
  return rowAt.at(-1)! + columnAt.at(-1)! + 1;
}

function addInPlace(panels: Panels, c: Entries, a: Entries, b: Entries): void {
  const rows = wholeOf(a.rowAt.length);
  const columns = wholeOf(b.rowAt.length);
  const depth = wholeOf(a.columnAt.length);
  const [cells] = panels.rows;
  for (let next = lengthOf(a) - 1; next >= 0; next--) cells[next] = a.data[a.from + next]!;
  panels.depthAt.set(a.columnAt);
  packPairs(panels, b, columns, depth);
  multiplyInPlace(panels, a.rowAt, Math.ceil(columns.count / 2), depth.count);
  addSums(panels, c, rows, columns);
}

function wholeOf(count: number): Span {
  return { from: 0, to: count, count };
}

function addPacked(panels: Panels, c: Entries, a: Entries, b: Entries): void {
  for (const share of spansOf(a.columnAt.length, DEEPEST)) addShare(panels, c, a, b, share);
}

/** The share `depth` of the products of each sum. */
function addShare(panels: Panels, c: Entries, a: Entries, b: Entries, depth: Span): void {
  const length = depth.count;
  const most = Math.floor(BLOCK / length);
  const rowSpans = spansOf(a.rowAt.length, Math.min(3 * most, BLOCK_SIDE));
  for (const columns of spansOf(b.rowAt.length, Math.min(2 * most, BLOCK_SIDE))) {
    packPairs(panels, b, columns, depth);
    const pairs = Math.ceil(columns.count / 2);
    for (const rows of rowSpans) {
      if (columns.from === 0 || rowSpans.length > 1) packThrees(panels, a, rows, depth);
      if (length <= SHALLOW) addTiles(panels, c, rows, columns, length);
      else {
        multiply(panels, 0, Math.ceil(rows.count / 3), 0, pairs, length, 0, false);
        addSums(panels, c, rows, columns);
      }
    }
  }
}

/** Products so shallow that their sums cost as much as they do, each tile's added to C at once. */
function addTiles(panels: Panels, c: Entries, rows: Span, columns: Span, depth: number): void {
  const { data, from, rowAt, columnAt } = c;
  for (let i = rows.from; i < rows.to; i += 3) {
    const rowsAt = ((i - rows.from) / 3) * depth;
    const at0 = from + rowAt[i]!;
    const at1 = i + 1 < rows.to ? from + rowAt[i + 1]! : at0;
    const at2 = i + 2 < rows.to ? from + rowAt[i + 2]! : at0;
    for (let j = columns.from; j < columns.to; j += 2) {
      const columnsAt = ((j - columns.from) / 2) * depth;
      const left = columnAt[j]!;
      const right = j + 1 < columns.to ? columnAt[j + 1]! - left : 0;
      panels.addTile(
        rowsAt,
        columnsAt,
        columnsAt + depth,
        data,
        at0 + left,
        at1 + left,
        at2 + left,
        right,
        rows.to - i,
      );
    }
  }
}
