import { type NetworkQuestion, solveNetwork } from "@/lib/network";
import { type Ask, type Op, type Question, counts } from "@/lib/question";
import { batchNorm } from "./batch-norm";
import { biasGradientOf } from "./bias-gradient-of";
import { conv2dInputGradient } from "./conv2d-input-gradient";
import { conv2dOutput } from "./conv2d-output";
import { convTranspose2dInputGradient } from "./conv-transpose2d-input-gradient";
import { convTranspose2dOutput } from "./conv-transpose2d-output";
import { operationCount, parameterCount } from "./count-slips";
import { gramGradient, gramOutput } from "./gram-slips";
import { lastLayer } from "./last-layer";
import { linearProduct } from "./linear-slips";
import { crossEntropyGradient, crossEntropyOutput, mseGradient, mseOutput } from "./losses";
import { memorySize } from "./memory-slips";
import { type Model, type Predictor, predictorOf } from "./model";
import { poolingGradient } from "./pooling-gradient";
import { poolingIndices } from "./pool-indices";
import { poolingOutput } from "./pooling";
import { reluGradient } from "./relu-slips";
import { gradientShape } from "./gradient-shape";
import { outputShape } from "./output-shape";
import { receptiveFieldSize } from "./sight-slips";
import { softmaxGradient, softmaxOutput } from "./softmax-slips";
import { unpoolingGradient, unpoolingOutput } from "./unpooling";
import { convTranspose2dWeightGradient, conv2dWeightGradient } from "./weight-gradient";

/** A layer's question, or a network's. */
export type Asked = Question | NetworkQuestion;

/** What may be asked; a network's tensors go by longer names, "memory.conv1.w" say. */
export type AskName = Ask | `shapes.${string}` | `memory.${string}` | `grads.${string}`;

type Maker = (question: Question) => Predictor | undefined;

function from<Setup>(make: (question: Question) => Model<Setup> | undefined): Maker {
  return (question) => {
    const model = make(question);
    return model && predictorOf(model);
  };
}

const POOLING: Readonly<Record<string, Maker>> = {
  y: from(poolingOutput),
  "grads.x": from(poolingGradient),
};
const MAX_POOLING = { ...POOLING, indices: from(poolingIndices) };

/** The tensors of every operation in which something can go wrong. */
const TENSORS: Readonly<Record<Op, Readonly<Record<string, Maker>>>> = {
  conv2d: {
    y: from(conv2dOutput),
    "grads.x": from(conv2dInputGradient),
    "grads.w": from(conv2dWeightGradient),
    "grads.b": from(biasGradientOf),
  },
  conv_transpose2d: {
    y: from(convTranspose2dOutput),
    "grads.x": from(convTranspose2dInputGradient),
    "grads.w": from(convTranspose2dWeightGradient),
    "grads.b": from(biasGradientOf),
  },
  max_pool2d: MAX_POOLING,
  avg_pool2d: POOLING,
  max_unpool2d: { y: from(unpoolingOutput), "grads.x": from(unpoolingGradient) },
  global_avg_pool2d: POOLING,
  global_max_pool2d: MAX_POOLING,
  adaptive_avg_pool2d: POOLING,
  adaptive_max_pool2d: MAX_POOLING,
  linear: {
    y: from((question) => linearProduct(question, "y")),
    "grads.x": from((question) => linearProduct(question, "x")),
    "grads.w": from((question) => linearProduct(question, "w")),
    "grads.b": from(biasGradientOf),
  },
  relu: { "grads.x": from(reluGradient) },
  softmax: { y: from(softmaxOutput), "grads.x": from(softmaxGradient) },
  cross_entropy: { y: from(crossEntropyOutput), "grads.x": from(crossEntropyGradient) },
  mse_loss: { y: from(mseOutput), "grads.x": from(mseGradient) },
  batch_norm_train: {
    y: from((question) => batchNorm(question, "y")),
    "grads.x": from((question) => batchNorm(question, "x")),
    "grads.gamma": from((question) => batchNorm(question, "gamma")),
    "grads.beta": from((question) => batchNorm(question, "beta")),
  },
  gram: { y: from(gramOutput), "grads.x": from(gramGradient) },
};

/**
 * What can go wrong where this is asked of this question, in the last layer where it is a network's values; undefined where no mistake is known, or where the question
 * lacks the values that it takes.
 *
 * @throws KernelError where the question does not hold together
 */
export function predictorFor(question: Asked, ask: AskName): Predictor | undefined {
  if (ask === "params") return made(parameterCount(question));
  if (ask === "macs" || ask === "flops") return made(operationCount(question, ask));
  if (ask.startsWith("memory.")) return memoryOf(question, ask.slice("memory.".length));
  if (ask === "shapes.y") return made(outputShape(question));
  if (ask.startsWith("shapes.")) return shapeOf(question, ask.slice("shapes.".length));
  if (ask === "receptive_field") return made(receptiveFieldSize(question));
  if (question.op === "network") {
    const last = ask === "y" ? lastLayer(question) : undefined;
    return last && TENSORS[last.op].y?.(last);
  }
  return hasValues(question) ? TENSORS[question.op][ask]?.(question) : undefined;
}

/** A question in which a shape stands for a tensor has no values to be mistaken in. */
function hasValues({ inputs, dy }: Question): boolean {
  return [...Object.values(inputs), ...(dy ? [dy] : [])].every(({ data }) => data !== undefined);
}

function made<Setup>(model: Model<Setup> | undefined): Predictor | undefined {
  return model && predictorOf(model);
}

function memoryOf(question: Asked, name: string): Predictor | undefined {
  const inValues = name.endsWith(".values");
  return made(memorySize(question, inValues ? name.slice(0, -".values".length) : name, !inValues));
}

function shapeOf(question: Asked, name: string): Predictor | undefined {
  const { shapes } = question.op === "network" ? solveNetwork(question) : counts(question);
  const [shape, y] = [shapes[name], shapes.y ?? []];
  return shape && shape.length > 0
    ? made(gradientShape(shape, name === "grads.x" ? y : []))
    : undefined;
}
