import {
  type AnyQuestion,
  type FindQuestion,
  type Key,
  type Variant,
  isFound,
  isTensor,
  sameKey,
  solveAsked,
} from "@/lib/exercises";
import type { Conventions } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import type { Accepted, Field } from "./document";
import { answerText } from "./key-text";

/**
 * What else is right: other sizes that fit as well, and the answers to the same question under other conventions, where
 * they differ from the key and from each other.
 */
export function acceptedAnswers(
  variant: Variant,
  field: Field,
  accept: readonly Partial<Conventions>[],
): Accepted[] {
  const found: Accepted[] = [];
  const add = (key: Key | undefined, conventions: Partial<Conventions>): void => {
    if (key === undefined || [variant, ...found].some((known) => sameKey(known.key, key))) return;
    found.push({ conventions, key, keyText: answerText(variant, field, key) });
  };
  if (variant.question.op === "find") {
    for (const size of sizesThatFit(variant.question)) add(size, {});
  }
  for (const conventions of accept) add(keyUnder(variant, conventions), conventions);
  return found;
}

/** No size is looked for beyond this. */
const LARGEST = 512;

/** Every size of a single unknown that gives the output. */
function sizesThatFit(question: FindQuestion): number[] {
  if (question.unknown.length > 1 || question.every || question.same) return [];
  const sizes = Array.from({ length: LARGEST + 1 }, (_, size) => size);
  return sizes.filter((size) => isFound(question, [size]));
}

/** Undefined where the question does not hold together under them, or asks for something of another size. */
function keyUnder(variant: Variant, conventions: Partial<Conventions>) {
  try {
    const question = underConventions(variant.question, conventions);
    const key = solveAsked({ question, ask: variant.ask })?.key;
    return key !== undefined && isAlike(variant.key, key) ? key : undefined;
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

/** The same question under other conventions. */
export function underConventions(question: AnyQuestion, others: Partial<Conventions>): AnyQuestion {
  const conventions = { ...question.conventions, ...others };
  if (question.op !== "unshared" && question.op !== "spot") return { ...question, conventions };
  return { ...question, conventions, question: { ...question.question, conventions } };
}

function isAlike(key: Variant["key"], other: Variant["key"]): boolean {
  if (typeof key !== "object" || typeof other !== "object") return typeof key === typeof other;
  if (!isTensor(key) || !isTensor(other)) return isTensor(key) === isTensor(other);
  return String(key.shape) === String(other.shape);
}
