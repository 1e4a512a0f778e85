import { type Step, derive } from "@/lib/derivation";
import { counts } from "@/lib/question";
import { dot, equation } from "@/lib/tex";
import { type UnsharedQuestion, placesOf, unsharedKey } from "./unshared";

/** The working without sharing: the places, what one of them learns, and their product. */
export function unsharedSteps(asked: UnsharedQuestion): readonly Step[] {
  const { question } = asked;
  const [height, width] = placesOf(asked);
  const key = unsharedKey(asked);
  return [
    ...derive(question, "shapes.y").steps,
    ...derive(question, "params").steps,
    {
      rule: "unshared-total",
      line: equation(dot(height, width, counts(question).params), key),
      value: key,
      cells: [],
      facts: { height, width },
    },
  ];
}
