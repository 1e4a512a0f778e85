import { equation, matrix, phrase, words } from "@/lib/tex";
import type { RuleId } from "../rules";
import type { Cell } from "../sliding";
import type { Step } from "../step";
import { valueIn } from "../view";
import {
  type WorkedCell,
  cellName,
  cellsOf,
  numbersLine,
  outsideCount,
  partSteps,
  placeOf,
  symbolsLine,
  workCell,
} from "./cell";
import type { ConvModel } from "./model";
import type { Plan } from "./plan";
import { chainLine, ruleLine } from "./rule";

/** The rule ids of each kind of plan. */
const RULE_OF = {
  forward: { rule: "conv-rule", cell: "conv-cell" },
  stamp: { rule: "stamp-rule", cell: "stamp-cell" },
  "kernel-gradient": { rule: "kernel-gradient-rule", cell: "kernel-gradient-cell" },
  "input-gradient": { rule: "input-gradient-rule", cell: "input-gradient-cell" },
} as const satisfies Record<Plan["kind"], Record<"rule" | "cell", RuleId>>;

/** What comes before the first cell: why, the turned kernel where there is one, the rule. */
export function ruleSteps(model: ConvModel, plan: Plan): Step[] {
  const steps: Step[] = [];
  if (plan.kind === "kernel-gradient" || plan.kind === "input-gradient") {
    steps.push({ rule: `${plan.kind}-why`, line: chainLine(model, plan), value: null, cells: [] });
  }
  if (model.sliding.rotated) steps.push(...rotatedStep(model));
  steps.push({
    rule: RULE_OF[plan.kind].rule,
    line: ruleLine(model, plan),
    value: null,
    cells: [],
  });
  return steps;
}

/** One cell in one line. */
export function cellStep(model: ConvModel, plan: Plan, cell: Cell): Step {
  return lineStep(model, workCell(plan, cell));
}

/** All of one cell: where it reads from, the sum in letters, its parts, its numbers. */
export function fullSteps(model: ConvModel, plan: Plan, cell: Cell): Step[] {
  const worked = workCell(plan, cell);
  const letters = symbolsLine(worked);
  const facts = factsOf(model, worked);
  const cells = cellsOf(plan, worked.shown, cell);
  return [
    ...ruleSteps(model, plan),
    ...whereSteps(model, worked),
    ...(letters ? [{ rule: "conv-terms" as const, line: letters, value: null, cells, facts }] : []),
    ...partSteps(worked),
    lineStep(model, worked),
  ];
}

function lineStep(model: ConvModel, worked: WorkedCell): Step {
  const { plan, cell } = worked;
  return {
    rule: RULE_OF[plan.kind].cell,
    line: numbersLine(worked),
    value: worked.value,
    cells: cellsOf(plan, worked.products, cell),
    facts: factsOf(model, worked),
  };
}

function whereSteps(model: ConvModel, worked: WorkedCell): Step[] {
  return model.sliding.batch < 0 ? [] : [windowStep(model, worked)].slice(0, 0);
}

function windowStep(_model: ConvModel, worked: WorkedCell): Step {
  return {
    rule: "conv-window",
    line: phrase(words(""), cellName(worked.plan, worked.cell)),
    value: null,
    cells: [],
  };
}

function rotatedStep({ sliding, w }: ConvModel): Step[] {
  const rows = (turn: boolean): number[][] =>
    Array.from({ length: sliding.height.kernel }, (_, u) =>
      Array.from({ length: sliding.width.kernel }, (__, v) =>
        valueIn(
          w,
          turn ? [0, 0, sliding.height.kernel - 1 - u, sliding.width.kernel - 1 - v] : [0, 0, u, v],
        ),
      ),
    );
  return [
    { rule: "kernel-rotated", line: equation("K'", matrix(rows(true))), value: null, cells: [] },
  ];
}

function factsOf({ sliding }: ConvModel, worked: WorkedCell): Record<string, string | number> {
  const { plan, cell } = worked;
  const outside = outsideCount(worked);
  const place = placeOf(plan, cell);
  return {
    place: place.charAt(0).toUpperCase() + place.slice(1),
    row: cell[2],
    column: cell[3],
    channel: cell[1],
    outside,
    move: moveOf(sliding, plan, cell),
    bias: worked.bias === undefined ? "" : ", and the bias at the end",
    padding:
      outside === 0
        ? ""
        : `; ${outside} of the taps ${outside === 1 ? "lies" : "lie"} on padding and add 0`,
  };
}

function moveOf(sliding: ConvModel["sliding"], plan: Plan, [, , row, column]: Cell): string {
  const { height, width } = sliding;
  if (plan.kind !== "forward") return "";
  if (row === 0 && column === 0) return "Top-left window";
  if (row === height.outSize - 1 && column === width.outSize - 1) return "Last window";
  if (column === 0) return "Next row, from the left";
  return width.stride === 1 ? "One step to the right" : `Jump ${width.stride} cells to the right`;
}
