import { type Given, readAnswer } from "@/lib/answer/check";
import { inSize, sizeOf } from "../edit-typed";
import type { Typed } from "../types";

/** What was pasted, cell by cell in the answer's shape, or a sentence that says why it does not go in. */
export function pastedInto(
  typed: Typed,
  text: string,
  choosesSize: boolean,
): { readonly typed: Typed } | { readonly problem: string } {
  const isPlane = choosesSize && typed.shape.length > 1;
  const shape = isPlane ? [...typed.shape.slice(0, -2), 2, 2] : typed.shape;
  const reading = readAnswer(text, { kind: "tensor", shape });
  if (reading.kind === "unreadable") return { problem: reading.message };
  const given = reading.value;
  const room = choosesSize ? inSize(typed, ...sizeOf(given.shape)) : typed;
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
