import type { Tensor } from "@/lib/tensor";
import { ReadError } from "../../read/problem";
import type { Argument, Expression, Statement } from "../../read/syntax";
import type { ChainLoss } from "../question";
import { numberFrom, reshaped, tensorFrom } from "./numbers";
import { isLayerName, layerFrom, layerFromFunction } from "./options";
import {
  type Applied,
  type Value,
  CRITERIA,
  FUNCTIONS,
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
  x: Tensor | undefined;
  dy: Tensor | undefined;
  loss: ChainLoss | undefined;
  backward = 0;
  steps = 0;

  /** @throws ReadError for what is not followed */
  assign({ targets, value, line }: Extract<Statement, { kind: "assign" }>): void {
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
    if (expression.kind === "name")
      return this.names.get(expression.name) ?? unknown(expression.name, line);
    if (expression.kind === "index" && expression.index.kind === "at") {
      const model = this.evaluate(expression.of);
      const made =
        model.kind === "model" ? model.parts[numberFrom(expression.index.at)] : undefined;
      if (made) return { kind: "layer", made };
    }
    if (
      expression.kind === "attribute" &&
      ["data", "grad", "T"].includes(expression.name) &&
      expression.name !== "T"
    )
      return expression.name === "grad" ? NOTHING : this.evaluate(expression.of);
    if (expression.kind === "call") return this.call(expression.callee, expression.args, line);
    throw new ReadError(
      "ERR_CODE",
      "This is not followed: only tensors, layers, a loss and backward() are.",
      line,
    );
  }

  /** conv.weight = …, conv.weight.data = …, model[0].bias.data = … */
  private setWeight(target: Expression, value: Value, line: number): void {
    const inner = target.kind === "attribute" && target.name === "data" ? target.of : target;
    if (inner.kind !== "attribute")
      throw new ReadError("ERR_CODE", "Only names and weights are set.", line);
    const owner = this.evaluate(inner.of);
    const name = { weight: "w", bias: "b" }[inner.name];
    if (owner.kind !== "layer" || name === undefined || value.kind !== "tensor")
      throw new ReadError(
        "ERR_CODE",
        `${inner.name} is not a weight that is read here; weight and bias are.`,
        line,
      );
    owner.made.weights[
      owner.made.layer.name === "BatchNorm2d" ? (name === "w" ? "gamma" : "beta") : name
    ] = value.tensor;
  }

  private call(callee: Expression, args: readonly Argument[], line: number): Value {
    const name = callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
    const isFree = callee.kind === "name" ? !this.names.has(name) : isModule(callee);
    if (isFree) return this.library(name, args, line);
    if (callee.kind === "attribute" && !this.isHeld(callee))
      return this.method(callee.of, name, args, line);
    return this.applyTo(this.evaluate(callee), args, line);
  }

  private isHeld(callee: Expression): boolean {
    return callee.kind === "name" && this.names.has(callee.name);
  }

  private library(name: string, args: readonly Argument[], line: number): Value {
    if (SILENT.includes(name)) return NOTHING;
    const [first] = args;
    if (["tensor", "Tensor", "FloatTensor", "LongTensor", "as_tensor"].includes(name))
      return { kind: "tensor", tensor: tensorFrom(first?.value, line) };
    if (SAME.includes(name) && first) return this.evaluate(first.value);
    if (name === "Sequential")
      return { kind: "model", parts: args.map(({ value }) => this.layer(value)) };
    if (isLayerName(name))
      return { kind: "layer", made: { layer: biased(layerFrom(name, args, line)), weights: {} } };
    const loss = CRITERIA.get(name);
    if (loss && /^[A-Z]/.test(name))
      return { kind: "criterion", name: loss, reduction: reductionOf(args, line) };
    if (loss) return this.lose(loss, reductionOf(args, line), args, line);
    const kind = FUNCTIONS.get(name);
    if (kind && first)
      return this.apply(
        this.evaluate(first.value),
        { layer: layerFromFunction(kind, args.slice(1), line), weights: {} },
        line,
      );
    if ((name === "conv2d" || name === "linear") && first) return this.weighted(name, args, line);
    return unknown(name, line);
  }

  private layer(expression: Expression): Applied {
    const value = this.evaluate(expression);
    if (value.kind === "layer") return value.made;
    throw new ReadError("ERR_LAYER", "A layer is needed here.", expression.line);
  }

  private method(of: Expression, name: string, args: readonly Argument[], line: number): Value {
    const value = this.evaluate(of);
    if (name === "backward") return this.back(value, args, line);
    if (SAME.includes(name) || SILENT.includes(name)) return value;
    if (name === "sum" && value.kind === "output") return { ...value, isSummed: true };
    if (value.kind === "tensor" && ["reshape", "view"].includes(name)) {
      const sizes = args.flatMap((one) => (one.value.kind === "list" ? one.value.items : [one]));
      return {
        kind: "tensor",
        tensor: reshaped(
          value.tensor,
          sizes.map((one) => numberFrom(one.value)),
        ),
      };
    }
    if (value.kind === "tensor" && name === "unsqueeze")
      return { kind: "tensor", tensor: { ...value.tensor, shape: [1, ...value.tensor.shape] } };
    const kind = ["view", "reshape"].includes(name) ? "Flatten" : FUNCTIONS.get(name);
    if (!kind) return unknown(name, line);
    const layer = layerFromFunction(kind, kind === "Flatten" ? [] : args, line);
    return this.apply(value, { layer, weights: {} }, line);
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

  /** F.conv2d(x, w, b, stride) and F.linear(x, w, b). */
  private weighted(name: "conv2d" | "linear", args: readonly Argument[], line: number): Value {
    const named = (key: string, at: number) =>
      args.find((one) => one.name === key) ?? (args[at]?.name === undefined ? args[at] : undefined);
    const [x, w, b] = [named("input", 0), named("weight", 1), named("bias", 2)];
    const tensorAt = (one: Argument | undefined): Tensor | undefined => {
      if (!one || (one.value.kind === "constant" && one.value.value === null)) return undefined;
      const value = this.evaluate(one.value);
      return value.kind === "tensor" ? value.tensor : undefined;
    };
    const [weight, bias] = [tensorAt(w), tensorAt(b)];
    if (!x || !weight)
      throw new ReadError("ERR_ARGUMENT", `${name} needs x and a weight that is a tensor.`, line);
    const [out = 1, , kernelHeight = 1, kernelWidth = 1] = weight.shape;
    const rest = args.filter((one) => one !== x && one !== w && one !== b);
    const order = ["stride", "padding", "dilation", "groups"];
    const keyed = rest.map((one, at) =>
      one.name === undefined ? { ...one, name: order[at] ?? "" } : one,
    );
    const options = layerFrom(name === "conv2d" ? "Conv2d" : "Linear", keyed, line);
    const window = name === "conv2d" ? { kernel: [kernelHeight, kernelWidth] as const } : {};
    const layer = { ...options, ...window, out, bias: bias !== undefined };
    return this.apply(
      this.evaluate(x.value),
      { layer, weights: { w: weight, ...(bias ? { b: bias } : {}) } },
      line,
    );
  }

  private apply(arriving: Value, made: Applied, line: number): Value {
    if (arriving.kind === "tensor" && this.applied.length === 0) this.x = arriving.tensor;
    else if (arriving.kind !== "output" || arriving.after !== this.applied.length) {
      throw new ReadError(
        "ERR_CODE",
        "Only a chain is followed: every layer reads the one before it.",
        line,
      );
    }
    this.applied.push(made);
    return { kind: "output", after: this.applied.length };
  }

  private lose(
    name: ChainLoss["name"],
    reduction: ChainLoss["reduction"],
    args: readonly Argument[],
    line: number,
  ): Value {
    const [output, target] = args.slice(0, 2).map(({ value }) => this.evaluate(value));
    if (
      output?.kind !== "output" ||
      output.after !== this.applied.length ||
      target?.kind !== "tensor"
    )
      throw new ReadError("ERR_ARGUMENT", "A loss compares the last output with a tensor.", line);
    this.loss = { name, target: target.tensor, reduction };
    return { kind: "loss" };
  }

  private back(value: Value, args: readonly Argument[], line: number): Value {
    const given = args.find((one) => one.name === undefined || one.name === "gradient");
    if (value.kind === "output" && given) {
      const dy = this.evaluate(given.value);
      if (dy.kind === "tensor") this.dy = dy.tensor;
    } else if (value.kind !== "loss" && !(value.kind === "output" && value.isSummed)) {
      throw new ReadError(
        "ERR_CODE",
        "backward() is followed from a loss, from y.sum(), or with a gradient.",
        line,
      );
    }
    this.backward++;
    return NOTHING;
  }
}
