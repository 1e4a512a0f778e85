import type { PlanStep, PlayerSpec } from "@/content";
import { CAPTIONS } from "@/content/captions";
import { type CellRef, type Step, derive, fillCaption } from "@/lib/derivation";
import { type Ask, type Question, type Solution, questionFrom, solve } from "@/lib/question";
import { type Expression, toSpeech, toText, withoutResult } from "@/lib/tex";
import { coordinatesOf } from "@/lib/tensor";
import { plainText } from "../prose/plain-text";
import { renderInline } from "../prose/render";
import { toShorthand } from "../prose/shorthand";
import { fillSlots, type Roles, type SlotForm } from "../prose/slots";
import { lineToHtml, plainLineToHtml, texToHtml } from "../prose/tex";
import { valuesSoFar } from "./so-far";
import { describeCells } from "./describe";
import { askFor, askedTensor, tensorNamed } from "./tensors";
import { cellKey, type StepScene } from "./types";

/** The steps of a player, in the order of its plan. */
export function stepScenes(spec: PlayerSpec): StepScene[] {
  const question = questionFrom(spec.question);
  const solution = solve(question);
  return spec.plan
    .flatMap((entry) =>
      "remark" in entry
        ? [remarkScene(entry, question, solution, rolesOf(spec))]
        : derivedScenes(entry, question, solution),
    )
    .map((step, index) => ({ id: `step ${index + 1}`, ...step }));
}

/** What a plan brings out step by step, by its derivations or its remarks. */
export function broughtOut(plan: readonly PlanStep[]): readonly Ask[] {
  return plan.flatMap((entry) =>
    "ask" in entry
      ? [entry.ask]
      : (entry.cells ?? []).flatMap(({ tensor }) => askFor(tensor) ?? []),
  );
}

export type Unnumbered = Omit<StepScene, "id">;
type Remark = Extract<PlanStep, { remark: string }>;
type Derived = Extract<PlanStep, { ask: unknown }>;

/** The colours that the picture's labels choose. */
function rolesOf({ labels = {} }: PlayerSpec): Roles {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, { role }]) => (role ? [[name, role]] : [])),
  );
}

function remarkScene(
  entry: Remark,
  question: Question,
  solution: Solution,
  roles: Roles,
): Unnumbered {
  const fill = (text: string, form?: SlotForm) => fillSlots(text, question, solution, form, roles);
  const html =
    entry.tex === undefined ? null : texToHtml(`\\displaystyle ${fill(entry.tex, "line")}`);
  const cells = entry.cells ?? [];
  const soFar = entry.soFar && valuesSoFar(entry.soFar);
  return {
    caption: toShorthand(renderInline(fill(entry.remark))),
    words: plainText(fill(entry.remark)),
    line: html && toShorthand(html),
    asked: null,
    short: null,
    spoken: fill(entry.spoken ?? "", "spoken"),
    cells,
    reveals: [...Object.keys(soFar ?? {}), ...resultsAmong(cells)],
    ...(soFar ? { soFar } : {}),
    value: null,
    lit: describeCells(cells),
  };
}

/** Keys of the cells that come out, not those that are given. */
function resultsAmong(cells: readonly CellRef[]): string[] {
  return cells.filter(({ tensor }) => askFor(tensor)).map(({ tensor, at }) => cellKey(tensor, at));
}

function derivedScenes(entry: Derived, question: Question, solution: Solution): Unnumbered[] {
  const { steps } = derive(question, entry.ask, entry.at);
  const kept = entry.rules ? steps.filter(({ rule }) => entry.rules?.includes(rule)) : steps;
  return kept.map((step, index) => {
    const own = entry.captions?.[index];
    const caption = own
      ? fillSlots(own, question, solution)
      : fillCaption(CAPTIONS[step.rule], step.facts);
    return derivedScene(step, caption, revealedKeys(entry, step, question, solution));
  });
}

/** A derivation's step as the player shows it. */
export function derivedScene(step: Step, caption: string, reveals: readonly string[]): Unnumbered {
  const value = typeof step.value === "number" ? step.value : null;
  const short = shorten(step.line);
  return {
    caption: toShorthand(renderInline(caption)),
    words: plainText(caption),
    line: toShorthand(lineToHtml(step.line)),
    asked: value === null ? null : toShorthand(lineToHtml(unanswered(step.line))),
    short: short && toShorthand(plainLineToHtml(short)),
    spoken: `${toSpeech(step.line)}.`,
    cells: step.cells,
    reveals,
    value,
    lit: describeCells(step.cells),
  };
}

/** The line as it stands before it is worked out: name = products = ? */
export function unanswered(line: Expression): Expression {
  if (line.kind !== "relation" || line.sides.length < 4) return withoutResult(line);
  return withoutResult({ ...line, sides: [...line.sides.slice(0, 2), ...line.sides.slice(-1)] });
}

const LONGEST = 34;

/** The line as a narrow list shows it: whole if it is short, else its two ends. */
function shorten(line: Expression): Expression | null {
  if (toText(line).length <= LONGEST) return line;
  if (line.kind !== "relation" || !"=≈".includes(line.sign)) return null;
  const [first, last] = [line.sides[0], line.sides.at(-1)];
  if (!first || !last) return null;
  const ends = { ...line, sides: [first, last] };
  return toText(ends).length <= LONGEST ? ends : null;
}

function revealedKeys(
  entry: Derived,
  step: Step,
  question: Question,
  solution: Solution,
): string[] {
  const target = askedTensor(entry.ask);
  if (!target || step.value === null) return [];
  if (step.rule === "remaining-cells") return allKeys(target, question, solution);
  if (step.rule === "partial-sum") return [];
  return step.cells
    .filter(({ tensor }) => tensor === target)
    .map(({ tensor, at }) => cellKey(tensor, at));
}

function allKeys(
  target: NonNullable<ReturnType<typeof askedTensor>>,
  question: Question,
  solution: Solution,
): string[] {
  const operand = tensorNamed(question, solution, target);
  if (!operand?.data) return [];
  return [...operand.data.keys()].map((offset) =>
    cellKey(target, coordinatesOf(operand.shape, offset)),
  );
}
