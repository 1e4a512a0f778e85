import { derive } from "@/lib/derivation";
import { type NetworkQuestion, solveNetwork } from "@/lib/network";
import {
  type Operand,
  type Question,
  type Solution,
  counts,
  didYouMean,
  forward,
  solve,
} from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";

/** A layer's question, or a network's. */
export type Asked = Question | NetworkQuestion;

/** The right answer, by what kind of thing is asked. */
export type Key =
  | { readonly kind: "tensor"; readonly tensor: Tensor }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "bytes"; readonly value: number }
  /** `form` says in which other ways the shape may be written: an image with its channels last, say. */
  | { readonly kind: "shape"; readonly sizes: readonly number[]; readonly form: ShapeForm }
  /** Height and width of a receptive field, which one number may give where they are alike. */
  | { readonly kind: "field"; readonly sizes: readonly [height: number, width: number] };

export type ShapeForm = "image" | "plain";

/**
 * The right answer to what is asked of a question.
 *
 * @throws KernelError as `solve` does; ERR_INPUT where the question has no such thing
 * @example keyOf(question, "params") // { kind: "count", value: 760 }
 */
export function keyOf(question: Asked, ask: string): Key {
  if (ask === "receptive_field") return fieldOf(question);
  const tensor = ask === "y" || ask === "indices" || ask.startsWith("grads.");
  if (tensor) return { kind: "tensor", tensor: tensorOf(question, ask) };
  const sizes = sizesOf(question);
  if (ask === "params" || ask === "macs" || ask === "flops")
    return { kind: "count", value: sizes[ask] };
  return shapeOf(question, ask, sizes) ?? memoryOf(ask, sizes) ?? unknown(ask, sizes);
}

/** Shapes and counts; a network is counted without its values. */
function sizesOf(question: Asked): Sizes {
  if (question.op !== "network") return counts(question);
  const inputs: Record<string, Operand> = {};
  for (const [name, { shape }] of Object.entries(question.inputs)) inputs[name] = { shape };
  return solveNetwork({ ...question, inputs });
}

type Sizes = Pick<Solution, "shapes" | "params" | "macs" | "flops" | "memory">;

function tensorOf(question: Asked, ask: string): Tensor {
  const { y, indices, grads } = valuesOf(question, ask);
  const tensor =
    ask === "y" ? y : ask === "indices" ? indices : named(grads, ask.slice("grads.".length));
  if (tensor) return tensor;
  const asks = [
    "y",
    ...(indices ? ["indices"] : []),
    ...Object.keys(grads ?? {}).map((name) => `grads.${name}`),
  ];
  throw new KernelError(
    "ERR_INPUT",
    y
      ? `${question.op} has no ${ask} here. ${didYouMean(ask, asks)}`
      : `${ask} takes values, but a tensor of the question has a shape and no data; ask for shapes, params, macs, flops or memory.`,
  );
}

/** The tensors that were computed. */
interface Values {
  readonly y?: Tensor;
  readonly indices?: Tensor;
  readonly grads?: Readonly<Record<string, Tensor>>;
}

/** Only what is asked is computed: y and the indices take no gradients. */
function valuesOf(question: Asked, ask: string): Values {
  if (question.op === "network") return solveNetwork(question);
  return ask.startsWith("grads.") || !hasValues(question) ? solve(question) : forward(question);
}

function hasValues({ inputs, dy }: Question): boolean {
  return [...Object.values(inputs), dy].every((operand) => !operand || operand.data !== undefined);
}

function shapeOf(
  question: Asked,
  ask: string,
  { shapes }: Pick<Solution, "shapes">,
): Key | undefined {
  const sizes = ask.startsWith("shapes.") ? named(shapes, ask.slice("shapes.".length)) : undefined;
  if (!sizes) return undefined;
  const isImage = /^shapes\.(?:y|x|grads\.x|indices)$/.test(ask) && holdsImages(question);
  return { kind: "shape", sizes, form: isImage ? "image" : "plain" };
}

/** Rows of features have no channels to move. */
function holdsImages({ op }: Asked): boolean {
  return !["linear", "softmax", "cross_entropy", "mse_loss", "gram"].includes(op);
}

function memoryOf(ask: string, { memory }: Pick<Solution, "memory">): Key | undefined {
  if (!ask.startsWith("memory.")) return undefined;
  const name = ask.slice("memory.".length);
  const [bytes, values] = [named(memory, name), named(memory, name.replace(/\.values$/, ""))];
  if (bytes) return { kind: "bytes", value: bytes.bytes };
  return values ? { kind: "count", value: values.values } : undefined;
}

function fieldOf(question: Asked): Key {
  const field =
    question.op === "network" ? solveNetwork(question).receptive_field : oneLayer(question);
  if (field === null || field === undefined) {
    throw new KernelError(
      "ERR_INPUT",
      "The last layer has no receptive field of one size: what its cells see differs.",
    );
  }
  if (typeof field === "number") return { kind: "field", sizes: [field, field] };
  const [height = 1, width = 1] = field;
  return { kind: "field", sizes: [height, width] };
}

function oneLayer(question: Question): number | readonly number[] | undefined {
  const { result } = derive(question, "receptive_field");
  return typeof result === "object" && "data" in result ? undefined : result;
}

function unknown(ask: string, { shapes, memory }: Pick<Solution, "shapes" | "memory">): never {
  const asks = [
    "y",
    "indices",
    ...Object.keys(shapes).map((name) => `shapes.${name}`),
    "params",
    "macs",
    "flops",
    "receptive_field",
    ...Object.keys(memory).flatMap((name) => [`memory.${name}`, `memory.${name}.values`]),
    ...Object.keys(shapes).filter((name) => name.startsWith("grads.")),
  ];
  throw new KernelError(
    "ERR_INPUT",
    `ask is "${ask.slice(0, 40)}". ${didYouMean(ask.slice(0, 40), asks)}`,
  );
}

/** An entry by its own name only, so that "constructor" names nothing. */
function named<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
