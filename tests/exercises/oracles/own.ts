import { convForward } from "./conv";
import type { Json } from "./question";
import { places } from "./sizes";

/** Whether these values of the unknowns give the output that is asked for, counted place by place. */
export function fits(question: Json, values: readonly number[]): boolean {
  const named = { ...question.given };
  question.unknown?.forEach((name, index) => {
    named[name] = values[index] ?? Number.NaN;
  });
  const { input = 1, kernel = 1, stride = 1, padding = 0, dilation = 1 } = named;
  const { before = padding, after = padding } = named;
  return places(input, { kernel, stride, before, after, dilation }) === question.output;
}

/** Every input size that fits, by trying them all. */
export function everyInput(question: Json): number[] {
  const sizes = Array.from({ length: 4096 }, (_, size) => size + 1);
  return sizes.filter((size) => fits(question, [size]));
}

/** The least padding in all that gives ⌈I/S⌉, its odd cell after. */
export function leastSides(question: Json): number[] {
  for (let total = 0; ; total++) {
    const sides = [Math.floor(total / 2), Math.ceil(total / 2)];
    if (fits(question, sides)) return sides;
  }
}

/** The first line whose value is not the convolution's. */
export function firstWrongLine({ question, lines = [] }: Json): readonly number[] | undefined {
  if (!question) return undefined;
  const right = convForward(question);
  return lines.find(({ value }, index) => value !== right[index])?.at;
}
