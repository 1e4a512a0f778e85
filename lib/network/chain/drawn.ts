import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Operand } from "@/lib/question";
import { KernelError, sizeOf, tensor } from "@/lib/tensor";
import { networkStages } from "../solve-network";
import { weightsOf } from "../weights";
import { type ChainQuestion, isValued } from "./question";

/** Drawn values are whole numbers from −3 to 3: easy to multiply by hand. */
const LARGEST = 3;

/** The most values that one tensor is drawn with. */
const MOST_DRAWN = 2 ** 20;

/**
 * The chain with every value that is left out drawn from its seed: x where it is a shape only, then each layer's
 * weights in order. The same seed draws the same numbers on every machine. Without a seed nothing is drawn.
 *
 * @throws KernelError as `networkStages`; ERR_MEMORY for a tensor of more than 2²⁰ values
 * @example withDrawnValues({ ...question, seed: 7 }).inputs["conv1.w"]
 */
export function withDrawnValues(question: ChainQuestion): ChainQuestion {
  const { seed } = question;
  if (seed === undefined) return question;
  const generator = xoroshiro128plus(seed);
  const drawn = ({ shape }: Operand) => {
    const length = sizeOf(shape);
    if (length > MOST_DRAWN) {
      throw new KernelError(
        "ERR_MEMORY",
        `A tensor of ${length} values is more than the ${MOST_DRAWN} that are drawn; give its values, or make it smaller.`,
      );
    }
    return tensor(
      shape,
      Array.from({ length }, () => uniformInt(generator, -LARGEST, LARGEST)),
    );
  };
  const stages = networkStages(question);
  const given = weightsOf(question, stages);
  const inputs: Record<string, Operand> = {};
  for (const [name, operand] of Object.entries(question.inputs)) {
    inputs[name] = isValued(operand) ? operand : drawn(operand);
  }
  for (const [index, { row, question: asked }] of stages.entries()) {
    for (const [name, operand] of Object.entries(asked?.inputs ?? {})) {
      const isGiven = name === "x" || given[index]?.some((one) => one.name === name);
      if (!isGiven) inputs[`${row.id}.${name}`] = drawn(operand);
    }
  }
  return { ...question, inputs };
}
