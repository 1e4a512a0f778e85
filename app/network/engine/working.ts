import { CAPTIONS } from "@/content/captions";
import { FIGURE_WORDS } from "@/content/network";
import { type Step, fillCaption } from "@/lib/derivation";
import type { NetworkReport } from "@/lib/network";
import { derivedScene } from "../../scene/build-steps";
import type { StepScene } from "../../scene/types";
import { FIGURES, type Form } from "../form";
import { stepsOf } from "./rows";
import type { Working } from "./types";

/** Steps as the page shows them. */
export function scenesOf(steps: readonly Step[]): readonly StepScene[] {
  return steps.map((step, index) => ({
    id: `step ${index + 1}`,
    ...derivedScene(step, fillCaption(CAPTIONS[step.rule], step.facts), []),
  }));
}

/** The working of the cell that the form names. */
export function workingOf(report: NetworkReport, { at }: Form): Working | null {
  const [written = "", name] = at.split(".");
  const [place, figure] = [Number(written), FIGURES.find((one) => one === name)];
  const row = report.layers[place];
  if (written === "" || !figure || !row) return null;
  const steps = scenesOf(stepsOf(report, place, figure));
  return steps.length === 0
    ? null
    : { place, figure, title: `${FIGURE_WORDS[figure]} of ${row.id}`, steps };
}
