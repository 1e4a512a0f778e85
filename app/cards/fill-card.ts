import type { DeckCard } from "@/content/deck";
import { labNamed, startOf } from "@/lib/lab";
import { questionFrom, solve } from "@/lib/question";
import { proseNumber } from "@/lib/tex";
import { fillSlots } from "../prose/slots";

type Computed = Pick<DeckCard, "lab" | "about">;

/**
 * A card's text with its `{{slots}}` filled: by a result of its lab as it starts, else from the question that it is about.
 *
 * @throws Error for a slot that names nothing, so that a build fails rather than a reader
 */
export function fillCard(text: string, { lab, about }: Computed): string {
  const results = lab === undefined ? {} : resultsOf(lab);
  const named = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (slot, name: string) => {
    const value = results[name];
    return value === undefined ? slot : proseNumber(value);
  });
  if (!named.includes("{{")) return named;
  if (!about) throw new Error(`“${named}” has a slot that its card computes nothing for.`);
  const question = questionFrom(about);
  return fillSlots(named, question, solve(question));
}

function resultsOf(id: string): Readonly<Record<string, number>> {
  const lab = labNamed(id);
  if (!lab) throw new Error(`There is no lab “${id}”.`);
  return lab.work(startOf(lab.fields)).results;
}
