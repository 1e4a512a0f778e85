import type { Step } from "@/lib/derivation";
import { type Expression, dot, equation, fraction, list, power, shape, symbol } from "@/lib/tex";
import { type ShuffleQuestion, shuffleKey } from "./shuffle";

/** The working of a pixel shuffle: r² channels are one block of r × r pixels. */
export function shuffleSteps(question: ShuffleQuestion): readonly Step[] {
  const { direction, factor, inputs } = question;
  const [width = 1, height = 1, channels = 1] = inputs.x.shape.toReversed();
  const square = power(factor, 2);
  const key = shuffleKey(question);
  const sizes =
    direction === "up"
      ? [
          equation(named("C"), fraction(channels, square), channels / factor ** 2),
          equation(named("H"), dot(height, factor), height * factor),
          equation(named("W"), dot(width, factor), width * factor),
        ]
      : [
          equation(named("C"), dot(channels, square), channels * factor ** 2),
          equation(named("H"), fraction(height, factor), height / factor),
          equation(named("W"), fraction(width, factor), width / factor),
        ];
  return [
    { rule: "shuffled-size", line: list(...sizes), value: null, cells: [], facts: { factor } },
    { rule: "output-shape", line: shape(key, "output"), value: key, cells: [] },
  ];
}

function named(letter: string): Expression {
  return symbol(`${letter}_out`);
}
