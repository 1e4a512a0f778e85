import type { RuleId } from "../rules";
import type { Cell } from "../sizes/sliding";
import type { Step } from "../step";
import { type WorkedCell, cellsOf, numbersLine, partSteps, symbolsLine, workCell } from "./cell";
import { factsOf, zerosNote } from "./facts";
import { groupNumbers, groupRule, rotatedStep } from "./groups";
import type { ConvModel } from "./model";
import type { Plan } from "./plan";
import { reachStep, unreachedFacts, windowStep } from "./reach";
import { chainLine, ruleLine, stampLine } from "./rule";

/** The rule ids of each kind of plan. */
const RULE_OF = {
  forward: { rule: "conv-rule", terms: "conv-terms", cell: "conv-cell" },
  stamp: { rule: "stamp-rule", terms: "stamp-terms", cell: "stamp-cell" },
  "kernel-gradient": {
    rule: "kernel-gradient-rule",
    terms: "kernel-gradient-terms",
    cell: "kernel-gradient-cell",
  },
  "input-gradient": {
    rule: "input-gradient-rule",
    terms: "input-gradient-terms",
    cell: "input-gradient-cell",
  },
} as const satisfies Record<Plan["kind"], Record<"rule" | "terms" | "cell", RuleId>>;

/** What comes before the first cell: why, the turned kernel and the groups where there are, the rule. */
export function ruleSteps(model: ConvModel, plan: Plan): Step[] {
  return [
    ...whySteps(model, plan),
    ...rotatedStep(model),
    ...groupRule(model, plan),
    {
      rule: RULE_OF[plan.kind].rule,
      line: ruleLine(model, plan),
      value: null,
      cells: [],
      facts: { naming: "Write G for ∂L/∂Y.", zeros: zerosNote(model, plan) },
    },
  ];
}

/** One cell in one line. */
export function cellStep(model: ConvModel, plan: Plan, cell: Cell): Step {
  return lineStep(model, workCell(plan, cell));
}

/** All of one cell: the rule, where the cell reads from, the sum in letters, its parts, its numbers. */
export function fullSteps(model: ConvModel, plan: Plan, cell: Cell): Step[] {
  const worked = workCell(plan, cell);
  return [
    ...ruleSteps(model, plan),
    ...groupNumbers(model, plan, cell),
    ...whereSteps(model, worked),
    ...lettersSteps(model, worked),
    ...partSteps(worked),
    lineStep(model, worked, true),
  ];
}

function whySteps(model: ConvModel, plan: Plan): Step[] {
  if (plan.kind === "stamp") {
    return [{ rule: "stamp-why", line: stampLine(model), value: null, cells: [] }];
  }
  if (plan.kind === "forward") return [];
  return [{ rule: `${plan.kind}-why`, line: chainLine(model, plan), value: null, cells: [] }];
}

function whereSteps(model: ConvModel, worked: WorkedCell): Step[] {
  if (worked.plan.kind === "forward") return [windowStep(model, worked)];
  return worked.products.length > 0 ? [reachStep(model, worked)] : [];
}

function lettersSteps(model: ConvModel, worked: WorkedCell): Step[] {
  const line = symbolsLine(worked);
  if (!line) return [];
  const cells = cellsOf(worked.plan, worked.shown, worked.cell);
  return [
    {
      rule: RULE_OF[worked.plan.kind].terms,
      line,
      value: null,
      cells,
      facts: factsOf(model, worked),
    },
  ];
}

/** `alone`: this one cell was asked for, and the steps before spoke of its window. */
function lineStep(model: ConvModel, worked: WorkedCell, alone = false): Step {
  const { plan, cell, products } = worked;
  return {
    rule: lineRule(worked),
    line: numbersLine(worked),
    value: worked.value,
    cells: cellsOf(plan, products, cell),
    facts: { ...factsOf(model, worked, alone), ...unreachedFacts(model, worked) },
  };
}

function lineRule({ plan, products }: WorkedCell): RuleId {
  const unreached = products.length === 0;
  if (unreached && plan.kind === "stamp") return "stamp-unreached";
  if (unreached && plan.kind === "input-gradient") return "input-gradient-unreached";
  return RULE_OF[plan.kind].cell;
}
