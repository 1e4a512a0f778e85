import { type MistakeId, predictorFor } from "@/lib/mistakes";
import { type Conventions, type Question, counts } from "@/lib/question";
import type { Prediction } from "../prediction";
import { wrongCounts } from "./count-slips";

/** A convolution that shares nothing: each place of the output has weights and a bias of its own. */
export interface UnsharedQuestion {
  readonly op: "unshared";
  /** The convolution whose weights are shared, of shapes alone. */
  readonly question: Question;
  readonly conventions: Conventions;
}

/** Height and width of the convolution's output. @throws KernelError where the kernel does not fit */
export function placesOf({ question }: UnsharedQuestion): readonly [number, number] {
  return planeIn(question, counts(question).shapes.y ?? []);
}

/** Hout·Wout·Cout·(Cin·kH·kW + 1). @throws KernelError where the kernel does not fit */
export function unsharedKey(question: UnsharedQuestion): number {
  const [height, width] = placesOf(question);
  return height * width * counts(question.question).params;
}

/** Mistakes in one place's parameters, and in the number of places. */
export function unsharedSlips(asked: UnsharedQuestion): readonly Prediction[] {
  const { question } = asked;
  const [height, width] = placesOf(asked);
  const { params, shapes } = counts(question);
  const [inHeight, inWidth] = planeIn(question, shapes["x"] ?? []);
  const places = wrongPlaces(question).map(({ mistake, count }) => ({
    mistake,
    answer: count * params,
  }));
  return [
    { mistake: "INPUT_SIZE_FOR_OUTPUT", answer: inHeight * inWidth * params },
    ...wrongCounts(question, "params")
      .filter(({ mistake }) => mistake !== "TIMES_POSITIONS" && mistake !== "OFF_BY_ONE")
      .map(({ mistake, value }) => ({ mistake, answer: height * width * value })),
    ...places.filter(({ answer }) => Number.isInteger(answer)),
  ];
}

function wrongPlaces(
  question: Question,
): { readonly mistake: MistakeId; readonly count: number }[] {
  const singles = predictorFor(question, "shapes.y")?.singles() ?? [];
  return singles.flatMap(({ ids: [mistake], computation: { shape, at } }) => {
    const sizes = Array.from({ length: shape[3] }, (_, index) => at(0, 0, 0, index));
    const [height, width] = planeIn(question, sizes);
    return mistake === undefined ? [] : [{ mistake, count: height * width }];
  });
}

function planeIn({ conventions }: Question, shape: readonly number[]): readonly [number, number] {
  const plane = conventions.layout === "nhwc" ? shape.slice(-3, -1) : shape.slice(-2);
  return [plane[0] ?? 1, plane[1] ?? 1];
}
