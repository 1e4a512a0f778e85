import {
  type Expression,
  type Writable,
  difference,
  dot,
  equation,
  juxtapose,
  list,
  negative,
  partial,
  phrase,
  sum,
  symbol,
  total,
  words,
} from "@/lib/tex";
import { type AxisName, alike, axisSymbols, signedSum } from "../sizes/size-symbols";
import { type Sliding, channelsPerGroup } from "../sizes/sliding";
import { type View, matters, named } from "../view";
import { cellName } from "./cell";
import type { ConvModel } from "./model";
import type { Plan } from "./plan";

/** The rule of a tensor in symbols, with stride, padding, dilation and channels only where they matter. */
export function ruleLine(model: ConvModel, plan: Plan): Expression {
  switch (plan.kind) {
    case "forward":
      return gatherRule(model, plan, "X");
    case "stamp":
      return scatterRule(model, plan);
    case "kernel-gradient":
      return weightRule(model, plan);
    case "input-gradient":
      return model.transposed ? gatherRule(model, plan, "G") : scatterRule(model, plan);
  }
}

/** Why: the chain rule over every cell that depends on this one. */
export function chainLine(model: ConvModel, plan: Plan): Expression {
  const ofWeight = plan.kind === "kernel-gradient";
  const weight = model.transposed ? TRANSPOSED_WEIGHT : WEIGHT;
  const letters: readonly string[] = ofWeight ? weight : INPUT;
  const target = named(ofWeight ? model.w : model.x, letters);
  const output = named(model.y, OUTPUT);
  const summed = lettersOf(model.y, OUTPUT).filter((letter) => !letters.includes(letter));
  const share = dot(partial(output), partial(target, ofWeight ? "input" : "kernel", output));
  return equation(partial(target), total(summed, share));
}

const OUTPUT = ["n", "o", "i", "j"] as const;
const INPUT = ["n", "c", "p", "q"] as const;
const WEIGHT = ["o", "c", "u", "v"] as const;
const TRANSPOSED_WEIGHT = ["c", "o", "u", "v"] as const;

/** The letters that a sum runs over: those of axes with more than one place. */
function lettersOf(view: View, letters: readonly string[]): string[] {
  return letters.filter((_, axis) => matters(view, axis));
}

/** Each input lays down a copy of the kernel: X_{p,q} · K goes to the rows from pS − P on. */
export function stampLine(model: ConvModel): Expression {
  const { sliding } = model;
  const start = (axis: "height" | "width", letter: string): Expression => {
    const { stride, padBefore, padAfter } = sliding[axis];
    const symbols = indexSymbols(axis, sliding);
    return signedSum([
      ["+", stride > 1 ? juxtapose(letter, symbols.stride) : letter],
      padBefore > 0 ? ["-", padBefore === padAfter ? symbols.padding : symbols.padBefore] : null,
    ]);
  };
  const [row, column] = [start("height", "p"), start("width", "q")];
  return phrase(
    dot(named(model.x, ["n", "c", "p", "q"]), named(model.w, [])),
    words("from row"),
    row,
    words("and column"),
    column,
    words("on"),
  );
}

/** small = Σ big[iS + uD − P] · K[u,v]: a window that reads. */
function gatherRule(model: ConvModel, plan: Plan, read: "X" | "G"): Expression {
  const { sliding } = model;
  const [rowLetter, columnLetter] = read === "X" ? ["i", "j"] : ["p", "q"];
  const [small, big] = read === "X" ? ["o", "c"] : ["c", "o"];
  const source = named(plan.left.view, [
    "n",
    channelIndex(model, small, big),
    bigIndex(sliding, "height", rowLetter ?? "i", "u"),
    bigIndex(sliding, "width", columnLetter ?? "j", "v"),
  ]);
  const indices = [...(channelsPerGroup(sliding) > 1 ? [big] : []), "u", "v"];
  const product = dot(source, kernelAt(model, [small, big, "u", "v"]));
  const target = cellName(plan, ["n", small, rowLetter ?? "i", columnLetter ?? "j"]);
  const summed = total(indices, product);
  const bias = plan.bias ? named(plan.bias, ["o", "o"]) : undefined;
  return equation(target, bias ? sum(summed, bias) : summed);
}

