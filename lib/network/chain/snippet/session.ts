import type { Operand } from "@/lib/question";
import { type Tensor, sizeOf } from "@/lib/tensor";
import { ReadError } from "../../read/problem";
import type { Argument, Expression, Statement } from "../../read/syntax";
import { networkReport } from "../../report";
import { type ChainLoss, isValued } from "../question";
import { type End, NO_CHAIN, SET_LATE, TWO_ENDS, USED_TWICE, checkEval, isSameEnd } from "./ends";
import { checkAxes, checkSizes } from "./flat";
import { filled, likeTensor, madeTensor } from "./makers";
import { numberFrom, reshaped, sizesOf, unsqueezed } from "./numbers";
import { isLayerName, layerFrom, layerFromFunction } from "./options";
import { defines, modelOfClass } from "./class-model";
import { partNamed, partOf, squared } from "./parts";
import {
  INITIALISERS,
  type Weight,
  hasWeights,
  initialTensor,
  setWeight,
  shareWeights,
} from "./weights";
import { weighted } from "./weighted";
import {
  type Applied,
  type Value,
  CRITERIA,
  CUTS,
  FUNCTIONS,
  Lost,
  NOTHING,
  SAME,
  SILENT,
  biased,
  isModule,
  reductionOf,
  unknown,
} from "./vocabulary";

/** What the names of a snippet stand for, line by line, and the chain that its calls make. */
export class Session {
  readonly names = new Map<string, Value>();
  readonly applied: Applied[] = [];
  x: Operand | undefined;
  dy: Tensor | undefined;
  loss: ChainLoss | undefined;
  backward = 0;
  steps = 0;
  /** Lines that may be needed to make a model of a class. */
  readonly defined: Statement[] = [];

  /** A class, or a function that one may call. */
  define(statement: Extract<Statement, { kind: "class" | "function" }>): void {
    this.defined.push(statement);
    if (statement.kind === "class") this.names.set(statement.name, { kind: "class" });
  }

  /** @throws ReadError for what is not followed */
  assign(statement: Extract<Statement, { kind: "assign" }>): void {
    const { targets, value, line } = statement;
    if (defines(statement)) this.defined.push(statement);
    const result = this.evaluate(value);
    for (const target of targets) {
      if (target.kind === "name") this.names.set(target.name, result);
      else this.setWeight(target, result, line);
    }
  }

  /** @throws ReadError for what is not followed */
  evaluate(expression: Expression): Value {
    this.steps++;
    const { line } = expression;
    if (expression.kind === "name") return this.named(expression.name, line);
    if (expression.kind === "constant") return NOTHING;
    if (expression.kind === "index") {
      const part = partOf(this.evaluate(expression.of), expression.index);
      if (part) return part;
    }
    if (expression.kind === "operation") {
      const [left, right] = [expression.left, expression.right].map((one) => this.evaluate(one));
      if (expression.operator === "-" && left && right) return this.difference(left, right, line);
      if (expression.operator === "**" && left) return squared(left, expression.right);
    }
    if (expression.kind === "attribute") {
      if (expression.name === "grad") return NOTHING;
      const of = this.evaluate(expression.of);
      if (expression.name === "data") return of;
      const part = of.kind === "model" ? partNamed(of, expression.name) : undefined;
      if (part) return part;
    }
    if (expression.kind === "call") return this.call(expression.callee, expression.args, line);
    throw new ReadError(
      "ERR_CODE",
      "This is not followed: only tensors, layers, a loss and backward() are.",
      line,
    );
  }

  private named(name: string, line: number): Value {
    const value = this.names.get(name) ?? unknown(name, line);
    if (value.kind === "lost") throw new Lost();
    return value;
  }

  /** The last output without a target. @throws ReadError ERR_CODE for anything else */
  private difference(left: Value, right: Value, line: number): Value {
    const [output, target] = left.kind === "output" ? [left, right] : [right, left];
    if (this.isLast(output) && target.kind === "tensor" && isValued(target.tensor))
      return { kind: "difference", target: target.tensor };
    throw new ReadError("ERR_CODE", "Of differences only output − target is followed.", line);
  }

  /** conv.weight = …, conv.weight.data = …, model[0].bias.data = …; x.requires_grad = True changes no value. */
  private setWeight(target: Expression, value: Value, line: number): void {
    if (target.kind === "attribute" && target.name === "requires_grad") return;
    const found = this.weightIn(target);
    if (!found || value.kind !== "tensor")
      throw new ReadError("ERR_CODE", "Only names and weights are set.", line);
    this.give(found, value.tensor, line);
  }

  /** @throws ReadError ERR_CODE where the layer was used before, with what it held then */
  private give({ made, name }: Weight, tensor: Operand, line: number): void {
    if (this.applied.includes(made)) throw new ReadError("ERR_CODE", SET_LATE, line);
    setWeight(made, name, tensor, line);
  }

