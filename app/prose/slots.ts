import { askedTensor, tensorNamed } from "../scene/tensors";
import { TENSOR_NAMES } from "../scene/labels";
import { signed } from "../scene/signed";
import type { TensorName } from "@/lib/derivation";
import type { Question, Solution } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import { formatNumber, groupDigits } from "@/lib/tex";

/**
 * Text with its `{{slots}}` filled from what the kernel computes (see content/types.ts): the same
 * number can then never be right in the picture and wrong in the prose.
 *
 * @throws Error for a slot that names nothing, so that a build fails rather than a reader
 */
export function fillSlots(
  text: string,
  question: Question,
  solution: Solution,
  maths = false,
): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (_, slot: string) => {
    const filled = fillSlot(slot.trim(), question, solution);
    return maths ? filled.replaceAll("−", "-").replaceAll(" ", "\\,") : filled;
  });
}

function fillSlot(slot: string, question: Question, solution: Solution): string {
  const [name = "", at] = slot.split("@");
  const count = countNamed(name, solution);
  if (count !== undefined) return grouped(count);
  if (name.startsWith("shapes.")) return shapeNamed(name.slice(7), solution);
  const tensor = tensorNamed(question, solution, askedTensor(name) ?? tensorOf(name, slot));
  if (!tensor?.data) throw new Error(`The slot {{${slot}}} names nothing that was computed.`);
  return at === undefined ? allValues(tensor) : signed(valueAt(tensor, at.split(",").map(Number)));
}

function tensorOf(name: string, slot: string): TensorName {
  const known = TENSOR_NAMES.find((tensor) => tensor === name);
  if (!known) throw new Error(`The slot {{${slot}}} names no tensor.`);
  return known;
}

function countNamed(name: string, solution: Solution): number | undefined {
  if (name === "params" || name === "macs" || name === "flops") return solution[name];
  const [kind, tensor = "", unit] = name.split(".");
  if (kind !== "memory") return undefined;
  return solution.memory[tensor]?.[unit === "values" ? "values" : "bytes"];
}

function shapeNamed(name: string, solution: Solution): string {
  const shape = solution.shapes[name];
  if (!shape) throw new Error(`There is no shape of ${name} here.`);
  return shape.join("×");
}

function grouped(count: number): string {
  return groupDigits(formatNumber(count), " ").replace("-", "−");
}

function allValues(tensor: Tensor): string {
  const width = tensor.shape.at(-1) ?? 1;
  const rows: string[][] = [];
  for (const [offset, value] of tensor.data.entries()) {
    const column = coordinatesOf(tensor.shape, offset).at(-1) ?? 0;
    if (column === 0 || width === 1) rows.push([]);
    rows.at(-1)?.push(signed(value));
  }
  return rows.map((row) => row.join(", ")).join("; ");
}
