import { conclude } from "@/lib/derivation";
import { KernelError } from "@/lib/tensor";
import { type Expression, difference, dot, equation, number, sum, symbol } from "@/lib/tex";
import { type LabStep, defineLab } from "../lab";
import { type At, type Rows, cellsOf, convolved, grid, planesFigure, sign } from "../planes";

/** Which outputs one weight reaches, and by which values of the input. Card 36. */
export const oneWeightLab = defineLab({
  id: "one-weight",
  title: "What one weight reaches",
  lead: "Choose a weight of the kernel and see, for every output, the input value that it is multiplied by. Then set the padding to 0, or the stride to 2, and look at the border.",
  fields: {
    image: {
      kind: "grid",
      label: "input X",
      role: "input",
      start: [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 1, 2, 3],
        [4, 5, 6, 7],
      ],
      most: [7, 7],
    },
    kernel: {
      kind: "grid",
      label: "kernel K",
      role: "kernel",
      start: [
        [2, 0, 1],
        [0, 1, 0],
        [1, 0, -1],
      ],
      most: [5, 5],
    },
    row: { kind: "number", label: "row of the weight", start: 0, least: 0, most: 4, whole: true },
    column: {
      kind: "number",
      label: "column of the weight",
      start: 0,
      least: 0,
      most: 4,
      whole: true,
    },
    padding: { kind: "number", label: "padding", start: 1, least: 0, most: 3, whole: true },
    stride: { kind: "number", label: "stride", start: 1, least: 1, most: 3, whole: true },
  },
  work({ image, kernel, row, column, padding, stride }) {
    const at: At = [row, column];
    const weight = weightAt(kernel, at);
    const params = { padding, stride };
    const tap = kernelOf(kernel, at, 1);
    const padded = convolved(image, [[1]], { padding });
    const met = convolved(image, tap, params);
    const shares = convolved(image, kernelOf(kernel, at, weight), params);
    const hits = convolved(onesLike(image), tap, params);
    const reached = cellsOf(hits).filter(([y, x]) => hits[y]?.[x] === 1);
    const onPadding = cellsOf(hits).filter(([y, x]) => hits[y]?.[x] === 0);
    const taps = cellsOf(hits).map(([y, x]): At => [y * stride + row, x * stride + column]);
    const place = { at, weight, padding, stride };
    return {
      results: {
        weight,
        outputs: hits.flat().length,
        reached: reached.length,
        onPadding: onPadding.length,
        inputs: image.flat().length,
      },
      parts: [
        planesFigure("Where the weight falls as the kernel slides, and its share of each output", [
          grid(padding === 0 ? "input X" : "input X in its padding", "input", padded, taps),
          sign("and"),
          grid("kernel K", "kernel", kernel, [at]),
          sign("→"),
          grid("the weight’s share of Y", "output", shares, reached),
        ]),
        planesFigure("Value met, times the weight", [
          grid("value met for each output", "input", met, reached),
          sign("·"),
          grid("weight", "kernel", [[weight]]),
          sign("="),
          grid("the weight’s share of Y", "output", shares, reached),
        ]),
        {
          kind: "steps",
          steps: [
            ruleStep(),
            ...reached.slice(0, 1).map((cell) => insideStep(place, cell, met)),
            ...onPadding.slice(0, 1).map((cell) => paddingStep(place, cell)),
            countStep(reached.length, onPadding.length),
          ],
        },
      ],
    };
  },
});

/** @throws KernelError where the kernel has no such weight */
function weightAt(kernel: Rows, [row, column]: At): number {
  const weight = kernel[row]?.[column];
  if (weight !== undefined) return weight;
  const [height, width] = [kernel.length, kernel[0]?.length ?? 0];
  throw new KernelError(
    "ERR_INDEX",
    `The kernel is ${height}×${width} and has no weight in row ${row}, column ${column}; rows 0 to ${height - 1} and columns 0 to ${width - 1} would fit.`,
  );
}

/** A kernel of the same size with this one weight, all others 0. */
function kernelOf(kernel: Rows, [row, column]: At, weight: number): number[][] {
  return kernel.map((cells, y) => cells.map((_, x) => (y === row && x === column ? weight : 0)));
}

function onesLike(rows: Rows): number[][] {
  return rows.map((cells) => cells.map(() => 1));
}

interface Place {
  readonly at: At;
  readonly weight: number;
  readonly padding: number;
  readonly stride: number;
}

/** The place i·S + u − P along one axis. */
function under(index: string, offset: string): Expression {
  return difference(sum(dot(index, "S"), offset), "P");
}

function ruleStep(): LabStep {
  return {
    says: "To every output $Y_{i,j}$ the weight adds itself times one input value: the one that it stands on while the kernel makes that output.",
    line: dot(
      symbol("K", ["u", "v"], "kernel"),
      symbol("X", [under("i", "u"), under("j", "v")], "input"),
    ),
  };
}

function insideStep({ at, weight, padding, stride }: Place, [y, x]: At, met: Rows): LabStep {
  const value = met[y]?.[x] ?? 0;
  const [row, column] = [y * stride + at[0] - padding, x * stride + at[1] - padding];
  return {
    says: `For $Y_{${y},${x}}$ it stands on the input.`,
    line: conclude(
      dot(symbol("K", at, "kernel"), symbol("X", [row, column], "input")),
      dot(number(weight, "kernel"), number(value, "input")),
      number(weight * value, "output"),
    ),
  };
}

function paddingStep({ at, weight }: Place, [y, x]: At): LabStep {
  return {
    says: `For $Y_{${y},${x}}$ it stands on the padding. It is used all the same, and what it adds is 0.`,
    line: conclude(
      dot(symbol("K", at, "kernel"), number(0, "input")),
      dot(number(weight, "kernel"), number(0, "input")),
      number(0, "output"),
    ),
  };
}

function countStep(reached: number, onPadding: number): LabStep {
  return {
    says: "Outputs that it reaches by an input value, and those where it stands on the padding: together, all of them. That is why a weight’s gradient is a sum over all outputs.",
    line: equation(sum(reached, onPadding), reached + onPadding),
  };
}
