import {
  type Expression,
  type Writable,
  difference,
  dot,
  equation,
  floor,
  fraction,
  matrix,
  number,
  sum,
} from "@/lib/tex";
import { type Cell, channelsPerGroup } from "../sizes/sliding";
import type { Step } from "../step";
import { matters, named, valueIn } from "../view";
import type { ConvModel } from "./model";
import type { Plan } from "./plan";

/** Convolution proper: K′ is K turned by 180°. */
export function rotatedStep({ sliding, w }: ConvModel): Step[] {
  if (!sliding.rotated) return [];
  const { height, width } = sliding;
  const turned = { ...w, letter: "K'" };
  const onePlane = !matters(w, 0) && !matters(w, 1);
  const rows = Array.from({ length: height.kernel }, (_, u) =>
    Array.from({ length: width.kernel }, (__, v) =>
      number(valueIn(w, [0, 0, height.kernel - 1 - u, width.kernel - 1 - v]), "kernel"),
    ),
  );
  const line = onePlane
    ? equation(
        named(turned, []),
        { kind: "call", name: "rot180", args: [named(w, [])] },
        matrix(rows),
      )
    : equation(
        named(turned, ["o", "c", "u", "v"]),
        named(w, ["o", "c", last("k_h", "u"), last("k_w", "v")]),
      );
  return [{ rule: "kernel-rotated", line, value: null, cells: [] }];
}

/** With groups: the first channel of the group, in letters. */
export function groupRule(model: ConvModel, plan: Plan): Step[] {
  if (model.sliding.groups === 1 || isPaired(model)) return [];
  const { letter, first, of } = groupLetters(model, plan);
  return [groupStep(model, equation(first, firstOfGroup(model, plan, letter)), null, of)];
}

/** With groups: the first channel of this cell's group, in numbers. */
export function groupNumbers(model: ConvModel, plan: Plan, cell: Cell): Step[] {
  if (model.sliding.groups === 1 || isPaired(model)) return [];
  const { first, of, axis } = groupLetters(model, plan);
  const index = cell[axis];
  const value = Math.floor(index / perGroup(model, plan)) * channelsPerGroup(model.sliding);
  return [groupStep(model, equation(first, firstOfGroup(model, plan, index), value), value, of)];
}

/** Depthwise with as many filters as channels: filter o reads channel o, nothing to compute. */
function isPaired({ sliding }: ConvModel): boolean {
  return channelsPerGroup(sliding) === 1 && sliding.smallChannels === sliding.bigChannels;
}

/**
 * Of the channel that a cell has, the letter; and the letter of its group's first channel. A window
 * that reads knows its own channel on the small side, a stamp or a gradient back on the big side.
 */
function groupLetters(model: ConvModel, plan: Plan) {
  const [small, big] = model.transposed ? ["c", "o"] : ["o", "c"];
  const fromBig = knowsBig(model, plan);
  return {
    letter: (fromBig ? big : small) ?? "c",
    first: `${big}_0`,
    of: fromBig ? "channel" : "filter",
    axis: plan.kind === "kernel-gradient" ? (0 as const) : (1 as const),
  };
}

function knowsBig({ transposed }: ConvModel, plan: Plan): boolean {
  return plan.kind === "stamp" || (plan.kind === "input-gradient" && !transposed);
}

function perGroup(model: ConvModel, plan: Plan): number {
  const { sliding } = model;
  return knowsBig(model, plan) ? channelsPerGroup(sliding) : sliding.smallChannels / sliding.groups;
}

function firstOfGroup(model: ConvModel, plan: Plan, index: Writable): Expression {
  const group = floor(fraction(index, perGroup(model, plan)));
  return dot(group, channelsPerGroup(model.sliding));
}

function groupStep(
  { sliding }: ConvModel,
  line: Expression,
  value: number | null,
  of: string,
): Step {
  const channels = channelsPerGroup(sliding);
  const facts = {
    groups: sliding.groups,
    channels: channels === 1 ? "one channel" : `${channels} channels`,
    of,
  };
  return { rule: "conv-group", line, value, cells: [], facts };
}

function last(size: string, index: string): Expression {
  return difference(sum(size, -1), index);
}
