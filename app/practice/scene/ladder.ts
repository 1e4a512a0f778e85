import { CAPTIONS } from "@/content/captions";
import { RULES_ALIKE } from "@/content/rules";
import { fillCaption } from "@/lib/derivation";
import { EXERCISES, type Variant, isTensor, stepsTo } from "@/lib/exercises";
import { formatNumber, toSpeech } from "@/lib/tex";
import { renderInline } from "../../prose/render";
import { lineToHtml } from "../../prose/tex";
import { unanswered } from "../../scene/build-steps";
import type { LadderRung, ProblemAddress, RuleChoice, Support, WrittenLine } from "../types";
import { drawnScene } from "./problem";
import { ruleWords } from "./rule-words";
import { variantOfAddress } from "./variant-of-address";
import { workedScene } from "./working";

/** How much is left to the learner: nothing, the last step, the last two, everything. */
const LEFT_OPEN = [0, 1, 2, Number.POSITIVE_INFINITY] as const;
export const RUNGS = LEFT_OPEN.length;

/** One rung of the ladder for those who are new to a type; undefined where its problem cannot be drawn. */
export function ladderRung(
  { type, conventions }: Pick<ProblemAddress, "type" | "conventions">,
  rung: number,
): LadderRung | undefined {
  const own = { type, conventions, level: 1, seed: `ladder-${rung + 1}` };
  const scene = drawnScene(own);
  if ("refusal" in scene) return undefined;
  const { address } = scene;
  const variant = variantOfAddress(address);
  const open = LEFT_OPEN[rung] ?? Number.POSITIVE_INFINITY;
  const isOpen = open === Number.POSITIVE_INFINITY;
  return {
    scene,
    support: { rung: rung + 1, ...(isOpen ? {} : supportOf(variant, open)) },
    working: rung === 0 ? { stage: 3, ...workedScene(variant) } : null,
    rules: rulesFor(variant, rung),
  };
}

function supportOf(variant: Variant, open: number): Omit<Support, "rung"> {
  const { key } = variant;
  if (typeof key !== "object" || !isTensor(key) || key.shape.length === 0) {
    return { lines: linesOf(variant, open) };
  }
  const shown = Math.max(0, key.data.length - open);
  return {
    typed: {
      shape: key.shape,
      cells: Array.from(key.data, (value, offset) => (offset < shown ? formatNumber(value) : "")),
    },
    given: Array.from({ length: shown }, (_, offset) => offset),
  };
}

function linesOf(variant: Variant, open: number): WrittenLine[] {
  const steps = stepsTo(variant);
  return steps.map(({ rule, line, facts }, index) => {
    const isOpen = index >= steps.length - open;
    const shown = isOpen ? unanswered(line) : line;
    const isTold = !isOpen || line.kind === "relation";
    return {
      key: String(index),
      words: renderInline(fillCaption(CAPTIONS[rule], facts)),
      html: isTold ? lineToHtml(shown) : "",
      spoken: isTold ? toSpeech(shown) : "",
    };
  });
}

/** The rule that the type tests, among two others; where it stands goes from rung to rung. */
function rulesFor(variant: Variant, rung: number): readonly RuleChoice[] {
  const right = ruleWords(variant.exercise);
  const atWork = rulesAtWork(variant);
  const place = EXERCISES.findIndex(({ id }) => id === variant.exercise.id);
  const others = EXERCISES.map((_, step) => EXERCISES[(place + step * 7 + rung) % EXERCISES.length])
    .map((other) => (other ? ruleWords(other) : ""))
    .filter((words, index, all) => !atWork.has(words) && all.indexOf(words) === index);
  const choices = others.slice(0, 2).map((words) => ({ words, isRight: false }));
  return right === "" ? [] : choices.toSpliced(rung % 3, 0, { words: right, isRight: true });
}

/** What a reader may rightly say is at work here: the rules of the working, and those that say the same. */
function rulesAtWork(variant: Variant): ReadonlySet<string> {
  const words = new Set(["", ...[variant.exercise, ...stepsTo(variant)].map(ruleWords)]);
  const alike = RULES_ALIKE.filter((rules) => rules.some((rule) => words.has(ruleWords({ rule }))));
  return new Set([...words, ...alike.flat().map((rule) => ruleWords({ rule }))]);
}
