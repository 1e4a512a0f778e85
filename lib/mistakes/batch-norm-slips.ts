import type { InputName, Question } from "@/lib/question";
import type { BatchNorm } from "./batch-norm-values";
import type { Slip } from "./model";

/** What can go wrong in batch normalisation, by what is asked. */
export function batchNormSlips(
  question: Question,
  right: BatchNorm,
  ask: "y" | "x" | "gamma" | "beta",
): readonly Slip<BatchNorm>[] {
  const [batch, , height, width] = right.x.shape;
  const averaged: Slip<BatchNorm> = {
    id: "MEAN_FOR_SUM",
    readings: [batch * height * width, batch, height * width]
      .filter((divisor) => divisor > 1)
      .map((divisor) => (setup) => ({ ...setup, divisor })),
  };
  if (ask === "beta") return [averaged];
  const statistics = ask === "x" ? [backThroughCentred, ...STATISTICS.slice(1)] : STATISTICS;
  return [...statistics, ...factorSlips(question, ask), ...(ask === "gamma" ? [averaged] : [])];
}

const STATISTICS: readonly Slip<BatchNorm>[] = [
  {
    id: "NOT_NORMALISED",
    readings: [
      (setup) => ({ ...setup, normalised: "centred" }),
      (setup) => ({ ...setup, normalised: "not" }),
    ],
  },
  {
    id: "WRONG_AXIS",
    readings: [[1, 2, 3], [1], [2, 3], [0], [0, 1, 2, 3], [0, 1], [2], [3]].map(
      (axes) => (setup) =>
        setup.x.shape.some(
          (length, axis) => length > 1 && axes.includes(axis) !== setup.axes.includes(axis),
        )
          ? { ...setup, axes }
          : undefined,
    ),
  },
  {
    id: "UNBIASED_VARIANCE",
    readings: [
      (setup) => ({ ...setup, unbiased: true, unbiasedBack: true }),
      (setup) => ({ ...setup, unbiased: true }),
    ],
  },
  {
    id: "EPS_FORGOTTEN",
    readings: [(setup) => (setup.eps > 0 ? { ...setup, eps: 0 } : undefined)],
  },
];

/** On the way back through γ·(x − μ) + β there is no deviation to pass. */
const backThroughCentred: Slip<BatchNorm> = {
  id: "NOT_NORMALISED",
  readings: [
    (setup) => ({ ...setup, normalised: "centred", factor: "through the mean alone" }),
    (setup) => ({ ...setup, normalised: "not", factor: "without the statistics" }),
    (setup) => ({ ...setup, normalised: "centred" }),
    (setup) => ({ ...setup, normalised: "not" }),
  ],
};

function factorSlips({ inputs }: Question, ask: "y" | "x" | "gamma"): Slip<BatchNorm>[] {
  const withoutGamma = (setup: BatchNorm) =>
    given(inputs, "gamma") ? { ...setup, gamma: setup.gamma.map(() => 1) } : undefined;
  if (ask === "gamma") {
    return [
      {
        id: "FACTOR_FORGOTTEN",
        readings: [(setup) => ({ ...setup, factor: "without the deviation" })],
      },
    ];
  }
  if (ask === "x") {
    const parts = [
      "without the deviation",
      "through the mean alone",
      "without the statistics",
    ] as const;
    return [
      {
        id: "FACTOR_FORGOTTEN",
        readings: [
          withoutGamma,
          ...parts.map((factor) => (setup: BatchNorm) => ({ ...setup, factor })),
        ],
      },
    ];
  }
  return [
    { id: "FACTOR_FORGOTTEN", readings: [withoutGamma] },
    {
      id: "BIAS_FORGOTTEN",
      readings: [
        (setup) =>
          given(inputs, "beta") ? { ...setup, beta: setup.beta.map(() => 0) } : undefined,
      ],
    },
  ];
}

function given(inputs: Question["inputs"], name: InputName): boolean {
  return inputs[name] !== undefined;
}