  /** The layer and the name of its weight, where an expression is one: conv.weight, model[0].bias.data. */
  private weightIn(expression: Expression): Weight | undefined {
    const isData = expression.kind === "attribute" && expression.name === "data";
    const inner = isData ? expression.of : expression;
    if (inner.kind !== "attribute") return undefined;
    const owner = this.evaluate(inner.of);
    return owner.kind === "layer" ? { made: owner.made, name: inner.name } : undefined;
  }

  /** nn.init.constant_(conv.weight, 0.5), conv.bias.data.fill_(0), conv.weight.copy_(…); undefined for other calls. */
  private initialised(
    name: string,
    weight: Expression,
    [given]: readonly Argument[],
    line: number,
  ): Value | undefined {
    const found = INITIALISERS.includes(name) ? this.weightIn(weight) : undefined;
    if (!found) return undefined;
    const copied = name === "copy_" && given ? this.evaluate(given.value) : undefined;
    const tensor =
      copied?.kind === "tensor" ? copied.tensor : initialTensor(name, found, given, line);
    this.give(found, tensor, line);
    return NOTHING;
  }

  private call(callee: Expression, args: readonly Argument[], line: number): Value {
    const name = callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
    const isFree = callee.kind === "name" ? !this.names.has(name) : isModule(callee);
    if (isFree) return this.library(name, args, line);
    if (callee.kind === "attribute" && !this.isHeld(callee))
      return this.method(callee.of, name, args, line);
    const called = this.evaluate(callee);
    if (called.kind === "class") return modelOfClass(this.defined, callee, args);
    return this.applyTo(called, args, line);
  }

  private isHeld(callee: Expression): boolean {
    return callee.kind === "name" && this.names.has(callee.name);
  }

  private library(name: string, args: readonly Argument[], line: number): Value {
    if (SILENT.includes(name)) return NOTHING;
    const [first, ...rest] = args;
    const made = madeTensor(name, args, line);
    if (made) return { kind: "tensor", tensor: made };
    if (name.endsWith("_like") && first) return this.like(name, first, args, line);
    const set = first && this.initialised(name, first.value, rest, line);
    if (set) return set;
    if (first && ["sum", "mean", "square", "pow"].includes(name))
      return this.reduced(this.evaluate(first.value), name, rest, line);
    if (SAME.includes(name) && first) return this.evaluate(first.value);
    if (name === "Sequential")
      return { kind: "model", parts: args.map(({ value }) => this.layer(value)) };
    if (name === "Flatten") checkAxes(args, 1, undefined, line);
    if (isLayerName(name))
      return { kind: "layer", made: { layer: biased(layerFrom(name, args, line)), weights: {} } };
    const loss = CRITERIA.get(name);
    if (loss && /^[A-Z]/.test(name))
      return { kind: "criterion", name: loss, reduction: reductionOf(args, line) };
    if (loss) return this.lose(loss, reductionOf(args.slice(2), line), args, line);
    const kind = FUNCTIONS.get(name);
    if (kind && first) return this.function(this.evaluate(first.value), kind, rest, line);
    if (name === "conv2d" || name === "linear") {
      const { x, made: applied } = weighted(name, args, line, (one) => this.evaluate(one));
      const arriving = this.evaluate(x);
      if (this.applied.some((one) => shareWeights(one, applied)))
        throw new ReadError("ERR_CODE", USED_TWICE, line);
      return this.apply(arriving, applied, line);
    }
    return unknown(name, line);
  }

  /** relu(h), h.flatten(1): a layer without weights. */
  private function(value: Value, kind: string, args: readonly Argument[], line: number): Value {
    if (kind === "Flatten") checkAxes(args, 0, this.outputShape(), line);
    return this.apply(value, { layer: layerFromFunction(kind, args, line), weights: {} }, line);
  }

  private layer(expression: Expression): Applied {
    const value = this.evaluate(expression);
    if (value.kind === "layer") return value.made;
    throw new ReadError("ERR_LAYER", "A layer is needed here.", expression.line);
  }

  private like(name: string, { value }: Argument, args: readonly Argument[], line: number): Value {
    const tensor = likeTensor(name, this.shapeOf(this.evaluate(value), line), args, line);
    return tensor ? { kind: "tensor", tensor } : unknown(name, line);
  }

  /** @throws ReadError ERR_ARGUMENT where it has none */
  private shapeOf(value: Value, line: number): readonly number[] {
    if (value.kind === "tensor") return value.tensor.shape;
    const shape = value.kind === "output" ? this.outputShape() : undefined;
    if (shape) return shape;
    throw new ReadError("ERR_ARGUMENT", "The shape of this is not known.", line);
  }

  /** The shape of the last output; undefined where the layers do not fit. */
  outputShape(): readonly number[] | undefined {
    const layers = this.applied.map(({ layer }) => layer);
    return this.x && (networkReport(layers, this.x.shape).layers.at(-1)?.shape ?? undefined);
  }

  /** sum and mean of the last output, or of its squared difference from a target, which is a loss. */
  private reduced(value: Value, name: string, args: readonly Argument[], line: number): Value {
    const [power] = args;
    if (name === "square") return squared(value);
    if (name === "pow") return squared(value, power?.value);
    const reduction = name === "sum" ? "sum" : "mean";
    const isWhole = args.length === 0;
    if (value.kind === "output" && isWhole) return { reduced: reduction, ...value };
    if (value.kind === "square" && isWhole)
      return this.lost({ name: "mse_loss", target: value.target, reduction });
    throw new ReadError(
      "ERR_CODE",
      `${name} is followed of the whole last output, or of (output − target)².`,
      line,
    );
  }

