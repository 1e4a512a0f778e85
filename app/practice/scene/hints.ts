import { CAPTIONS } from "@/content/captions";
import { type Step, derive, fillCaption } from "@/lib/derivation";
import { type Variant, isTensor, stepsTo } from "@/lib/exercises";
import type { Ask } from "@/lib/question";
import { coordinatesOf } from "@/lib/tensor";
import { toSpeech } from "@/lib/tex";
import { renderInline } from "../../prose/render";
import { lineToHtml } from "../../prose/tex";
import { unanswered } from "../../scene/build-steps";
import type { Hint, ProblemAddress } from "../types";
import { isLayer } from "./draft";
import { variantOfAddress } from "./variant-of-address";
import { workedScene } from "./working";

/**
 * Help for a problem: the rule, then the numbers of one cell that stand ready to be added up, then the whole working.
 *
 * @param offset which cell the second is about
 */
export function hintFor(address: ProblemAddress, stage: 1 | 2 | 3, offset: number): Hint {
  const variant = variantOfAddress(address);
  if (stage === 3) return { stage, ...workedScene(variant) };
  if (stage === 1) return ruleHint(stepsTo(variant));
  return { ...numbersHint(numbersStep(variant, offset)), cells: cellsFor(variant, offset) };
}

function ruleHint(steps: readonly Step[]): Hint {
  const rule = steps.find(({ value }) => value === null) ?? steps[0];
  return { stage: 1, ...toldWith(rule, rule?.value === null ? rule.line : undefined) };
}

function numbersHint(step: Step | undefined) {
  const isOpen = step?.line.kind === "relation";
  return {
    stage: 2 as const,
    ...toldWith(step, isOpen && step ? unanswered(step.line) : undefined),
  };
}

function toldWith(step: Step | undefined, line: Step["line"] | undefined) {
  return {
    words: step ? renderInline(fillCaption(CAPTIONS[step.rule], step.facts)) : "",
    line: line ? lineToHtml(line) : null,
    spoken: line ? toSpeech(line) : "",
  };
}

function numbersStep(variant: Variant, offset: number): Step | undefined {
  const { question, ask } = variant;
  const at = cellAt(variant, offset);
  if (at && isLayer(question)) return derive(question, ask as Ask, at).steps.at(-1);
  return stepsTo(variant).find(({ value, line }) => value !== null && line.kind === "relation");
}

function cellsFor(variant: Variant, offset: number) {
  return numbersStep(variant, offset)?.cells ?? [];
}

function cellAt({ key }: Variant, offset: number): readonly number[] | undefined {
  if (typeof key !== "object" || !isTensor(key) || key.shape.length === 0) return undefined;
  return coordinatesOf(key.shape, offset < key.data.length ? offset : 0);
}
