import { CAPTIONS } from "@/content/captions";
import { type Step, derive, deriveLine, fillCaption } from "@/lib/derivation";
import { type Variant, isTensor, stepsTo } from "@/lib/exercises";
import type { Ask, Question } from "@/lib/question";
import { coordinatesOf } from "@/lib/tensor";
import { type Expression, toSpeech } from "@/lib/tex";
import { renderInline } from "../../prose/render";
import { lineToHtml } from "../../prose/tex";
import { unanswered } from "../../scene/build-steps";
import type { Hint, ProblemAddress } from "../types";
import { askedTensor } from "../../scene/tensors";
import { channelsFirst, endsInChannels, lastAxisFirst } from "./channels-first";
import { isLayer } from "./draft";
import { variantOfAddress } from "./variant-of-address";
import { ruleWords } from "./rule-words";
import { workedScene } from "./working";

/**
 * Help for a problem: the rule, then the numbers of one cell that stand ready to be added up, then the whole working.
 *
 * @param offset which cell the second is about
 */
export function hintFor(address: ProblemAddress, stage: 1 | 2 | 3, offset: number): Hint {
  const variant = variantOfAddress(address);
  if (stage === 3) return { stage, ...workedScene(variant) };
  if (stage === 1) return ruleHint(variant, address.ask !== undefined);
  return { ...numbersHint(numbersStep(variant, offset)), cells: cellsFor(variant, offset) };
}

/**
 * The rule that the type tests, in words, with the symbols that the working begins with. The same numbers backward
 * have the rule of their own working.
 */
function ruleHint(variant: Variant, isBackward: boolean): Hint {
  const inSymbols = stepsTo(variant).filter(
    ({ value, line }) => value === null && line.kind !== "sequence",
  );
  const rules = inSymbols.filter(({ rule: name }) => name.endsWith("-rule"));
  const tested = rules.find((one) => ruleWords(one) === ruleWords(variant.exercise));
  const counted = rules.find(({ rule: name }) => name === RULE_OF_COUNT[variant.ask]);
  const rule = (isBackward ? undefined : (tested ?? counted)) ?? rules[0] ?? inSymbols[0];
  const words = ruleWords(isBackward && rule ? rule : variant.exercise);
  return { stage: 1, ...toldWith(rule, rule?.line), ...(words === "" ? {} : { words }) };
}

/** Where sizes come first in a working, the rule of what is counted is still the one to tell. */
const RULE_OF_COUNT: Readonly<Record<string, string>> = {
  params: "parameters-rule",
  macs: "macs-rule",
  flops: "macs-rule",
};

function numbersHint(step: Step | undefined) {
  return { stage: 2 as const, ...toldWith(step, step && openLine(step)) };
}

/** What is to be found stands in a line without a value already; else the result is left out. */
function openLine({ line, value }: Step): Expression | undefined {
  if (line.kind === "sequence") return { ...line, parts: line.parts.map(unanswered) };
  if (line.kind !== "relation") return undefined;
  return value === null ? line : unanswered(line);
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
  if (at && isLayer(question)) return cellStep(channelsFirst(question), ask as Ask, at);
  const steps = stepsTo(variant);
  if (question.op === "find" && !question.same) {
    return steps.find(({ rule }) => rule === "output-size");
  }
  const worked = steps.find(({ value, line }) => value !== null && line.kind === "relation");
  return worked ?? steps.find(({ line }) => line.kind === "sequence");
}

/** The line of one cell. Of a softmax it names E and s when the steps before do; here none stands before it. */
function cellStep(question: Question, ask: Ask, at: readonly number[]): Step | undefined {
  if (question.op === "softmax" && ask === "y") return deriveLine(question, ask, at);
  return derive(question, ask, at).steps.at(-1);
}

function cellsFor(variant: Variant, offset: number) {
  return numbersStep(variant, offset)?.cells ?? [];
}

/** Where a cell of the answer is drawn. */
function cellAt({ question, ask, key }: Variant, offset: number): readonly number[] | undefined {
  const tensor = askedTensor(ask);
  if (typeof key !== "object" || !isTensor(key) || key.shape.length === 0) return undefined;
  const at = coordinatesOf(key.shape, offset < key.data.length ? offset : 0);
  const isMoved = tensor && isLayer(question) && endsInChannels(question, tensor, key.shape);
  return isMoved ? lastAxisFirst(at) : at;
}
