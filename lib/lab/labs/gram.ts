import { conclude, sumOf } from "@/lib/derivation";
import { type QuestionDraft, forward, questionFrom } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import {
  type Expression,
  difference,
  dot,
  equation,
  fraction,
  number,
  power,
  sum,
  symbol,
  total,
} from "@/lib/tex";
import type { GridItem, PlanesFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { type Rows, grid, rowsOf, sign } from "../planes";
import {
  type Convention,
  type Loss,
  type Sizes,
  CONVENTIONS,
  PLAIN,
  lossOf,
  sizesOf,
} from "../style-loss";

/** The Gram matrix G = F·Fᵀ of C flattened channels, and the two losses of style transfer. Cards 54 and 55. */
export const gramLab = defineLab({
  id: "gram",
  title: "Style and content of a few features",
  lead: "Each row is one channel’s feature map, flattened. Swap two columns of the new image’s features: its content changes, its Gram matrix, and so its style, does not.",
  fields: {
    made: {
      kind: "grid",
      label: "features of the new image",
      role: "output",
      start: [
        [1, 0, 2, 1],
        [0, 3, 1, 0],
      ],
      most: [4, 9],
      size: "features",
    },
    style: {
      kind: "grid",
      label: "features of the style image",
      role: "kernel",
      start: [
        [2, 1, 1, 0],
        [1, 1, 0, 2],
      ],
      most: [4, 9],
      size: "features",
    },
    content: {
      kind: "grid",
      label: "features of the content image",
      role: "input",
      start: [
        [1, 0, 2, 0],
        [0, 2, 1, 1],
      ],
      most: [4, 9],
      size: "features",
    },
    convention: {
      kind: "choice",
      label: "convention",
      start: PLAIN.value,
      options: CONVENTIONS.map(({ value, label }) => ({ value, label })),
    },
    alpha: {
      kind: "number",
      label: "weight α of the content loss",
      start: 1,
      least: 0,
      most: 1000,
    },
    beta: { kind: "number", label: "weight β of the style loss", start: 1, least: 0, most: 1000 },
  },
  work({ made, style, content, convention, alpha, beta }) {
    const used = CONVENTIONS.find(({ value }) => value === convention) ?? PLAIN;
    const sizes = sizesOf(made);
    expectSameSizes("style image", style, sizes);
    expectSameSizes("content image", content, sizes);
    const [own, target] = [gramOf(made, used), gramOf(style, used)];
    const styleLoss = lossOf(own, target, used.style(sizes));
    const contentLoss = lossOf(made, content, used.content(sizes));
    const whole = alpha * contentLoss.value + beta * styleLoss.value;
    return {
      results: {
        style: styleLoss.value,
        content: contentLoss.value,
        total: whole,
        channels: sizes.channels,
        positions: sizes.positions,
        cells: sizes.channels ** 2,
      },
      parts: [
        gramFigure(made, own, used),
        differenceFigure(
          "Style: two Gram matrices",
          grid("G, new image", "output", own),
          grid("A, style image", "kernel", target),
        ),
        differenceFigure(
          "Content: two sets of features, cell by cell",
          grid("F, new image", "output", made),
          grid("P, content image", "input", content),
        ),
        {
          kind: "steps",
          steps: [
            ...gramSteps(used, sizes),
            lossStep(STYLE, styleLoss),
            lossStep(CONTENT, contentLoss),
            totalStep({ alpha, beta }, contentLoss.value, styleLoss.value, whole),
          ],
        },
        {
          kind: "player",
          title: "The new image’s Gram matrix, cell by cell",
          question: gramQuestion(made, used),
          asks: ["y"],
        },
      ],
    };
  },
});

function expectSameSizes(whose: string, features: Rows, wanted: Sizes): void {
  const { channels, positions } = sizesOf(features);
  if (channels === wanted.channels && positions === wanted.positions) return;
  throw new KernelError(
    "ERR_SHAPE",
    `The features of the ${whose} are ${channels}×${positions} and those of the new image ${wanted.channels}×${wanted.positions}; all three need the same channels and positions.`,
  );
}

/** Each channel as a map of one row: the Gram matrix never asks where a cell lay. */
function gramQuestion(features: Rows, { normalize }: Convention): QuestionDraft {
  return {
    op: "gram",
    params: normalize ? { normalize } : {},
    inputs: { x: features.map((channel) => [channel]) },
  };
}

function gramOf(features: Rows, convention: Convention): Rows {
  return rowsOf(forward(questionFrom(gramQuestion(features, convention))).y);
}

function gramFigure(features: Rows, gram: Rows, { normalize }: Convention): PlanesFigure {
  const { positions, channels } = sizesOf(features);
  const turned = Array.from({ length: positions }, (_, position) =>
    features.map((channel) => channel[position] ?? 0),
  );
  return {
    kind: "planes",
    title: "Every channel with every channel",
    items: [
      grid("F, a row per channel", "output", features),
      sign("·"),
      grid("F turned", "output", turned),
      ...(normalize ? [sign(`÷ ${channels * positions}`)] : []),
      sign("="),
      grid("Gram matrix G", "output", gram),
    ],
  };
}

function differenceFigure(title: string, own: GridItem, target: GridItem): PlanesFigure {
  const apart = own.rows.map((row, i) => row.map((value, j) => value - (target.rows[i]?.[j] ?? 0)));
  return {
    kind: "planes",
    title,
    items: [own, sign("−"), target, sign("="), grid("difference", "gradient", apart)],
  };
}

function gramSteps({ normalize }: Convention, { channels, positions }: Sizes): LabStep[] {
  const product = total(
    ["p"],
    dot(symbol("F", ["c", "p"], "output"), symbol("F", ["d", "p"], "output")),
  );
  const divided = normalize ? fraction(product, dot("C", "H", "W")) : product;
  const also = normalize ? ` The sum is divided by C·H·W = ${channels * positions}.` : "";
  return [
    {
      says: `Multiply channel $c$ by channel $d$ position by position and add up. Two channels that light up at the same places get a large number.${also}`,
      line: equation(symbol("G", ["c", "d"], "output"), divided),
    },
  ];
}

interface Names {
  readonly own: Expression;
  readonly target: Expression;
  readonly loss: Expression;
  readonly over: readonly string[];
  readonly says: string;
}

const STYLE: Names = {
  own: symbol("G", ["c", "d"], "output"),
  target: symbol("A", ["c", "d"], "kernel"),
  loss: symbol("L_style"),
  over: ["c", "d"],
  says: "The style loss compares the two **Gram matrices**: subtract, square, add up.",
};

const CONTENT: Names = {
  own: symbol("F", ["c", "p"], "output"),
  target: symbol("P", ["c", "p"], "input"),
  loss: symbol("L_content"),
  over: ["c", "p"],
  says: "The content loss compares the **features themselves**, position by position.",
};

function lossStep(
  { own, target, loss, over, says }: Names,
  { squares, divisor, value }: Loss,
): LabStep {
  const scaled = (added: Expression) => (divisor === 1 ? added : dot(fraction(1, divisor), added));
  return {
    says,
    line: conclude(
      loss,
      scaled(total(over, power(difference(own, target), 2))),
      scaled(sumOf(squares.map(({ left, right }) => power(difference(left, right), 2)))),
      number(value),
    ),
  };
}

function totalStep(
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
  content: number,
  style: number,
  whole: number,
): LabStep {
  return {
    says: "The image is changed to make the weighted sum of both small.",
    line: conclude(
      "L",
      sum(dot("\\alpha", CONTENT.loss), dot("\\beta", STYLE.loss)),
      sum(dot(alpha, content), dot(beta, style)),
      number(whole),
    ),
  };
}
