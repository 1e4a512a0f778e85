import { type Remedy, remedyFor } from "@/content/remedies";
import { type Check, valueOf } from "@/lib/answer/check";
import { type Variant, kindsOf } from "@/lib/exercises";
import type { Diagnosis } from "@/lib/mistakes";
import { offsetOf } from "@/lib/tensor";
import { renderInline } from "../../prose/render";
import { texToHtml } from "../../prose/tex";
import type { DiagnosisPart, DiagnosisScene, Replay } from "../types";
import { replayOf } from "./replay";

/** A question that was answered, and its key. */
export type Answered = Pick<Variant, "question" | "key"> & { readonly ask: string };

/** The mistakes that explain a wrong answer; those that explain the same cells stand together. */
export function diagnosesOf(variant: Answered, check: Check): DiagnosisScene[][] {
  const groups = new Map<string, DiagnosisScene[]>();
  for (const found of check.diagnosis) {
    const cells = JSON.stringify(found.cells);
    const first = answeredIn(check, found.cells[0]);
    groups.set(cells, [...(groups.get(cells) ?? []), told(variant, found, first)]);
  }
  return [...groups.values()];
}

/** The number that was given in one cell. */
function answeredIn({ given }: Check, at: readonly number[] | undefined): number | undefined {
  if (!given || !at || at.length !== given.shape.length) return undefined;
  const cell = given.cells[offsetOf(given.shape, at)];
  return cell ? valueOf(cell) : undefined;
}

function told(variant: Answered, diagnosis: Diagnosis, first: number | undefined): DiagnosisScene {
  const { question, ask } = variant;
  const parts = diagnosis.ids.map((id): DiagnosisPart => {
    const remedy = remedyFor(id, ask, ...kindsOf(question));
    return {
      title: remedy.title,
      words: `<p>${renderInline(remedy.words)}</p>`,
      replay: replayOf(variant, diagnosis, id, first) ?? formulasOf(remedy),
    };
  });
  const [only, second] = parts;
  return {
    mistake: diagnosis.mistake,
    title: second ? "Two things at once" : (only?.title ?? ""),
    cells: diagnosis.cells.length,
    parts,
  };
}

function formulasOf({ formulas }: Omit<Remedy, "where">): Replay | null {
  if (!formulas) return null;
  return { kind: "formulas", yours: texToHtml(formulas.yours), right: texToHtml(formulas.right) };
}
