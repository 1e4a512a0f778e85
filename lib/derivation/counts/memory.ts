import { type InputName, type Question, counts, valuesIn } from "@/lib/question";
import { KernelError, bytesOf, inUnit } from "@/lib/tensor";
import { type Expression, dot, fraction, number, times, words } from "@/lib/tex";
import { conclude } from "../conclude";
import { planeOfShape } from "../image";
import type { RuleId } from "../rules";
import type { Step } from "../step";
import type { CountWorking } from "../working";

/**
 * The steps to what a tensor takes: its values, its bytes, and those in kB and KiB.
 *
 * @throws KernelError ERR_INPUT where the question has no such tensor
 * @example 28 × 28 × 3 = 2352 values; 2352 · 4 = 9408 B = 9.408 kB = 9.1875 KiB
 */
export function deriveMemory(
  question: Question,
  name: InputName | "y",
  ask: "bytes" | "values",
): CountWorking {
  const { memory, shapes } = counts(question);
  const used = memory[name];
  if (!used) {
    throw new KernelError(
      "ERR_INPUT",
      `${question.op} has no ${name} here, so there is no memory to count; it has ${Object.keys(memory).join(", ")}.`,
    );
  }
  const values = valuesStep(question, name, shapes[name] ?? [], used.values);
  if (ask === "values") return { steps: [values], result: used.values };
  const steps = [values, bytesStep(question, used.values, used.bytes)];
  return { steps: [...steps, ...unitSteps(question, used.bytes)], result: used.bytes };
}

function valuesStep(
  question: Question,
  name: string,
  shape: readonly number[],
  values: number,
): Step {
  const sizes = isImage(question, name) ? volume(question, shape) : shape;
  const line =
    sizes.length > 1
      ? conclude(times(...sizes), amount(values, "values"))
      : amount(values, values === 1 ? "value" : "values");
  return {
    rule: "memory-values",
    line,
    value: values,
    cells: [],
    facts: { name: name.toUpperCase() },
  };
}

function bytesStep({ dtype }: Question, values: number, bytes: number): Step {
  const size = bytesOf(1, dtype);
  return {
    rule: "memory-bytes",
    line: conclude(dot(values, size), amount(bytes, "bytes")),
    value: bytes,
    cells: [],
    facts: { dtype, size },
  };
}

/** In thousands and in 1024s, the question's own units last; nothing to say below 1000 bytes. */
function unitSteps({ conventions }: Question, bytes: number): Step[] {
  if (bytes < 1000) return [];
  const decimal = unitStep("memory-kilobytes", bytes, bytes < 1e6 ? "kB" : "MB");
  const binary = unitStep("memory-kibibytes", bytes, bytes < 2 ** 20 ? "KiB" : "MiB");
  return conventions.units === "si" ? [decimal, binary] : [binary, decimal];
}

function unitStep(rule: RuleId, bytes: number, unit: "kB" | "MB" | "KiB" | "MiB"): Step {
  const value = inUnit(bytes, unit);
  const size = UNIT_SIZES[unit];
  return {
    rule,
    line: conclude(fraction(bytes, size), amount(value, unit)),
    value,
    cells: [],
    facts: { unit, size },
  };
}

const UNIT_SIZES = { kB: 1000, MB: 1_000_000, KiB: 1024, MiB: 1_048_576 } as const;

/** The sizes of a volume in the order in which people say them: images, height, width, channels. */
function volume(question: Question, shape: readonly number[]): readonly number[] {
  const [height, width] = planeOfShape(question, shape);
  const batch = shape.length === 4 ? (shape[0] ?? 1) : 1;
  const channels = valuesIn(shape) / (batch * height * width || 1);
  return [...(batch > 1 ? [batch] : []), height, width, ...(shape.length > 2 ? [channels] : [])];
}

const IMAGE_OPS = /conv|pool|batch_norm|gram|relu/;

function isImage({ op }: Question, name: string): boolean {
  const isActivation = name === "x" || name === "indices" || (name === "y" && op !== "gram");
  return isActivation && IMAGE_OPS.test(op);
}

function amount(value: number, unit: string): Expression {
  return {
    kind: "sequence",
    separator: "space",
    parts: [number(value), words(unit)],
  };
}
