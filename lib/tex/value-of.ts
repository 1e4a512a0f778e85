import { type Expression, type Fence, matrix, number } from "./expression";

/**
 * A line of numbers worked out: a number, or a matrix where a matrix was scaled, added or subtracted.
 *
 * @throws Error for what is no arithmetic, such as a name
 * @example valueOf(sum(dot(2, 3), -1)) // number(5)
 * @example valueOf(dot(2, matrix([[1, -1]]))) // matrix([[2, -2]])
 */
export function valueOf(line: Expression): Expression {
  switch (line.kind) {
    case "number":
      return number(line.value);
    case "matrix":
      return matrix(line.rows.map((row) => row.map(valueOf)));
    case "fence":
      return each(valueOf(line.of), ROUNDED[line.fence]);
    case "negative":
      return each(valueOf(line.of), (value) => -value);
    case "sum":
      return fold(line.terms, (a, b) => a + b);
    case "difference":
      return fold([line.left, line.right], (a, b) => a - b);
    case "product":
      return fold(line.factors, (a, b) => a * b);
    case "fraction":
      return fold([line.over, line.under], (a, b) => a / b);
    case "power":
      return fold([line.base, line.exponent], (a, b) => a ** b);
    default:
      throw new Error(`A ${line.kind} has no value.`);
  }
}

const ROUNDED: Readonly<Record<Fence, (value: number) => number>> = {
  parentheses: (value) => value,
  floor: Math.floor,
  ceiling: Math.ceil,
  bars: Math.abs,
};

type Operation = (left: number, right: number) => number;

function fold(parts: readonly Expression[], operation: Operation): Expression {
  return parts.map(valueOf).reduce((left, right) => joined(left, right, operation));
}

/** Number with number, number with each of a matrix, or matrix with matrix, entry by entry. */
function joined(left: Expression, right: Expression, operation: Operation): Expression {
  if (left.kind !== "matrix") return each(right, (value) => operation(plain(left), value));
  return matrix(
    left.rows.map((row, y) =>
      row.map((entry, x) => {
        const other = right.kind === "matrix" ? right.rows[y]?.[x] : right;
        return joined(entry, other ?? entry, operation);
      }),
    ),
  );
}

function each(line: Expression, change: (value: number) => number): Expression {
  return line.kind === "matrix"
    ? matrix(line.rows.map((row) => row.map((entry) => each(entry, change))))
    : number(change(plain(line)));
}

function plain(line: Expression): number {
  if (line.kind !== "number") throw new Error(`A ${line.kind} has no value.`);
  return line.value;
}
