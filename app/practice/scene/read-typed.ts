import { type Expected, expectedOf, keyOf, readAs, readJson } from "@/lib/answer/check";
import { type FindQuestion, type Variant, isOwnQuestion } from "@/lib/exercises";
import { expectedOfOwn, readFound } from "@/lib/exercises/check";
import type { ProblemAddress, Typed } from "../types";
import { answerSpec } from "./answer-spec";
import { nestedCells } from "./nested-cells";
import { variantOfAddress } from "./variant-of-address";

/** How an answer is read, before it is marked; empty where there is nothing to say. */
export function readBack(address: ProblemAddress, typed: Typed): string {
  const variant = variantOfAddress(address);
  const spec = answerSpec(variant);
  if (spec.kind === "spot" || spec.kind === "unknowns") return "";
  if (typed.cells.every((cell) => cell.trim() === "")) return "";
  if (variant.question.op === "find") return foundReadBack(variant.question, typed);
  const expected = expectedFor(variant);
  const answer = spec.kind === "grid" ? nestedCells(typed) : (typed.cells[0] ?? "");
  const reading = readJson(answer, expected);
  if (reading.kind === "unreadable") return spec.kind === "grid" ? "" : reading.message;
  if (spec.kind === "grid" && typed.cells.every(isPlain)) return "";
  return `We read this as ${readAs(reading.value, expected).text}.`;
}

/** A list of sizes looks like a shape, but is none. */
function foundReadBack(question: FindQuestion, { cells: [text = ""] }: Typed): string {
  const numbers = readFound(question, text);
  if ("kind" in numbers) return numbers.message;
  const shape = [numbers.length];
  return `We read this as ${readAs({ shape, cells: numbers }, { kind: "tensor", shape }).text}.`;
}

function isPlain(cell: string): boolean {
  return /^\s*[-−]?\d*\s*$/.test(cell);
}

function expectedFor({ question, ask }: Variant): Expected {
  if (isOwnQuestion(question)) return expectedOfOwn(question);
  return expectedOf(keyOf(question, ask), question);
}
