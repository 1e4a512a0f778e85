import { type Question, counts } from "@/lib/question";
import { pairOf, resolveWindow } from "@/lib/tensor";
import {
  type Expression,
  difference,
  dot,
  equation,
  juxtapose,
  parentheses,
  phrase,
  relation,
  shape,
  sum,
  symbol,
  words,
} from "@/lib/tex";
import { givenShape } from "../given";
import { planeOfShape } from "../image";
import { adaptiveSize, slidingOptions } from "../pooling/pool-options";
import type { RuleId } from "../rules";
import type { Step } from "../step";
import { windowSizeSteps } from "./window-size";
import type { CountWorking } from "../working";
import type { Facts } from "../write";

/** Y has X's shape: ReLU, softmax and batch normalisation work cell by cell. */
export function sameShape(question: Question): CountWorking {
  return ending(question, "same-shape", []);
}

/** A loss is one number. */
export function scalarShape(question: Question): CountWorking {
  const { y } = counts(question).shapes;
  const line = relation("→", symbol("Y", [], "output"), words("one number"));
  const step: Step = { rule: "scalar-shape", line, value: y ?? [], cells: [] };
  return { steps: [step], result: y ?? [] };
}

/** The samples stay; the features become the layer's. */
export function linearShape(question: Question): CountWorking {
  const [outFeatures = 0, inFeatures = 0] = givenShape(question, "w");
  return ending(question, "linear-shape", [], { in: inFeatures, out: outFeatures });
}

/** Every channel with every channel: C × C. */
export function gramShape(question: Question): CountWorking {
  const { y } = counts(question).shapes;
  return ending(question, "gram-shape", [], { channels: y?.at(-1) ?? 0 });
}

/** Height and width by the sliding window, or as adaptive pooling is told; the channels stay. */
export function pooledShape(question: Question): CountWorking {
  const size = adaptiveSize(question);
  if (size) {
    return ending(question, "adaptive-shape", [], { height: size[0], width: size[1] });
  }
  const { shapes } = counts(question);
  const window = resolveWindow(
    planeOfShape(question, shapes.x ?? []),
    pairOf(question.params.kernel ?? 1),
    slidingOptions(question),
  );
  const steps = windowSizeSteps({
    height: window.height,
    width: window.width,
    rounding: slidingOptions(question).rounding ?? "floor",
    same: question.params.padding === "same" && !question.params.pad,
  });
  return ending(question, "pooled-shape", steps);
}

/** As given by output_size, or the size that a pooling with this kernel came from. */
export function unpoolShape(question: Question): CountWorking {
  const { kernel, output_size } = question.params;
  const steps = output_size === undefined && kernel !== undefined ? unpoolSteps(question) : [];
  return ending(question, "unpool-shape", steps);
}

function unpoolSteps(question: Question): Step[] {
  const { shapes } = counts(question);
  const { kernel = 1, stride = kernel } = question.params;
  const inSize = planeOfShape(question, shapes.x ?? []);
  const outSize = planeOfShape(question, shapes.y ?? []);
  return ([0, 1] as const).map((axis): Step => {
    const size = axis === 0 ? "H" : "W";
    const [k, s, n, m] = [pairOf(kernel)[axis], pairOf(stride)[axis], inSize[axis], outSize[axis]];
    const cropped = (n - 1) * s + k - m;
    const rule = sum(dot(parentheses(sum(symbol(size), -1)), "S"), "k");
    return {
      rule: "unpool-size",
      line: equation(
        symbol(`${size}_out`),
        cropped ? difference(rule, juxtapose(2, "P")) : rule,
        sum(dot(parentheses(sum(n, -1)), s), k, ...(cropped ? [-cropped] : [])),
        m,
      ),
      value: m,
      cells: [],
      facts: { axis: axis === 0 ? "height" : "width" },
    };
  });
}

function ending(
  question: Question,
  rule: RuleId,
  steps: readonly Step[],
  facts: Facts = {},
): CountWorking {
  const result = counts(question).shapes.y ?? [];
  const line = equation(phrase(words("shape of"), nameOfShape("Y")), shape(result, "output"));
  return { steps: [...steps, { rule, line, value: result, cells: [], facts }], result };
}

function nameOfShape(letter: string): Expression {
  return symbol(letter, [], "output");
}
