import { type Expression, dot, equation, number, partial, sum, words } from "@/lib/tex";
import type { RuleId } from "../rules";
import type { Cell, Tap } from "../sizes/sliding";
import type { CellRef, Step } from "../step";
import { conclude, settle } from "../conclude";
import { MAX_TERMS, elided } from "../elided";
import { total, workedSum } from "../sums";
import { type View, matters, named, ownCell, valueIn } from "../view";
import { capitalised } from "../wording";
import type { Factor, PartBy, Plan } from "./plan";

/** One product of a cell's sum. */
interface Product {
  readonly tap: Tap;
  readonly left: number;
  readonly right: number;
}

/** A part of a long sum: one channel, one image or one row of it. */
interface Part {
  readonly name: string;
  /** What the sum was split by: a channel, an image, a row. */
  readonly of: string;
  readonly products: readonly Product[];
  readonly value: number;
}

/** A cell with the products that make it, ready to be written. */
export interface WorkedCell {
  readonly plan: Plan;
  readonly cell: Cell;
  /** Every product, those with the padding included. */
  readonly products: readonly Product[];
  /** The products that a line shows: of a large window without those with the padding, which are 0. */
  readonly shown: readonly Product[];
  /** The parts of a sum too long for a line, else none. */
  readonly parts: readonly Part[];
  readonly bias: number | undefined;
  readonly value: number;
}

/** Works one cell out: its products, what a line shows of them, and their sum. */
export function workCell(plan: Plan, cell: Cell): WorkedCell {
  const products = plan.taps(cell).map((tap) => ({
    tap,
    left: valueIn(plan.left.view, tap[plan.left.side]),
    right: valueIn(plan.right.view, tap[plan.right.side]),
  }));
  const shown = products.length > MAX_TERMS ? products.filter(({ tap }) => tap.inside) : products;
  const bias = plan.bias && valueIn(plan.bias, [0, cell[1]]);
  return {
    plan,
    cell,
    products,
    shown,
    parts: shown.length > MAX_TERMS ? partsOf(shown, plan.parts) : [],
    bias,
    value: total([...productsOf(products), ...(bias === undefined ? [] : [bias])]),
  };
}

/** The name of the cell: Y with its indices, or ∂L/∂X of it. */
export function cellName(
  plan: Plan,
  indices: readonly (number | string | Expression)[],
): Expression {
  const name = named(plan.target, indices);
  if (plan.target.role !== "gradient") return name;
  return partial(named({ ...plan.target, role: "gradient" }, indices));
}

/** The line of numbers: name = products = their values = the sum. */
export function numbersLine(worked: WorkedCell): Expression {
  const { plan, cell, parts, shown, bias, value } = worked;
  const result = number(value, plan.target.role);
  const last = bias === undefined ? undefined : { term: number(bias, "kernel"), value: bias };
  const values = parts.length > 0 ? parts.map((part) => part.value) : productsOf(shown);
  const terms =
    parts.length > 0
      ? values.map((part) => number(part))
      : shown.map((product) => productTerm(plan, product));
  return workedSum(cellName(plan, cell), terms, values, result, last);
}

/** The same sum in letters: name = X₀,₀ · K₀,₀ + …; nothing where no product is shown. */
export function symbolsLine({ plan, cell, shown, bias }: WorkedCell): Expression | undefined {
  if (shown.length === 0) return undefined;
  const terms = shown.map(({ tap }) =>
    dot(named(plan.left.view, tap[plan.left.side]), named(plan.right.view, tap[plan.right.side])),
  );
  const biasTerm = plan.bias && bias !== undefined ? [named(plan.bias, [0, cell[1]])] : [];
  return equation(cellName(plan, cell), sum(...elided(terms), ...biasTerm));
}

/** A step for each part of a long sum. */
export function partSteps(worked: WorkedCell): Step[] {
  return worked.parts.map((part) => ({
    rule: "partial-sum" satisfies RuleId,
    line: partLine(worked.plan, part),
    value: part.value,
    cells: cellsOf(worked.plan, part.products, worked.cell),
    facts: { part: capitalised(part.name) },
  }));
}

/** The cells of a sum: the target, what the left factors are multiplied by, and the right factors. */
export function cellsOf(plan: Plan, products: readonly Product[], cell: Cell): CellRef[] {
  return [
    { tensor: plan.target.tensor, at: ownCell(plan.target, cell) },
    ...products.flatMap((product) => factorCells(plan, product)),
  ];
}

/** "row 0, column 1", after the image and the channel where there are more than one. */
export function placeOf(plan: Plan, cell: Cell): string {
  const weight = plan.target.tensor === "dw";
  const names = weight
    ? ["filter", "channel", "row", "column"]
    : ["image", plan.target.tensor === "y" ? "filter" : "channel", "row", "column"];
  return names
    .flatMap((name, axis) => (matters(plan.target, axis) ? [`${name} ${cell[axis]}`] : []))
    .join(", ");
}

/** How many of a cell's products fall outside, on padding or on what is cropped. */
export function outsideCount(worked: WorkedCell): number {
  return worked.products.filter(({ tap }) => !tap.inside).length;
}

function factorCells(plan: Plan, { tap, left, right }: Product): CellRef[] {
  const input = plan.kind === "kernel-gradient" ? plan.right : plan.left;
  const other = plan.kind === "kernel-gradient" ? plan.left : plan.right;
  const factor = plan.kind === "kernel-gradient" ? left : right;
  return [refTo(input, tap, factor), refTo(other, tap)];
}

function refTo({ view, side }: Factor, tap: Tap, factor?: number): CellRef {
  const at = ownCell(view, tap[side]);
  return { tensor: view.tensor, at, ...(factor === undefined ? {} : { factor }) };
}

function productTerm(plan: Plan, { left, right }: Product): Expression {
  return dot(numberOf(plan.left.view, left), numberOf(plan.right.view, right));
}

function numberOf(view: View, value: number): Expression {
  return number(value, view.role);
}

function partsOf(products: readonly Product[], ways: readonly PartBy[]): Part[] {
  for (const way of ways) {
    const groups = new Map<number, Product[]>();
    for (const product of products) {
      const index = way.index(product.tap);
      const group = groups.get(index);
      if (group) group.push(product);
      else groups.set(index, [product]);
    }
    if (groups.size > 1) {
      return [...groups].map(([index, group]) => ({
        name: way.name.replace("{}", String(index)),
        of: way.name.replace(" {}", ""),
        products: group,
        value: total(productsOf(group)),
      }));
    }
  }
  return [];
}

function partLine(plan: Plan, { name, products, value }: Part): Expression {
  const terms = products.map((product) => productTerm(plan, product));
  const sides = [words(name), sum(...elided(terms)), sum(...elided(productsOf(products)))];
  return conclude(...(products.length > 1 ? sides : sides.slice(0, 2)), number(value));
}

function productsOf(products: readonly Product[]): number[] {
  return products.map(({ left, right }) => settle(left * right));
}
