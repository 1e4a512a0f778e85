import type { Tensor } from "@/lib/tensor";
import { ReadError } from "../../read/problem";
import type { ChainLoss } from "../question";
import type { Value } from "./vocabulary";

/** Where backward() begins: at a loss, with a gradient that is given, or with ones. */
export interface End {
  readonly loss?: ChainLoss | undefined;
  readonly dy?: Tensor | undefined;
}

/** Said where a layer reads something else than the last output. */
export const NO_CHAIN =
  "Only a chain is followed: every layer reads the whole output of the one before it, through which gradients come back.";
/** Said of a layer or a weight that is used a second time. */
export const USED_TWICE =
  "These weights were used before, so that their gradients would add up; a chain uses each once.";
/** Said of a weight that is set after it was used. */
export const SET_LATE =
  "The layer was used before this line, with other numbers; give them before it is called.";
/** Said of a second backward() from elsewhere. */
export const TWO_ENDS =
  "backward() began elsewhere before; a chain has one end, from which it may be called again.";

/** Whether a second backward() adds the same gradients once more. */
export function isSameEnd(one: End, other: End): boolean {
  return (
    one.loss?.name === other.loss?.name &&
    one.loss?.reduction === other.loss?.reduction &&
    isSame(one.loss?.target, other.loss?.target) &&
    isSame(one.dy, other.dy)
  );
}

function isSame(one: Tensor | undefined, other: Tensor | undefined): boolean {
  return (
    one === other ||
    (one?.shape.join() === other?.shape.join() &&
      one?.data.every((value, at) => value === other?.data[at]) === true)
  );
}

/** @throws ReadError ERR_CODE where eval() would change the numbers */
export function checkEval(value: Value, line: number): void {
  const layers =
    value.kind === "model"
      ? value.parts.map(({ layer }) => layer)
      : value.kind === "layer"
        ? [value.made.layer]
        : [];
  if (!layers.some(({ name }) => name === "BatchNorm2d")) return;
  throw new ReadError(
    "ERR_CODE",
    "After eval() batch normalisation takes averages from training, which are not written here; without it, those of this batch.",
    line,
  );
}