/** big = Σ small[i,j] · K[p + P − iS, q + P − jS]: stamps that add. */
function scatterRule(model: ConvModel, plan: Plan): Expression {
  const { sliding } = model;
  const forward = plan.kind === "stamp";
  const [row, column] = forward ? ["i", "j"] : ["p", "q"];
  const [i, j] = forward ? ["p", "q"] : ["i", "j"];
  const [small, big] = forward ? ["c", "o"] : ["o", "c"];
  const filters = sliding.smallChannels / sliding.groups;
  const indices = [...(filters > 1 ? [small] : []), i ?? "i", j ?? "j"];
  const dilated = sliding.height.dilation > 1 || sliding.width.dilation > 1;
  const offsets = [
    smallOffset(sliding, "height", row ?? "p", i ?? "i"),
    smallOffset(sliding, "width", column ?? "q", j ?? "j"),
  ] as const;
  const product = dot(
    named(plan.left.view, ["n", small, i ?? "i", j ?? "j"]),
    kernelAt(model, [
      small,
      withinGroup(model, big),
      ...(dilated ? (["u", "v"] as const) : offsets),
    ]),
  );
  const summed = total(indices, product);
  const bias = plan.bias ? named(plan.bias, ["o", "o"]) : undefined;
  const rule = equation(
    cellName(plan, ["n", big, row ?? "p", column ?? "q"]),
    bias ? sum(summed, bias) : summed,
  );
  if (!dilated) return rule;
  const symbols = [indexSymbols("height", sliding), indexSymbols("width", sliding)] as const;
  return list(
    rule,
    equation(juxtapose("u", symbols[0].dilation), offsets[0]),
    equation(juxtapose("v", symbols[1].dilation), offsets[1]),
  );
}

/** ∂L/∂K[u,v] = Σ G · X over every place where the weight lay. */
function weightRule(model: ConvModel, plan: Plan): Expression {
  const { sliding, transposed } = model;
  const [i, j] = transposed ? ["p", "q"] : ["i", "j"];
  const rows = turned(sliding, "u", "k_h");
  const columns = turned(sliding, "v", "k_w");
  const big = [
    bigIndex(sliding, "height", i ?? "i", rows),
    bigIndex(sliding, "width", j ?? "j", columns),
  ] as const;
  const [gradient, input] = transposed
    ? [
        named(plan.left.view, ["n", channelIndex(model, "c", "o"), ...big]),
        named(plan.right.view, ["n", "c", i ?? "p", j ?? "q"]),
      ]
    : [
        named(plan.left.view, ["n", "o", i ?? "i", j ?? "j"]),
        named(plan.right.view, ["n", channelIndex(model, "o", "c"), ...big]),
      ];
  const indices = [...(sliding.batch > 1 ? ["n"] : []), i ?? "i", j ?? "j"];
  return equation(
    cellName(plan, transposed ? TRANSPOSED_WEIGHT : WEIGHT),
    total(indices, dot(gradient, input)),
  );
}

/** iS + uD − P, in numbers' letters only where they are not trivial. */
function bigIndex(
  sliding: Sliding,
  axis: Exclude<AxisName, "both">,
  position: string,
  tap: Writable,
): Expression {
  const { stride, dilation, padBefore, padAfter } = sliding[axis];
  const symbols = indexSymbols(axis, sliding);
  return signedSum([
    ["+", stride > 1 ? juxtapose(position, symbols.stride) : symbol(position)],
    ["+", dilation > 1 ? juxtapose(tap, symbols.dilation) : tap],
    padBefore > 0 ? ["-", padBefore === padAfter ? symbols.padding : symbols.padBefore] : null,
  ]);
}

/** The letters of an axis as the steps to the output's size name them. */
function indexSymbols(axis: Exclude<AxisName, "both">, sliding: Sliding) {
  return axisSymbols(alike(sliding.height, sliding.width) ? "both" : axis, sliding);
}

/** p + P − iS. */
function smallOffset(
  sliding: Sliding,
  axis: Exclude<AxisName, "both">,
  place: string,
  position: string,
): Expression {
  const { stride, padBefore, padAfter } = sliding[axis];
  const symbols = indexSymbols(axis, sliding);
  return signedSum([
    ["+", place],
    padBefore > 0 ? ["+", padBefore === padAfter ? symbols.padding : symbols.padBefore] : null,
    ["-", stride > 1 ? juxtapose(position, symbols.stride) : position],
  ]);
}

/** K, or K′ where the kernel is turned first. */
function kernelAt({ sliding, w }: ConvModel, indices: readonly Writable[]): Expression {
  return named(sliding.rotated ? { ...w, letter: "K'" } : w, indices);
}

/** The row or column of a turned kernel. */
function turned(sliding: Sliding, tap: string, size: string): Writable {
  return sliding.rotated ? sum(size, negative(1), negative(tap)) : tap;
}

/** A channel counted from its group's first one, as the weights count it. */
function withinGroup({ sliding }: ConvModel, channel: string): Writable {
  return sliding.groups === 1 ? channel : difference(channel, `${channel}_0`);
}

/** The channel that is read: c alone, or counted from the group's first one. */
function channelIndex({ sliding }: ConvModel, small: string, big: string): Writable {
  if (sliding.groups === 1) return big;
  if (channelsPerGroup(sliding) > 1) return sum(`${big}_0`, big);
  return sliding.smallChannels === sliding.bigChannels ? small : `${big}_0`;
}
