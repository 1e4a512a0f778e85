import type { MistakeId } from "@/lib/mistakes";
import type { Conventions, Solution } from "@/lib/question";
import type { NetworkSolution } from "@/lib/network";
import { KernelError } from "@/lib/tensor";
import { type Asked, askedFrom, isLayerQuestion } from "./asked";
import { ExerciseError } from "./errors";
import type { Exercise, Level } from "./exercise";
import { type Key, isDegenerate, isSpotted, isTensor, sameKey } from "./key";
import { predict } from "./predict";
import type { Prediction } from "./prediction";
import { Random } from "./random";
import { solveAsked } from "./solve-asked";

/** A seed is drawn anew at most so often. */
export const MOST_DRAWS = 200;

/** A problem as the program works with it: tensors are tensors, nothing is written out yet. */
export interface Variant extends Asked {
  readonly exercise: Exercise;
  readonly seed: string;
  readonly level: Level;
  readonly conventions: Conventions;
  readonly key: Key;
  /** Every result and gradient of the question, where the kernel answers it. */
  readonly solution?: Solution | NetworkSolution;
  /** The wrong answer of each mistake: those that the type lists, then others that differ from all before. */
  readonly predictions: readonly Prediction[];
  /** How many draws it took. */
  readonly draws: number;
}

/** What draws a variant. */
export interface VariantRequest {
  readonly exercise: Exercise;
  readonly seed: string;
  readonly level: Level;
  readonly conventions: Conventions;
}

/**
 * The variant of a seed: drawn again until its answer is worth asking for and the mistakes that the type lists give
 * answers that differ from it and from each other.
 *
 * @throws ExerciseError ERR_REDRAWN after `MOST_DRAWS` draws
 */
export function drawVariant(request: VariantRequest): Variant {
  const { exercise, seed, level } = request;
  const random = new Random(`${exercise.id}@${exercise.version}/${level}/${seed}`);
  for (let draws = 1; draws <= MOST_DRAWS; draws++) {
    const variant = drawOnce(request, random, draws);
    if (variant) return variant;
  }
  throw new ExerciseError(
    "ERR_REDRAWN",
    `In ${MOST_DRAWS} draws the seed "${seed}" gave no ${exercise.id} of level ${level} in which its mistakes can be told apart; ` +
      `another seed may, or other conventions.`,
  );
}

function drawOnce(request: VariantRequest, random: Random, draws: number): Variant | undefined {
  const { exercise, level, conventions } = request;
  return holdingTogether(() => {
    const asked = askedFrom(exercise.sample(random, level, conventions), conventions);
    if (!asked) return undefined;
    const solved = solveAsked(asked);
    if (!solved) return undefined;
    const { key, solution } = solved;
    if (isDegenerate(key) || repeatsInput(asked, key)) return undefined;
    if (exercise.accepts?.(asked, key) === false) return undefined;
    const wrong = predict(asked, key, exercise.slips?.(asked, key));
    const predictions = toldApart(wrong, listed(exercise, conventions, key));
    if (!predictions) return undefined;
    return { ...request, ...asked, key, ...(solution ? { solution } : {}), predictions, draws };
  });
}

/** Whether the answer stands in the question already: a tensor that is given in the same shape and values. */
function repeatsInput({ question }: Asked, key: Key): boolean {
  if (!isTensor(key) || !isLayerQuestion(question)) return false;
  const given = [...Object.values(question.inputs), question.dy];
  return given.some((operand) => operand?.data !== undefined && sameKey(operand, key));
}

/** A draw whose window does not fit, or not exactly where it must, is no problem: it is drawn again. */
function holdingTogether<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof KernelError && REDRAWN.includes(error.code)) return undefined;
    throw error;
  }
}

const REDRAWN: readonly string[] = ["ERR_EXACT", "ERR_WINDOW", "ERR_PADDING"];

/** The mistakes that a type lists, without those that cannot be made under these conventions, or that are the answer. */
function listed(
  { mistakes }: Exercise,
  { rounding, macs }: Conventions,
  key: Key,
): readonly MistakeId[] {
  const impossible: readonly string[] = [
    ...(isSpotted(key) ? [key.mistake] : []),
    ...(rounding === "exact" ? ["NO_FLOOR"] : []),
    ...(rounding === "floor" ? [] : ["CEIL_FOR_FLOOR", "WINDOW_SHIFTED"]),
    ...(macs === "with_bias" ? ["BIAS_COUNTED"] : []),
  ];
  return mistakes.filter((mistake) => !impossible.includes(mistake));
}

/** One prediction a mistake, the listed ones first; undefined where two of those agree, or one is missing. */
function toldApart(
  wrong: readonly Prediction[],
  required: readonly MistakeId[],
): readonly Prediction[] | undefined {
  const chosen: Prediction[] = [];
  for (const mistake of required) {
    const first = wrong.find((one) => one.mistake === mistake);
    if (!first) return undefined;
    const others = wrong.filter((one) => one.mistake !== mistake && required.includes(one.mistake));
    if (others.some((one) => sameKey(one.answer, first.answer))) return undefined;
    chosen.push(first);
  }
  for (const one of wrong) {
    const known = chosen.some(
      ({ mistake, answer }) => mistake === one.mistake || sameKey(answer, one.answer),
    );
    if (!known) chosen.push(one);
  }
  return chosen;
}
