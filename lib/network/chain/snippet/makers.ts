import type { Operand } from "@/lib/question";
import { type Tensor, sizeOf } from "@/lib/tensor";
import type { Argument, Expression } from "../../read/syntax";
import { ReadError } from "../../read/problem";
import { numberFrom, tensorFrom } from "./numbers";

/** The most numbers that a call may make. */
const MOST = 2 ** 16;

/** torch.tensor and what else is given its numbers. */
const WRITTEN = ["tensor", "Tensor", "FloatTensor", "LongTensor", "as_tensor", "array"];

/** What draws its numbers: they are not PyTorch's here, so the shape alone is kept. */
const RANDOM = ["randn", "rand", "empty"];

const FILLED: ReadonlyMap<string, number> = new Map([
  ["zeros", 0],
  ["ones", 1],
]);

/** A tensor that a call of torch or NumPy makes; undefined where it makes none. @throws ReadError ERR_ARGUMENT */
export function madeTensor(
  name: string,
  args: readonly Argument[],
  line: number,
): Operand | undefined {
  const first = args.find((one) => one.name === undefined);
  if (WRITTEN.includes(name)) return tensorFrom(first?.value, line);
  if (RANDOM.includes(name)) return { shape: sizesIn(args, line) };
  if (name === "arange") return countedUp(args, line);
  const value = FILLED.get(name);
  if (value !== undefined) return filled(sizesIn(args, line), value, line);
  if (name !== "full") return undefined;
  return filled(sizesIn(args.slice(0, 1), line), fillValue(args, line), line);
}

/** A tensor like another: zeros_like, ones_like, full_like. */
export function likeTensor(
  name: string,
  shape: readonly number[],
  args: readonly Argument[],
  line: number,
): Operand | undefined {
  const kind = name.replace(/_like$/, "");
  if (RANDOM.includes(kind)) return { shape };
  const value = kind === "full" ? fillValue(args, line) : FILLED.get(kind);
  return value === undefined ? undefined : filled(shape, value, line);
}

/** A tensor of one number throughout. @throws ReadError ERR_ARGUMENT where it is too large */
export function filled(shape: readonly number[], value: number, line: number): Tensor {
  const size = sizeOf(shape);
  if (size <= MOST) return { shape, data: new Float64Array(size).fill(value) };
  throw new ReadError(
    "ERR_ARGUMENT",
    `${size} numbers are more than the ${MOST} that a line of code may make here.`,
    line,
  );
}

function fillValue(args: readonly Argument[], line: number): number {
  const value = args.find((one) => one.name === "fill_value") ?? args[1];
  if (value) return numberFrom(value.value);
  throw new ReadError("ERR_ARGUMENT", "full needs the number to fill with.", line);
}

/** 0, 1, 2 …: up to a number, or from one to another, in steps. */
function countedUp(args: readonly Argument[], line: number): Tensor {
  const numbers = args
    .filter((one) => one.name === undefined)
    .map(({ value }) => numberFrom(value));
  const [from = 0, to = 0] = numbers.length > 1 ? numbers : [0, ...numbers];
  const step = numbers[2] ?? 1;
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((to - from) / step));
  const { shape, data } = filled([count], from, line);
  return { shape, data: data.map((start, place) => start + place * step) };
}

/** (1, 3), ((1, 3)) or size=(1, 3). */
function sizesIn(args: readonly Argument[], line: number): readonly number[] {
  const named = args.find((one) => one.name === "size");
  const given = named ? [named] : args.filter((one) => one.name === undefined);
  const sizes = given.flatMap(({ value }) => itemsOf(value)).map((one) => numberFrom(one));
  if (sizes.every((size) => Number.isSafeInteger(size) && size > 0)) return sizes;
  throw new ReadError("ERR_ARGUMENT", "A shape is made of whole numbers from 1.", line);
}

function itemsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "list" ? expression.items.map(({ value }) => value) : [expression];
}
