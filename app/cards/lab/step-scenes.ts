import { CAPTIONS } from "@/content/captions";
import { type Step, fillCaption } from "@/lib/derivation";
import type { LabStep } from "@/lib/lab";
import { toSpeech } from "@/lib/tex";
import { plainText } from "../../prose/plain-text";
import { renderInline } from "../../prose/render";
import { toShorthand } from "../../prose/shorthand";
import { lineToHtml } from "../../prose/tex";
import { derivedScene } from "../../scene/build-steps";
import type { StepScene } from "../../scene/types";

/** The steps of a lab as a working shows them: a derivation's with the caption of their rule, else in their own words. */
export function labStepScenes(steps: readonly (LabStep | Step)[]): StepScene[] {
  return steps.map((step, index) => ({ id: `step ${index + 1}`, ...sceneOf(step) }));
}

function sceneOf(step: LabStep | Step): Omit<StepScene, "id"> {
  if ("rule" in step) return derivedScene(step, fillCaption(CAPTIONS[step.rule], step.facts), []);
  return {
    caption: toShorthand(renderInline(step.says)),
    words: plainText(step.says),
    line: step.line ? toShorthand(lineToHtml(step.line)) : null,
    asked: null,
    short: null,
    spoken: step.line ? `${toSpeech(step.line)}.` : "",
    cells: [],
    reveals: [],
    value: null,
    lit: "",
  };
}
