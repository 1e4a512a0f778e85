import { type Expression, equation, dot, number, partial, sum, total, words } from "@/lib/tex";
import type { CellRef, Step } from "../step";
import { conclude } from "../conclude";
import { MAX_TERMS, elided } from "../elided";
import { total as totalOf, workedSum } from "../sums";
import { capitalised, partsNote } from "../wording";
import { type View, fullCell, matters, named, ownCell, sizeAlong, valueIn } from "../view";

/** ∂L/∂b: every gradient that arrives at a channel, added up. */
export interface BiasPlan {
  readonly b: View;
  readonly dy: View;
  readonly y: View;
}

/** Why, and the rule in symbols. */
export function biasRuleSteps({ b, dy, y }: BiasPlan): Step[] {
  const bias = named(b, ["o", "o"]);
  const output = named(y, ["n", "o", "i", "j"]);
  const letters = ["n", "i", "j"].filter((letter) => letter !== "n" || matters(dy, 0));
  return [
    {
      rule: "bias-gradient-why",
      line: equation(
        partial(bias),
        total(letters, dot(partial(output), partial(bias, "kernel", output))),
        total(letters, dot(partial(output), 1)),
      ),
      value: null,
      cells: [],
    },
    {
      rule: "bias-gradient-rule",
      line: equation(partial(bias), total(letters, named(dy, ["n", "o", "i", "j"]))),
      value: null,
      cells: [],
    },
  ];
}

/** One channel's bias in one line; a long sum row by row, or image by image. */
export function biasCellStep(plan: BiasPlan, at: readonly number[]): Step {
  const { name, arriving, parts, value } = workBias(plan, at);
  const terms =
    parts.length > 0
      ? parts.map((part) => number(part.value))
      : arriving.map((one) => number(one.value, "gradient"));
  const values = parts.length > 0 ? parts : arriving;
  return {
    rule: "bias-gradient-cell",
    line: workedSum(
      name,
      terms,
      values.map((one) => one.value),
      number(value, "gradient"),
    ),
    value,
    cells: [{ tensor: "db", at }, ...arriving.map((one) => one.cell)],
    facts: { ...biasFacts(plan, at), parts: partsNote(parts[0]?.of) },
  };
}

/** All of one channel's bias: the rule, the parts of a long sum, the line. */
export function biasFullSteps(plan: BiasPlan, at: readonly number[]): Step[] {
  const partLines = workBias(plan, at).parts.map((part): Step => {
    const values = part.arriving.map((one) => one.value);
    const terms: Expression[] = values.map((value) => number(value, "gradient"));
    return {
      rule: "partial-sum",
      line: conclude(words(part.name), sum(...elided(terms)), number(part.value)),
      value: part.value,
      cells: part.arriving.map((one) => one.cell),
      facts: { part: capitalised(part.name) },
    };
  });
  return [...biasRuleSteps(plan), ...partLines, biasCellStep(plan, at)];
}

interface Arriving {
  readonly cell: CellRef;
  readonly value: number;
  readonly image: number;
  readonly row: number;
}

function workBias(plan: BiasPlan, at: readonly number[]) {
  const channel = fullCell(plan.b, at)[1];
  const arriving = arrivingAt(plan.dy, channel);
  return {
    name: partial(named(plan.b, [channel, channel])),
    arriving,
    parts: arriving.length > MAX_TERMS ? partsOf(plan.dy, arriving) : [],
    value: total0(arriving),
  };
}

function arrivingAt(dy: View, channel: number): Arriving[] {
  const found: Arriving[] = [];
  for (let image = 0; image < sizeAlong(dy, 0); image++) {
    for (let row = 0; row < sizeAlong(dy, 2); row++) {
      for (let column = 0; column < sizeAlong(dy, 3); column++) {
        const cell = [image, channel, row, column];
        found.push({
          cell: { tensor: "dy", at: ownCell(dy, cell) },
          value: valueIn(dy, cell),
          image,
          row,
        });
      }
    }
  }
  return found;
}

function partsOf(dy: View, arriving: readonly Arriving[]) {
  const by = matters(dy, 0) ? "image" : "row";
  const indices = [...new Set(arriving.map((one) => one[by]))];
  if (indices.length < 2) return [];
  return indices.map((index) => {
    const own = arriving.filter((one) => one[by] === index);
    const name = by === "image" ? `image ${index}` : `row ${index} of G`;
    const of = by === "image" ? "image" : "row of G";
    return { name, of, arriving: own, value: total0(own) };
  });
}

function total0(arriving: readonly Arriving[]): number {
  return totalOf(arriving.map(({ value }) => value));
}

function biasFacts(plan: BiasPlan, at: readonly number[]): Record<string, string | number> {
  const channel = fullCell(plan.b, at)[1];
  const several = matters(plan.b, 1);
  return {
    channel,
    place: several ? `Filter ${channel}` : "The bias",
    ofChannel: several ? ` in channel ${channel}` : "",
  };
}
