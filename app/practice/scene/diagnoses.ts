import { type Remedy, remedyFor } from "@/content/remedies";
import type { Check } from "@/lib/answer/check";
import { type Variant, isOwnQuestion } from "@/lib/exercises";
import { type Diagnosis, explain } from "@/lib/mistakes";
import { renderInline } from "../../prose/render";
import { texToHtml } from "../../prose/tex";
import type { DiagnosisScene, Replay } from "../types";
import { givenAnswer } from "./given-answer";
import { replayOf } from "./replay";

/** The mistakes that explain a wrong answer; those that explain the same cells stand together. */
export function diagnosesOf(variant: Variant, check: Check): DiagnosisScene[][] {
  if (check.verdict !== "incorrect" || !check.given || isOwnQuestion(variant.question)) return [];
  const { question, ask } = variant;
  const found = explain(question, ask as Parameters<typeof explain>[1], givenAnswer(check.given));
  const groups = new Map<string, DiagnosisScene[]>();
  for (const diagnosis of found) {
    const cells = JSON.stringify(diagnosis.cells);
    groups.set(cells, [...(groups.get(cells) ?? []), told(variant, diagnosis)]);
  }
  return [...groups.values()];
}

function told(variant: Variant, diagnosis: Diagnosis): DiagnosisScene {
  const remedies = diagnosis.ids.map((id) => remedyFor(id, variant.ask));
  const [only, second] = remedies;
  return {
    mistake: diagnosis.mistake,
    title: second ? "Two things at once" : (only?.title ?? ""),
    words: remedies
      .map(
        ({ title, words }) =>
          `<p>${second ? `<strong>${title}.</strong> ` : ""}${renderInline(words)}</p>`,
      )
      .join(""),
    cells: diagnosis.cells.length,
    replay: second ? null : (replayOf(variant, diagnosis) ?? (only ? formulasOf(only) : null)),
  };
}

function formulasOf({ formulas }: Omit<Remedy, "where">): Replay | null {
  if (!formulas) return null;
  return { kind: "formulas", yours: texToHtml(formulas.yours), right: texToHtml(formulas.right) };
}
