import { askedTensor, tensorNamed } from "../scene/tensors";
import { TENSOR_NAMES } from "../scene/labels";
import { asTex } from "./render";
import { signed } from "../scene/signed";
import { derive, type TensorName } from "@/lib/derivation";
import type { Question, Solution } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import { formatNumber, groupDigits } from "@/lib/tex";

/** Between groups of digits; no line breaks there. */
const NARROW_SPACE = "\u202f";

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
    return maths ? asTex(filled) : filled;
  });
}

function fillSlot(slot: string, question: Question, solution: Solution): string {
  const [path = "", form] = slot.split("|");
  const [name = "", at] = path.split("@");
  const count = countNamed(name, question, solution);
  if (count !== undefined) return grouped(count);
  if (name.startsWith("shapes.")) return shapeNamed(name.slice(7), solution, at);
  const tensor = tensorNamed(question, solution, askedTensor(name) ?? tensorOf(name, slot));
  if (!tensor?.data) throw new Error(`The slot {{${slot}}} names nothing that was computed.`);
  if (form === "tex") return texMatrix(tensor);
  return at === undefined ? allValues(tensor) : signed(valueAt(tensor, at.split(",").map(Number)));
}

function tensorOf(name: string, slot: string): TensorName {
  const known = TENSOR_NAMES.find((tensor) => tensor === name);
  if (!known) throw new Error(`The slot {{${slot}}} names no tensor.`);
  return known;
}

function countNamed(name: string, question: Question, solution: Solution): number | undefined {
  if (name === "params" || name === "macs" || name === "flops") return solution[name];
  const [kind, tensor = "", unit] = name.split(".");
  if (kind !== "memory") return undefined;
  if (unit === "kB" || unit === "KiB") return inUnit(question, tensor, unit);
  return solution.memory[tensor]?.[unit === "values" ? "values" : "bytes"];
}

/** The derivation of the bytes goes on to both units. */
function inUnit(question: Question, tensor: string, unit: "kB" | "KiB"): number | undefined {
  if (tensor !== "x" && tensor !== "y" && tensor !== "w") return undefined;
  const rule = unit === "kB" ? "memory-kilobytes" : "memory-kibibytes";
  const step = derive(question, `memory.${tensor}`).steps.find((one) => one.rule === rule);
  return typeof step?.value === "number" ? step.value : undefined;
}

/** All sizes, or one of them: 0 is the first axis, -1 the last. */
function shapeNamed(name: string, solution: Solution, axis: string | undefined): string {
  const shape = solution.shapes[name];
  if (!shape) throw new Error(`There is no shape of ${name} here.`);
  if (axis === undefined) return shape.join("×");
  const size = shape.at(Number(axis));
  if (size === undefined) throw new Error(`The shape of ${name} has no axis ${axis}.`);
  return String(size);
}

function grouped(count: number): string {
  return groupDigits(formatNumber(count), NARROW_SPACE).replace("-", "−");
}

function allValues(tensor: Tensor): string {
  return rowsOf(tensor)
    .map((row) => row.join(", "))
    .join("; ");
}

function texMatrix(tensor: Tensor): string {
  const rows = rowsOf(tensor).map((row) => row.join(" & ").replaceAll("−", "-"));
  return `\\begin{bmatrix}${rows.join(" \\\\ ")}\\end{bmatrix}`;
}

function rowsOf(tensor: Tensor): string[][] {
  const width = tensor.shape.at(-1) ?? 1;
  const rows: string[][] = [];
  for (const [offset, value] of tensor.data.entries()) {
    const column = coordinatesOf(tensor.shape, offset).at(-1) ?? 0;
    if (column === 0 || width === 1) rows.push([]);
    rows.at(-1)?.push(signed(value));
  }
  return rows;
}
