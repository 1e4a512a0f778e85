import { conclude } from "@/lib/derivation";
import { KernelError } from "@/lib/tensor";
import {
  type Expression,
  difference,
  dot,
  equation,
  fraction,
  list,
  number,
  relation,
  shape,
  symbol,
} from "@/lib/tex";
import { entriesOf } from "../entries";
import type { PlanesFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { type Rows, grid, sign } from "../planes";

/** White, the largest value of a byte. */
const WHITE = 255;

/** The smallest and the largest weight, which become black and white. */
interface Ends {
  readonly least: number;
  readonly most: number;
}

/** A layer's weights as shades of grey: p = 255·(w − min)/(max − min), rounded. Cards 38 and 39. */
export const weightsAsImageLab = defineLab({
  id: "weights-as-image",
  title: "Weights as a picture",
  lead: "A kernel already has the shape of a picture. A node of a fully connected layer has one long row of weights: type it as one row and set the width of the image that it looks at.",
  fields: {
    weights: {
      kind: "grid",
      label: "weights",
      role: "kernel",
      start: [
        [3, 1, -1],
        [2, 0, -1],
        [3, 1, 0],
      ],
      most: [6, 9],
    },
    width: {
      kind: "number",
      label: "width of the picture",
      start: 3,
      least: 1,
      most: 9,
      whole: true,
    },
  },
  work({ weights, width }) {
    const plane = laidOut(weights, width);
    const ends = endsOf(plane);
    const shades = plane.map((row) => row.map((weight) => shadeOf(weight, ends)));
    const steps = [
      ...layoutSteps(weights, plane),
      ...scaleSteps(ends),
      ...entriesOf(plane).map(({ row, column, value }) => cellStep(row, column, value, ends)),
      ...zeroSteps(ends),
    ];
    return {
      results: { ...ends, zero: shadeOf(0, ends) },
      parts: [figureOf(weights, plane, shades), { kind: "steps", steps }],
    };
  },
});

/** The weights in reading order, in rows of this width. */
function laidOut(weights: Rows, width: number): number[][] {
  const flat = weights.flat();
  if (flat.length % width !== 0) {
    const fitting = Array.from({ length: 9 }, (_, index) => index + 1).filter(
      (one) => flat.length % one === 0,
    );
    throw new KernelError(
      "ERR_SHAPE",
      `${flat.length} weights do not fill rows of ${width}; a width of ${fitting.join(", ")} would fit.`,
    );
  }
  return Array.from({ length: flat.length / width }, (_, row) =>
    flat.slice(row * width, (row + 1) * width),
  );
}

function endsOf(plane: Rows): Ends {
  const flat = plane.flat();
  const [least, most] = [Math.min(...flat), Math.max(...flat)];
  if (least < most) return { least, most };
  throw new KernelError(
    "ERR_INPUT",
    `Every weight is ${least}, so the largest and the smallest are the same and there is no range to stretch over black to white; one weight that differs would do.`,
  );
}

function exactShade(weight: number, { least, most }: Ends): number {
  return Number(((WHITE * (weight - least)) / (most - least)).toPrecision(12));
}

function shadeOf(weight: number, ends: Ends): number {
  return Math.round(exactShade(weight, ends));
}

function figureOf(weights: Rows, plane: Rows, shades: Rows): PlanesFigure {
  const isReshaped = !sameRows(weights, plane);
  return {
    kind: "planes",
    title: "From weights to shades of grey",
    items: [
      ...(isReshaped ? [grid("weights as stored", "kernel", weights), sign("→")] : []),
      grid("weights", "kernel", plane),
      sign("→"),
      { kind: "shades", title: `0 black, ${WHITE} white`, rows: shades },
    ],
  };
}

function sameRows(one: Rows, other: Rows): boolean {
  return one.length === other.length && one[0]?.length === other[0]?.length;
}

function layoutSteps(weights: Rows, plane: Rows): LabStep[] {
  if (sameRows(weights, plane)) return [];
  return [
    {
      says: "Lay the weights out as the image that the node looks at: row by row, in reading order.",
      line: relation("→", sizesOf(weights), sizesOf(plane)),
    },
  ];
}

function sizesOf(rows: Rows): Expression {
  return shape([rows.length, rows[0]?.length ?? 0], "kernel");
}

function scaleSteps({ least, most }: Ends): LabStep[] {
  const [smallest, largest] = [symbol("w_min"), symbol("w_max")];
  const weight = symbol("W", ["i", "j"], "kernel");
  return [
    {
      says: "Find the smallest and the largest weight. The smallest will be black, the largest white.",
      line: list(
        conclude(smallest, number(least, "kernel")),
        conclude(largest, number(most, "kernel")),
        conclude(difference(largest, smallest), difference(most, least), most - least),
      ),
    },
    {
      says: `How far along the way from the smallest to the largest is each weight? That part of ${WHITE} is its shade, rounded to a whole number.`,
      line: equation(
        symbol("P", ["i", "j"], "output"),
        dot(WHITE, fraction(difference(weight, smallest), difference(largest, smallest))),
      ),
    },
  ];
}

function cellStep(row: number, column: number, weight: number, ends: Ends): LabStep {
  const exact = exactShade(weight, ends);
  const shade = shadeOf(weight, ends);
  const way = fraction(
    difference(number(weight, "kernel"), ends.least),
    difference(ends.most, ends.least),
  );
  const worked = conclude(
    symbol("P", [row, column], "output"),
    dot(WHITE, way),
    exact === shade ? number(shade, "output") : exact,
  );
  return {
    says: `Row ${row}, column ${column}.`,
    line: exact === shade ? worked : relation("→", worked, number(shade, "output")),
  };
}

/** Where the weight 0 would lie, if it is in between: the shade of “does not care”. */
function zeroSteps(ends: Ends): LabStep[] {
  if (ends.least > 0 || ends.most < 0) return [];
  return [
    {
      says: "Black is the smallest weight, not 0. A weight of 0, which ignores its pixel, comes out as a grey in between.",
      line: relation("→", number(0, "kernel"), number(shadeOf(0, ends), "output")),
    },
  ];
}
