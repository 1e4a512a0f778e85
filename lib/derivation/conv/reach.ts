import type { WindowAxis } from "@/lib/tensor";
import {
  type Expression,
  type Writable,
  dot,
  equation,
  list,
  number,
  phrase,
  sum,
  words,
} from "@/lib/tex";
import type { Step } from "../step";
import type { Tap } from "../sizes/sliding";
import { elided } from "../elided";
import { type View, named } from "../view";
import { type WorkedCell, cellsOf, outsideCount } from "./cell";
import { factsOf } from "./facts";
import type { ConvModel } from "./model";

/** Where the window of one output lies. */
export function windowStep(model: ConvModel, worked: WorkedCell): Step {
  const { height, width } = model.sliding;
  const [, , row, column] = worked.cell;
  return {
    rule: "conv-window",
    line: list(corner("top row", height, row), corner("left column", width, column)),
    value: [start(height, row), start(width, column)],
    cells: cellsOf(worked.plan, worked.products, worked.cell),
    facts: {
      ...factsOf(model, worked),
      rows: span("row", height, row),
      columns: span("column", width, column),
    },
  };
}

/** What this cell reached, or what reaches it: the cells on the other end, each with its partner. */
export function reachStep(model: ConvModel, worked: WorkedCell): Step {
  const { plan, products, cell } = worked;
  const inside = products.filter(({ tap }) => tap.inside);
  const reached = inside.map(({ tap }) => strand(model, worked, tap));
  const name = named({ ...plan.target, role: baseRole(worked) }, cell);
  const verb = words(plan.kind === "stamp" ? "gets" : "reaches");
  return {
    rule: plan.kind === "stamp" ? "stamp-reach" : reachRule(worked),
    line: phrase(name, verb, list(...elided(reached), ...outsideNote(worked))),
    value: null,
    cells: cellsOf(plan, products, cell),
    facts: { ...factsOf(model, worked), count: products.length },
  };
}

/** Why nothing reaches a cell. */
export function unreachedFacts(model: ConvModel, worked: WorkedCell): Record<string, string> {
  if (worked.products.length > 0) return {};
  const { height, width } = model.sliding;
  const [, , row, column] = worked.cell;
  if (beyond(height, row)) return { why: `row ${row} lies beyond the last window` };
  if (beyond(width, column)) return { why: `column ${column} lies beyond the last window` };
  return { why: "it falls between the windows" };
}

function beyond(axis: WindowAxis, at: number): boolean {
  return at > end(axis, axis.outSize - 1);
}

function reachRule({ plan }: WorkedCell): "kernel-gradient-reach" | "input-gradient-reach" {
  return plan.kind === "kernel-gradient" ? "kernel-gradient-reach" : "input-gradient-reach";
}

function baseRole({ plan }: WorkedCell): View["role"] {
  if (plan.kind === "stamp") return "output";
  return plan.kind === "kernel-gradient" ? "kernel" : "input";
}

/** "Y₀,₀ through X₀,₁" of a weight, "Y₀,₀ through K₁,₁" of an input, "X₀,₀ times K₁,₁" of a stamp. */
function strand(model: ConvModel, { plan }: WorkedCell, tap: Tap): Expression {
  const far = plan.kind === "stamp" ? plan.left.view : model.y;
  return phrase(
    named(far, tap[plan.left.side]),
    words(plan.kind === "stamp" ? "times" : "through"),
    named(plan.right.view, tap[plan.right.side]),
  );
}

/** How many more there were that add nothing. */
function outsideNote(worked: WorkedCell): Expression[] {
  const count = outsideCount(worked);
  if (count === 0) return [];
  const others = worked.products.length > count ? "more" : "outputs";
  const gradient = worked.plan.left.side === "big";
  return [phrase(count, words(`${others} ${gradient ? "that are cropped" : "through padding"}`))];
}

/** top row = 1 · 2 − 1 = 1 */
function corner(name: string, axis: WindowAxis, position: number): Expression {
  const at = start(axis, position);
  const put: Writable[] = [];
  if (axis.stride > 1 || axis.padBefore > 0) {
    const stepped = axis.stride > 1 ? dot(position, axis.stride) : number(position);
    put.push(axis.padBefore > 0 ? sum(stepped, -axis.padBefore) : stepped);
  }
  return equation(words(name), ...put, at);
}

function start(axis: WindowAxis, position: number): number {
  return position * axis.stride - axis.padBefore;
}

function end(axis: WindowAxis, position: number): number {
  return start(axis, position) + (axis.kernel - 1) * axis.dilation;
}

/** "rows −1 to 1", "row 3", "rows 0, 2 and 4" with dilation. */
function span(line: string, axis: WindowAxis, position: number): string {
  const [first, last] = [start(axis, position), end(axis, position)];
  if (first === last) return `${line} ${written(first)}`;
  if (axis.dilation === 1) return `${line}s ${written(first)} to ${written(last)}`;
  const each = Array.from({ length: axis.kernel }, (_, tap) =>
    written(first + tap * axis.dilation),
  );
  return `${line}s ${each.slice(0, -1).join(", ")} and ${each.at(-1)}`;
}

function written(at: number): string {
  return String(at).replace("-", "−");
}
