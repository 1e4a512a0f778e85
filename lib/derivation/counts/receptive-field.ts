import type { Question } from "@/lib/question";
import { type ChainLayer, KernelError, dilatedSize, pairOf, receptiveFields } from "@/lib/tensor";
import {
  type Expression,
  dot,
  equation,
  list,
  number,
  parentheses,
  relation,
  shape,
  sum,
  symbol,
} from "@/lib/tex";
import { givenShape } from "../given";
import { planeOfShape } from "../image";
import { adaptiveSize, slidingOptions } from "../pooling/pool-options";
import type { Step } from "../step";
import type { CountWorking } from "../working";
import type { Facts } from "../write";

/** A layer of a chain along one axis, with the name that captions give it. */
export interface NamedLayer extends ChainLayer {
  readonly name?: string;
}

/**
 * The steps to the receptive field of one cell after a chain of layers, along one axis: r grows by
 * (k′ − 1)·j at each layer, and only then j is multiplied by the stride.
 *
 * @throws KernelError as `receptiveFields` does
 * @see Araujo, Norris and Sim 2019, https://distill.pub/2019/computing-receptive-fields
 * @example deriveReceptiveField([{ kernel: 3, stride: 2 }, { kernel: 3 }]).result // 7
 */
export function deriveReceptiveField(layers: readonly NamedLayer[]): {
  readonly steps: readonly Step[];
  readonly result: number;
} {
  const after = receptiveFields(layers);
  const steps = layers.flatMap((layer, index) => {
    const before = after[index - 1] ?? { size: 1, jump: 1 };
    return layerSteps(layer, index, before);
  });
  const result = after.at(-1)?.size ?? 1;
  return { steps: [ruleStep(), startStep(), ...steps, endStep(result)], result };
}

/** The receptive field of one layer's question: r × r where both axes are alike, else both. */
export function receptiveFieldOf(question: Question): CountWorking {
  const axes = layersOf(question);
  const height = deriveReceptiveField([axes[0]]);
  const width = deriveReceptiveField([axes[1]]);
  const [rows, columns] = [height.result, width.result];
  const steps =
    rows === columns ? height.steps.slice(0, -1) : [...height.steps, ...width.steps.slice(2)];
  const last: Step = {
    rule: "receptive-field-result",
    line: shape([rows, columns], "input"),
    value: [rows, columns],
    cells: [],
    facts: { rows, columns },
  };
  return { steps: [...steps, last], result: rows === columns ? rows : [rows, columns] };
}

function endStep(size: number): Step {
  return {
    rule: "receptive-field-end",
    line: equation("r", number(size, "input")),
    value: size,
    cells: [],
    facts: { size },
  };
}

function ruleStep(): Step {
  const size = sum("r", dot(parentheses(sum("k'", -1)), "j"));
  return {
    rule: "receptive-field-rule",
    line: list(relation("→", symbol("r"), size), relation("→", symbol("j"), dot("j", "S"))),
    value: null,
    cells: [],
  };
}

function startStep(): Step {
  return {
    rule: "receptive-field-start",
    line: list(equation("r", 1), equation("j", 1)),
    value: 1,
    cells: [],
  };
}

function layerSteps(
  layer: NamedLayer,
  index: number,
  before: { readonly size: number; readonly jump: number },
): Step[] {
  const { kernel, stride = 1, dilation = 1 } = layer;
  const span = dilatedSize(kernel, dilation);
  const facts: Facts = { layer: layer.name ?? `Layer ${index + 1}`, kernel, stride, dilation };
  const size = before.size + (span - 1) * before.jump;
  const jump = before.jump * stride;
  return [
    ...(dilation > 1 ? [dilatedStep(layer, span, facts)] : []),
    {
      rule: "receptive-field-size",
      line: equation("r", grown(span, before), size),
      value: size,
      cells: [],
      facts: { ...facts, apart: apartWords(before.jump) },
    },
    jumpStep(before.jump, stride, jump, facts),
  ];
}

function dilatedStep({ kernel, dilation = 1 }: NamedLayer, span: number, facts: Facts): Step {
  return {
    rule: "receptive-field-dilated",
    line: equation("k'", sum(dot(dilation, parentheses(sum(kernel, -1))), 1), span),
    value: span,
    cells: [],
    facts,
  };
}

function grown(span: number, before: { readonly size: number; readonly jump: number }): Expression {
  return sum(before.size, dot(parentheses(sum(span, -1)), before.jump));
}

function apartWords(jump: number): string {
  return jump === 1 ? "side by side" : `${jump} input cells apart`;
}

function jumpStep(before: number, stride: number, jump: number, facts: Facts): Step {
  return {
    rule: "receptive-field-jump",
    line: equation("j", dot(before, stride), jump),
    value: jump,
    cells: [],
    facts: {
      ...facts,
      effect:
        stride === 1
          ? "stride 1 leaves the jump as it is"
          : `its stride ${stride} takes neighbours ${stride} times as far apart`,
    },
  };
}

/** The one layer of a question along each axis; without a window a cell sees itself. */
function layersOf(question: Question): readonly [NamedLayer, NamedLayer] {
  const kernel = kernelOf(question);
  const { stride = 1, dilation = 1 } = question.params;
  const slides = question.op.endsWith("_pool2d") && !adaptiveSize(question);
  const steps = pairOf(slides ? (slidingOptions(question).stride ?? 1) : stride);
  const spread = pairOf(dilation);
  return [
    { kernel: kernel[0], stride: steps[0], dilation: spread[0], name: "The layer" },
    { kernel: kernel[1], stride: steps[1], dilation: spread[1], name: "The layer" },
  ];
}

function kernelOf(question: Question): readonly [number, number] {
  const { op, params } = question;
  if (op === "relu") return [1, 1];
  if (op === "conv2d") {
    const weights = givenShape(question, "w");
    return [weights.at(-2) ?? 1, weights.at(-1) ?? 1];
  }
  if (op === "global_avg_pool2d" || op === "global_max_pool2d") {
    return planeOfShape(question, givenShape(question, "x"));
  }
  if (op === "max_pool2d" || op === "avg_pool2d") return pairOf(params.kernel ?? 1);
  throw new KernelError(
    "ERR_INPUT",
    `The receptive field is worked out for convolution, pooling and ReLU, not for ${op}.`,
  );
}
