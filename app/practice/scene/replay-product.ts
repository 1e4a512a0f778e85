import { PRODUCT_WORDS } from "@/content/practice";
import { type CellRef, type Connection, type TensorName, connections } from "@/lib/derivation";
import { type Diagnosis, predictCell } from "@/lib/mistakes";
import { type Question, type Solution, solve } from "@/lib/question";
import { valueAt } from "@/lib/tensor";
import { dot, number, toSpeech, toTex } from "@/lib/tex";
import { texToHtml } from "../../prose/tex";
import { ROLES } from "../../scene/labels";
import { askedTensor, tensorNamed } from "../../scene/tensors";
import type { Replay } from "../types";
import { pictureOf } from "./replay-pictures";

/** The two tensors whose cells are multiplied for what is asked. */
const FACTORS: Readonly<Record<string, readonly [TensorName, TensorName]>> = {
  y: ["x", "w"],
  "grads.w": ["dy", "x"],
  "grads.x": ["dy", "w"],
};

/** The product that was dropped, or taken with the wrong sign, in the first cell that it explains. */
export function missingProduct(
  question: Question,
  ask: string,
  { ids: [id], cells: [at], terms }: Diagnosis,
  answered?: number,
): Replay | undefined {
  const [tensor, names, term] = [askedTensor(ask), FACTORS[ask], terms?.[0]];
  if (!id || !at || !tensor || !names) return undefined;
  const solution = solve(question);
  const right = valueOfCell(question, solution, tensor, at);
  const wrong = term === undefined ? answered : predictCell(id, question, ask as "y", { at, term });
  if (wrong === undefined) return undefined;
  const share = (right - wrong) / (id === "SIGN_SLIP" ? 2 : 1);
  const pair = connections(question)(tensor, at)
    .filter(({ inside }) => inside)
    .map((strand) => names.map((name) => ({ tensor: name, at: placeIn(strand, name) })))
    .find((cells) => productOf(question, solution, cells) === share);
  if (!pair) return undefined;
  const factors = pair.map((cell) =>
    number(valueOfCell(question, solution, cell.tensor, cell.at), ROLES[cell.tensor]),
  );
  const tensors = names.flatMap((name) => {
    const operand = tensorNamed(question, solution, name);
    return operand ? [{ name, operand }] : [];
  });
  const product = dot(...factors);
  return {
    kind: "product",
    picture: pictureOf(tensors),
    lit: pair,
    words: PRODUCT_WORDS(at, id === "SIGN_SLIP"),
    product: texToHtml(toTex(product, { colour: true })),
    spoken: toSpeech(product),
  };
}

function placeIn({ input, weight, output }: Connection, name: TensorName): readonly number[] {
  if (name === "x") return input;
  return name === "w" ? (weight ?? []) : output;
}

function productOf(question: Question, solution: Solution, cells: readonly CellRef[]): number {
  return cells.reduce(
    (product, { tensor, at }) => product * valueOfCell(question, solution, tensor, at),
    1,
  );
}

function valueOfCell(
  question: Question,
  solution: Solution,
  tensor: TensorName,
  at: readonly number[],
): number {
  const operand = tensorNamed(question, solution, tensor);
  return operand?.data ? valueAt(operand, at) : Number.NaN;
}