  private method(of: Expression, name: string, args: readonly Argument[], line: number): Value {
    const set = this.initialised(name, of, args, line);
    if (set) return set;
    const value = this.evaluate(of);
    if (value.kind === "nothing") return NOTHING;
    if (name === "backward") return this.back(value, args, line);
    if (value.kind === "output" && CUTS.includes(name)) return NOTHING;
    if (name === "eval") checkEval(value, line);
    if (SAME.includes(name) || SILENT.includes(name)) return value;
    if (["sum", "mean", "square", "pow"].includes(name))
      return this.reduced(value, name, args, line);
    const isView = ["view", "reshape"].includes(name);
    if (value.kind === "tensor" && isView)
      return { kind: "tensor", tensor: reshaped(value.tensor, sizesOf(args).map(numberFrom)) };
    if (value.kind === "tensor" && name === "unsqueeze")
      return { kind: "tensor", tensor: unsqueezed(value.tensor, args, line) };
    if (isView) checkSizes(sizesOf(args), this.outputShape(), line);
    const kind = FUNCTIONS.get(name);
    if (!kind && !isView) return unknown(name, line);
    return isView
      ? this.apply(value, { layer: { name: "Flatten" }, weights: {} }, line)
      : this.function(value, kind ?? "", args, line);
  }

  private applyTo(callee: Value, args: readonly Argument[], line: number): Value {
    const [first] = args;
    if (!first) throw new ReadError("ERR_ARGUMENT", "A tensor is needed here.", line);
    if (callee.kind === "criterion") return this.lose(callee.name, callee.reduction, args, line);
    const arriving = this.evaluate(first.value);
    if (callee.kind === "layer") return this.apply(arriving, callee.made, line);
    if (callee.kind !== "model") throw new ReadError("ERR_CODE", "This cannot be called.", line);
    return callee.parts.reduce((value, part) => this.apply(value, part, line), arriving);
  }

  private apply(arriving: Value, made: Applied, line: number): Value {
    if (arriving.kind === "tensor" && this.applied.length === 0) this.x = arriving.tensor;
    else if (!this.isLast(arriving)) throw new ReadError("ERR_CODE", NO_CHAIN, line);
    if (hasWeights(made) && this.applied.includes(made))
      throw new ReadError("ERR_CODE", USED_TWICE, line);
    this.applied.push(made);
    return { kind: "output", after: this.applied.length };
  }

  private isLast(value: Value): boolean {
    return (
      value.kind === "output" && value.after === this.applied.length && value.reduced === undefined
    );
  }

  private lose(
    name: ChainLoss["name"],
    reduction: ChainLoss["reduction"],
    args: readonly Argument[],
    line: number,
  ): Value {
    const [output, target] = args.slice(0, 2).map(({ value }) => this.evaluate(value));
    if (!output || !this.isLast(output) || target?.kind !== "tensor" || !isValued(target.tensor))
      throw new ReadError("ERR_ARGUMENT", "A loss compares the last output with a tensor.", line);
    return this.lost({ name, target: target.tensor, reduction });
  }

  private lost(loss: ChainLoss): Value {
    this.loss = loss;
    return { kind: "loss", loss, after: this.applied.length };
  }

  private back(value: Value, args: readonly Argument[], line: number): Value {
    const end = this.endOf(value, args, line);
    if (this.backward > 0 && !isSameEnd(end, this)) throw new ReadError("ERR_CODE", TWO_ENDS, line);
    this.loss = end.loss;
    this.dy = end.dy;
    this.backward++;
    return NOTHING;
  }

  /** Where gradients begin: a loss, or what arrives at the last output. @throws ReadError ERR_CODE elsewhere */
  private endOf(value: Value, args: readonly Argument[], line: number): End {
    const given = args.find((one) => one.name === undefined || one.name === "gradient");
    const isEnd = "after" in value && value.after === this.applied.length;
    if (isEnd && value.kind === "loss") return { loss: value.loss };
    if (isEnd && value.kind === "output" && value.reduced === "mean")
      return { dy: this.meanGradient(line) };
    if (isEnd && value.kind === "output" && value.reduced) return {};
    if (isEnd && value.kind === "output" && given) {
      const dy = this.evaluate(given.value);
      if (dy.kind === "tensor" && isValued(dy.tensor)) return { dy: dy.tensor };
    }
    throw new ReadError(
      "ERR_CODE",
      "backward() is followed from a loss, from y.sum() or y.mean(), or with a gradient, where y is the last output.",
      line,
    );
  }

  /** ∂ mean(y) / ∂y: a share each. */
  private meanGradient(line: number): Tensor {
    const shape = this.shapeOf({ kind: "output", after: this.applied.length }, line);
    return filled(shape, 1 / sizeOf(shape), line);
  }
}
