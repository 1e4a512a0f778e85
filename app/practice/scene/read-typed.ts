import {
  type Expected,
  type Given,
  expectedOf,
  keyOf,
  readAnswer,
  readAs,
  readJson,
} from "@/lib/answer/check";
import { type FindQuestion, type Variant, isOwnQuestion } from "@/lib/exercises";
import { expectedOfOwn, readFound } from "@/lib/exercises/check";
import type { ProblemAddress, Typed } from "../types";
import { inSize } from "../edit-typed";
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

/** What was pasted, cell by cell in the answer's shape, or a sentence that says why it does not go in. */
export function pastedInto(
  typed: Typed,
  text: string,
  choosesSize: boolean,
): { readonly typed: Typed } | { readonly problem: string } {
  const shape = choosesSize ? [...typed.shape.slice(0, -2), 2, 2] : typed.shape;
  const reading = readAnswer(text, { kind: "tensor", shape });
  if (reading.kind === "unreadable") return { problem: reading.message };
  const given = reading.value;
  const [height = 1, width = 1] = given.shape.slice(-2);
  const room = choosesSize ? inSize(typed, height, width) : typed;
  const cells = given.cells.map(asTyped);
  if (cells.length !== room.cells.length || !endsAlike(given.shape, room.shape)) {
    return {
      problem: `What you pasted is ${given.shape.join("×")}; here ${typed.shape.join("×")} is asked for.`,
    };
  }
  return { typed: { ...room, cells } };
}

function endsAlike(one: readonly number[], other: readonly number[]): boolean {
  const rank = Math.min(one.length, other.length, 2);
  return one.slice(-rank).join() === other.slice(-rank).join();
}

function asTyped(cell: Given["cells"][number]): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : cell.shown;
}

function expectedFor({ question, ask }: Variant): Expected {
  if (isOwnQuestion(question)) return expectedOfOwn(question);
  return expectedOf(keyOf(question, ask), question);
}
