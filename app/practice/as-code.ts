import type { Operand, Params, Question } from "@/lib/question";
import { toNested } from "@/lib/tensor";

/**
 * A question as PyTorch code that prints its answer.
 *
 * @example asPyTorch(question, "y") // "import torch\nimport torch.nn.functional as F\n\nx = torch.tensor(…"
 */
export function asPyTorch(question: Question, ask: string): string {
  const call = CALLS[question.op];
  const isBackward = ask.startsWith("grads.");
  return [
    "import torch",
    "import torch.nn.functional as F",
    "",
    ...tensors(question, (text) => `torch.tensor(${text}, dtype=torch.float64)`, "torch.empty"),
    ...(isBackward ? [`${ask.slice("grads.".length)}.requires_grad_(True)`] : []),
    "",
    ...(call ? [call(question)] : []),
    ...(isBackward ? backward(question, ask.slice("grads.".length)) : call ? ["print(y)"] : []),
  ].join("\n");
}

/** A question's tensors as NumPy code. @example asNumpy(question) // "import numpy as np\n\nx = np.array(…" */
export function asNumpy(question: Question): string {
  const parameters = Object.entries(question.params).map(
    ([name, value]) => `${name} = ${JSON.stringify(value)}`,
  );
  return [
    "import numpy as np",
    "",
    ...tensors(question, (text) => `np.array(${text}, dtype=float)`, "np.empty"),
    ...parameters,
  ].join("\n");
}

function backward({ dy }: Question, name: string): string[] {
  return [dy ? "y.backward(dy)" : "y.sum().backward()", `print(${name}.grad)`];
}

function tensors(
  question: Question,
  valued: (text: string) => string,
  empty: string,
): readonly string[] {
  const named: readonly (readonly [string, Operand | undefined])[] = [
    ...Object.entries(question.inputs),
    ["dy", question.dy],
  ];
  return named.flatMap(([name, operand]) =>
    operand ? [`${name} = ${written(inFull(question, name, operand), valued, empty)}`] : [],
  );
}

function written({ shape, data }: Operand, valued: (text: string) => string, empty: string) {
  return data
    ? valued(JSON.stringify(toNested({ shape, data })).replaceAll(",", ", "))
    : `${empty}(${shape.join(", ")})`;
}

/** Frameworks want images and weights of rank 4. */
function inFull({ op }: Question, name: string, operand: Operand): Operand {
  if (!IMAGES.includes(op) || name === "b") return operand;
  const missing = Array<number>(Math.max(0, 4 - operand.shape.length)).fill(1);
  return { ...operand, shape: [...missing, ...operand.shape] };
}

const IMAGES: readonly string[] = [
  "conv2d",
  "conv_transpose2d",
  "max_pool2d",
  "avg_pool2d",
  "global_avg_pool2d",
  "global_max_pool2d",
  "adaptive_avg_pool2d",
  "adaptive_max_pool2d",
];

type Call = (question: Question) => string;

const conv =
  (name: string): Call =>
  ({ params, inputs }) =>
    `y = F.${name}(x, w${inputs.b ? ", b" : ""}${settings(params)})`;

const pool =
  (name: string): Call =>
  ({ params: { kernel, ...others } }) =>
    `y = F.${name}(x, ${python(kernel ?? 2)}${settings(others)})`;

const CALLS: Readonly<Partial<Record<Question["op"], Call>>> = {
  conv2d: conv("conv2d"),
  conv_transpose2d: conv("conv_transpose2d"),
  max_pool2d: pool("max_pool2d"),
  avg_pool2d: pool("avg_pool2d"),
  global_avg_pool2d: () => "y = F.adaptive_avg_pool2d(x, 1)",
  global_max_pool2d: () => "y = F.adaptive_max_pool2d(x, 1)",
  linear: ({ inputs }) => `y = F.linear(x, w${inputs.b ? ", b" : ""})`,
  relu: () => "y = F.relu(x)",
  softmax: ({ params }) => `y = F.softmax(x, dim=${params.axis ?? -1})`,
  cross_entropy: () => "y = F.cross_entropy(x, target.long())",
  mse_loss: () => "y = F.mse_loss(x, target)",
};

function settings(params: Params): string {
  return Object.entries(params)
    .map(([name, value]) => `, ${name}=${python(value)}`)
    .join("");
}

function python(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return Array.isArray(value) ? `(${value.join(", ")})` : JSON.stringify(value);
}
