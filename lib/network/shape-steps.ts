import { type RuleId, type Step, derive } from "@/lib/derivation";
import {
  type Expression,
  dot,
  equation,
  fraction,
  list,
  number,
  power,
  shape,
  sum,
  symbol,
} from "@/lib/tex";
import { pairOf } from "@/lib/tensor";
import type { Stage } from "./stages";

/** The working of a layer's output shape. */
export function shapeSteps(stage: Stage): readonly Step[] {
  if (stage.question) return derive(stage.question, "shapes.y").steps;
  switch (stage.layer.name) {
    case "Flatten":
      return [flattenStep(stage), shapeStep(stage)];
    case "RBF":
    case "Reshape":
      return [shapeStep(stage)];
    case "Concat":
      return [joinedStep(stage), shapeStep(stage)];
    case "Upsample":
    case "ZeroPad2d":
      return [...resizedSteps(stage), shapeStep(stage)];
    case "PixelShuffle":
      return [shuffledStep(stage)];
    default:
      return [{ ...shapeStep(stage), rule: "same-shape" }];
  }
}

function shapeStep({ leaves }: Stage): Step {
  return {
    rule: "whole-shape",
    line: equation(symbol("Y", [], "output"), shape(leaves.shape, "output")),
    value: leaves.shape,
    cells: [],
  };
}

function flattenStep({ inShape, leaves }: Stage): Step {
  const sizes = inShape.slice(1);
  const total = leaves.shape[1] ?? 0;
  const product = sizes.length > 1 ? [dot(...sizes)] : [];
  return step("network-flatten", equation(...product, number(total)), total);
}

/** The axis along which branches are joined is the one at which their sizes add up. */
function joinedStep({ inShapes, leaves, layer: { axis = 1 } }: Stage): Step {
  const place = axis < 0 ? axis + leaves.shape.length : axis;
  const sizes = inShapes.map((one) => one[place] ?? 0);
  const total = leaves.shape[place] ?? 0;
  const name = place === 1 ? "the channels" : `axis ${place}`;
  return step("joined-size", equation(sum(...sizes), number(total)), total, { axis: name });
}

/** Upsampling multiplies height and width, padding adds to them. */
function resizedSteps({ inShape, leaves, layer }: Stage): Step[] {
  const [top, left, bottom, right] = layer.pad ?? [0, 0, 0, 0];
  const factors = pairOf(layer.factor ?? 1);
  return ([2, 3] as const).map((axis) => {
    const [from, to] = [inShape[axis] ?? 0, leaves.shape[axis] ?? 0];
    const sides = axis === 2 ? [top, bottom] : [left, right];
    const how = layer.pad
      ? { line: sum(from, ...sides), how: "the padding on both sides is added" }
      : { line: dot(from, factors[axis - 2] ?? 1), how: "multiplied by the factor" };
    const side = axis === 2 ? "height" : "width";
    const name = symbol(axis === 2 ? "H_out" : "W_out");
    const given = layer.output_size === undefined ? [how.line] : [];
    const facts = { axis: side, how: given.length > 0 ? how.how : "as it is asked for" };
    return step("resized-size", equation(name, ...given, number(to)), to, facts);
  });
}

/** r² channels become an r×r block of cells of one. */
function shuffledStep({ inShape, leaves, layer }: Stage): Step {
  const factor = pairOf(layer.factor ?? 1)[0];
  const [, channels = 0, height = 0, width = 0] = inShape;
  const [, ...sizes] = leaves.shape;
  const workings = [fraction(channels, power(factor, 2)), dot(height, factor), dot(width, factor)];
  const sides = workings.map((working, axis) =>
    equation(symbol(`${["C", "H", "W"][axis]}_out`), working, number(sizes[axis] ?? 0)),
  );
  return step("shuffled-size", list(...sides), leaves.shape, { factor });
}

function step(
  rule: RuleId,
  line: Expression,
  value: Step["value"],
  facts: Step["facts"] = {},
): Step {
  return { rule, line, value, cells: [], facts };
}
