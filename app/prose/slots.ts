import { askedTensor, tensorNamed } from "../scene/tensors";
import { ROLES, TENSOR_NAMES } from "../scene/labels";
import { asTex } from "./render";
import { signed } from "../scene/signed";
import { readArithmetic } from "./arithmetic";
import { derive, type TensorName } from "@/lib/derivation";
import type { Question, Solution } from "@/lib/question";
import { type Tensor, coordinatesOf, valueAt } from "@/lib/tensor";
import {
  type Expression,
  type Role,
  matrix,
  number,
  proseNumber,
  toSpeech,
  toTex,
  toText,
} from "@/lib/tex";

/** Where the text stands: among words, in TeX, in TeX that wears the roles' colours, or read aloud. */
export type SlotForm = "text" | "maths" | "line" | "spoken";

/** The colours that a picture gives its tensors, where they are not their own. */
export type Roles = Readonly<Partial<Record<TensorName, Role>>>;

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
  form: SlotForm = "text",
  roles: Roles = {},
): string {
  const filled = (part: string, where: SlotForm) =>
    part.replace(/\{\{([^{}]+)\}\}/g, (_, slot: string) =>
      fillSlot(slot.trim(), question, solution, where, roles),
    );
  if (form !== "text") return filled(text, form);
  return text
    .split(/(\$[^$]+\$)/)
    .map((part) => filled(part, part.startsWith("$") ? "maths" : "text"))
    .join("");
}

function fillSlot(
  slot: string,
  question: Question,
  solution: Solution,
  form: SlotForm,
  roles: Roles,
): string {
  if (!isArithmetic(slot, form)) {
    const named = plainSlot(slot, question, solution);
    return form === "maths" || form === "line" ? asTex(named) : named;
  }
  const line = readArithmetic(slot, (name) => operand(name, question, solution, roles));
  if (form === "spoken") return toSpeech(line);
  if (form === "text") return toText(line).replaceAll("-", "−").replaceAll("*", "·");
  return toTex(line, { colour: form === "line" });
}

/** Signs or brackets; in a line that is coloured or read aloud, any single number as well. */
function isArithmetic(slot: string, form: SlotForm): boolean {
  if (/[=·/^()[\]⌊+]|\s-|^[-\d]/.test(slot)) return true;
  return (form === "line" || form === "spoken") && /^[^|]+@[^|]+$/.test(slot);
}

/** What a name stands for in arithmetic: a cell, a count, one size of a shape, or a whole matrix. */
function operand(name: string, question: Question, solution: Solution, roles: Roles): Expression {
  const [path = "", at] = name.split("@");
  const count = countNamed(path, question, solution);
  if (count !== undefined) return number(count);
  if (path.startsWith("shapes.")) return number(sizeNamed(path.slice(7), solution, at));
  const which = askedTensor(path) ?? tensorOf(path, name);
  const tensor = tensorNamed(question, solution, which);
  if (!tensor?.data) throw new Error(`${name} names nothing that was computed.`);
  const role = roles[which] ?? ROLES[which];
  if (at !== undefined) return number(valueAt(tensor, at.split(",").map(Number)), role);
  return matrix(nestedRows(tensor).map((row) => row.map((value) => number(value, role))));
}

function plainSlot(slot: string, question: Question, solution: Solution): string {
  const [path = "", form] = slot.split("|");
  const [name = "", at] = path.split("@");
  const count = countNamed(name, question, solution);
  if (count !== undefined) return proseNumber(count);
  if (name.startsWith("shapes.")) {
    return at === undefined
      ? shapeNamed(name.slice(7), solution)
      : String(sizeNamed(name.slice(7), solution, at));
  }
  const tensor = tensorNamed(question, solution, askedTensor(name) ?? tensorOf(name, slot));
  if (!tensor?.data) throw new Error(`The slot {{${slot}}} names nothing that was computed.`);
  if (form === "tex") return toTex(matrix(nestedRows(tensor)));
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

function shapeNamed(name: string, solution: Solution): string {
  return shapeOf(name, solution).join("×");
}

/** One of its sizes: 0 is the first axis, -1 the last. */
function sizeNamed(name: string, solution: Solution, axis: string | undefined): number {
  const size = shapeOf(name, solution).at(Number(axis));
  if (size === undefined) throw new Error(`The shape of ${name} has no axis ${axis}.`);
  return size;
}

function shapeOf(name: string, solution: Solution): readonly number[] {
  const shape = solution.shapes[name];
  if (!shape) throw new Error(`There is no shape of ${name} here.`);
  return shape;
}

function allValues(tensor: Tensor): string {
  return nestedRows(tensor)
    .map((row) => row.map(signed).join(", "))
    .join("; ");
}

/** The values row by row; a vector stands upright. */
function nestedRows(tensor: Tensor): number[][] {
  const width = tensor.shape.at(-1) ?? 1;
  const rows: number[][] = [];
  for (const [offset, value] of tensor.data.entries()) {
    const column = coordinatesOf(tensor.shape, offset).at(-1) ?? 0;
    if (column === 0 || width === 1) rows.push([]);
    rows.at(-1)?.push(value);
  }
  return rows;
}
