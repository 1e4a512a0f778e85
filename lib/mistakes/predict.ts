import { KernelError, type Tensor, tensor } from "@/lib/tensor";
import { TERM_FAMILIES } from "./families";
import type { MistakeId } from "./ids";
import type { Computation, Predictor } from "./model";
import { type AskName, type Asked, predictorFor } from "./registry";

/** Where one product is taken wrongly: in which cell, N×C×H×W or fewer axes, and which product of its sum. */
export interface MistakePlace {
  readonly at: readonly number[];
  /** 0 is the first. */
  readonly term?: number;
}

/**
 * What a mistake gives: every cell for a mistake in all of them, or for one product at a place that cell alone, as
 * N×C×H×W (a row of numbers is 1×1×1×W, a count 1×1×1×1); one result for each way to read the mistake.
 *
 * @throws KernelError ERR_INPUT where the mistake cannot be made here
 * @example predictMistake("ONE_BIAS", card82, "params")[0]?.data[0] // 751
 */
export function predictMistake(id: MistakeId, question: Asked, ask: AskName): Tensor[] {
  return predictTogether([id], question, ask);
}

/**
 * What two mistakes give together; see `predictMistake`.
 *
 * @throws KernelError ERR_INPUT where they cannot be made here
 * @example predictTogether(["CHANNELS_FORGOTTEN", "ONE_BIAS"], card82, "params")[0]?.data[0] // 251
 */
export function predictTogether(
  ids: readonly MistakeId[],
  question: Asked,
  ask: AskName,
): Tensor[] {
  const { singles, pairs } = predictorOrThrow(question, ask, ids);
  const wanted = ids.toSorted().join("+");
  const found = (ids.length === 1 ? singles() : pairs())
    .filter((candidate) => candidate.ids.toSorted().join("+") === wanted)
    .toSorted((one, other) => one.strangeness - other.strangeness);
  if (found.length === 0) throw cannotBeMade(ids, question, ask);
  return found.map(({ computation }) => allOf(computation));
}

/**
 * The one number that mistakes give: in the cell at a place, or where the ask is a single number.
 *
 * @throws KernelError ERR_INPUT where they cannot be made here
 * @example predictNumber(["CHANNELS_FORGOTTEN", "ONE_BIAS"], card82, "params") // 251
 */
export function predictNumber(
  ids: readonly MistakeId[],
  question: Asked,
  ask: AskName,
  place?: MistakePlace,
): number {
  const [first] = ids;
  if (place && first && ids.length === 1) return predictCell(first, question, ask, place);
  return predictTogether(ids, question, ask)[0]?.data[0] ?? Number.NaN;
}

/**
 * The number that a mistake gives in one cell.
 *
 * @throws KernelError ERR_INPUT where the mistake cannot be made here
 * @example predictCell("TERM_DROPPED", card76, "y", { at: [0, 0], term: 0 }) // -5
 */
export function predictCell(
  id: MistakeId,
  question: Asked,
  ask: AskName,
  { at, term = 0 }: MistakePlace,
): number {
  const predictor = predictorOrThrow(question, ask, [id]);
  const [n = 0, c = 0, h = 0, w = 0] = [
    ...Array<number>(Math.max(0, 4 - at.length)).fill(0),
    ...at,
  ];
  const family = TERM_FAMILIES.find((one) => one.id === id);
  if (family) {
    const { right } = predictor;
    const product = right.terms?.(n, c, h, w)[term];
    if (product === undefined) throw cannotBeMade([id], question, ask);
    return right.at(n, c, h, w) - family.times * product;
  }
  const found = predictor
    .singles()
    .toSorted((one, other) => one.strangeness - other.strangeness)
    .find(({ ids }) => ids[0] === id);
  if (!found) throw cannotBeMade([id], question, ask);
  return found.computation.at(n, c, h, w);
}

function predictorOrThrow(question: Asked, ask: AskName, ids: readonly MistakeId[]): Predictor {
  const predictor = predictorFor(question, ask);
  if (predictor) return predictor;
  throw cannotBeMade(ids, question, ask);
}

function cannotBeMade(ids: readonly MistakeId[], question: Asked, ask: AskName): KernelError {
  return new KernelError(
    "ERR_INPUT",
    `${ids.join(" and ")} cannot be made where ${ask} of this ${question.op} is asked: the question lacks what it takes.`,
  );
}

function allOf({ shape, at }: Computation): Tensor {
  const values: number[] = [];
  const [batch, channels, height, width] = shape;
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++)
      for (let h = 0; h < height; h++) for (let w = 0; w < width; w++) values.push(at(n, c, h, w));
  return tensor(shape, values);
}
