import { type MistakeId, type Predictor, predictorFor } from "@/lib/mistakes";
import { type Ask, type Conventions, type Question, forward } from "@/lib/question";
import { coordinatesOf } from "@/lib/tensor";
import type { Spotted } from "../key";

/** One line of somebody's working: the products of a cell, and the sum that they made of them. */
export interface WorkedLine {
  readonly at: readonly number[];
  readonly products: readonly number[];
  readonly value: number;
}

/** A worked solution with one mistake in it: which line is the first that is wrong, and what was done? */
export interface SpotQuestion {
  readonly op: "spot";
  readonly question: Question;
  readonly ask: Extract<Ask, "y">;
  readonly lines: readonly WorkedLine[];
  /** The names to choose from; one of them is right. */
  readonly choices: readonly MistakeId[];
  readonly conventions: Conventions;
}

/** What is drawn of the mistake: which, in which cell, at which of its products; both count round and round. */
export interface SpotDraw {
  readonly mistake: MistakeId;
  readonly cell: number;
  readonly product: number;
}

interface Working {
  readonly lines: readonly WorkedLine[];
  readonly shape: readonly number[];
  readonly predictor: Predictor | undefined;
}

/** A mistake in one cell, as a change of its products and their sum; undefined where nothing changes. */
type OneCell = (products: readonly number[], product: number) => readonly number[] | undefined;

const IN_ONE_CELL: Partial<Record<MistakeId, OneCell>> = {
  TERM_DROPPED: (products, product) =>
    products[product] ? products.toSpliced(product, 1) : undefined,
  SIGN_SLIP: (products, product) =>
    products[product] ? products.with(product, -products[product]) : undefined,
};

/** A worked solution with this mistake; undefined where the draw changes nothing, or other than the values. */
export function spotFrom(
  question: Question,
  choices: readonly MistakeId[],
  draw: SpotDraw,
): SpotQuestion | undefined {
  const lines = linesWith(question, draw);
  if (!lines) return undefined;
  return { op: "spot", question, ask: "y", lines, choices, conventions: question.conventions };
}

/** The first wrong line, and the one of the choices that makes the lines what they are. */
export function spotKey(
  question: SpotQuestion,
): { readonly at: readonly number[]; readonly mistake: string } | undefined {
  const right = rightWorking(question.question);
  const wrong = question.lines.findIndex(({ value }, index) => value !== right.lines[index]?.value);
  const at = question.lines[wrong]?.at;
  const mistakes = question.choices.filter((mistake) => explains(question, mistake, wrong));
  const [mistake] = mistakes;
  return at && mistake && mistakes.length === 1 ? { at, mistake } : undefined;
}

/** The right line under every name but its own. */
export function spotSlips(
  question: SpotQuestion,
): { readonly mistake: MistakeId; readonly answer: Spotted }[] {
  const key = spotKey(question);
  if (!key) return [];
  return question.choices
    .filter((mistake) => mistake !== key.mistake)
    .map((mistake) => ({ mistake, answer: { at: key.at, mistake } }));
}

function explains({ question, lines }: SpotQuestion, mistake: MistakeId, cell: number): boolean {
  const products = rightWorking(question).lines[cell]?.products ?? [];
  const draws = mistake in IN_ONE_CELL ? products.map((_, product) => product) : [0];
  return draws.some((product) => {
    const made = linesWith(question, { mistake, cell, product });
    return made?.every(({ value }, index) => value === lines[index]?.value) ?? false;
  });
}

function linesWith(question: Question, draw: SpotDraw): readonly WorkedLine[] | undefined {
  const right = rightWorking(question);
  const slip = IN_ONE_CELL[draw.mistake];
  if (slip) return withOneCell(right.lines, draw, slip);
  const wrong = right.predictor
    ?.singles()
    .find(({ ids }) => ids.length === 1 && ids[0] === draw.mistake);
  const [, , height, width] = wrong?.computation.shape ?? [];
  const [rows, columns] = right.shape;
  if (!wrong || height !== rows || width !== columns) return undefined;
  const { at, terms } = wrong.computation;
  return right.lines.map((line) => {
    const [row = 0, column = 0] = line.at;
    const products = withoutNegativeZeros(terms?.(0, 0, row, column));
    return { at: line.at, products, value: at(0, 0, row, column) };
  });
}

function withOneCell(
  lines: readonly WorkedLine[],
  draw: SpotDraw,
  slip: OneCell,
): readonly WorkedLine[] | undefined {
  const cell = draw.cell % lines.length;
  const line = lines[cell];
  const products = line && slip(line.products, draw.product % line.products.length);
  if (!products) return undefined;
  const value = line.value + sumOf(products) - sumOf(line.products);
  return value === line.value ? undefined : lines.with(cell, { ...line, products, value });
}

function withoutNegativeZeros(products: readonly number[] = []): readonly number[] {
  return products.map((product) => (product === 0 ? 0 : product));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Every mistake that a working may hold is compared with the right one, which is worked out once. */
const WORKINGS = new WeakMap<Question, Working>();

function rightWorking(question: Question): Working {
  const working = WORKINGS.get(question) ?? workedOut(question);
  WORKINGS.set(question, working);
  return working;
}

function workedOut(question: Question): Working {
  const { shape, data } = forward(question).y;
  const predictor = predictorFor(question, "y");
  const terms = predictor?.right.terms;
  const lines = Array.from(data, (value, offset): WorkedLine => {
    const at = coordinatesOf(shape, offset);
    const [row = 0, column = 0] = at;
    return { at, products: withoutNegativeZeros(terms?.(0, 0, row, column)), value };
  });
  return { lines, shape, predictor };
}
