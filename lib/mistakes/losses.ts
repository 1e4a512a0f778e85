import type { Question } from "@/lib/question";
import { shape4 } from "./image";
import { softmaxOver } from "./lanes";
import { type Computation, type Model, type Slip, computed } from "./model";

/** A loss and what it is divided by. */
interface Loss {
  readonly divisor: number;
  /** The slope's own factor, 2 for a square; −1 where the sign of −log is left out. */
  readonly factor: number;
  /** How logits become probabilities. */
  readonly normalised: "softmax" | "exp" | "logits";
  readonly axis: 0 | 1;
  /** Whether ∂L/∂Y is multiplied in. */
  readonly arriving: boolean;
}

const RIGHT = { factor: 1, normalised: "softmax", axis: 1, arriving: true } as const;

/** L = mean of (x − t)². */
export function mseOutput(question: Question): Model<Loss> | undefined {
  const given = mseParts(question);
  if (!given) return undefined;
  const { differences, batch } = given;
  return {
    right: { ...RIGHT, divisor: differences.length },
    slips: [
      divided("FACTOR_FORGOTTEN", [
        1,
        batch,
        differences.length / batch,
        2,
        2 * differences.length,
      ]),
    ],
    compute: ({ divisor }) =>
      scalar(differences.reduce((sum, value) => sum + value * value, 0) / divisor),
  };
}

/** ∂L/∂x = 2·(x − t)/n · ∂L/∂L. */
export function mseGradient(question: Question): Model<Loss> | undefined {
  const given = mseParts(question);
  if (!given) return undefined;
  const { differences, shape, batch } = given;
  const arriving = question.dy?.data?.[0] ?? 1;
  return {
    right: { ...RIGHT, divisor: differences.length, factor: 2 },
    slips: [
      {
        id: "FACTOR_FORGOTTEN",
        alike: true,
        readings: [
          (setup) => ({ ...setup, factor: 1 }),
          (setup) => (arriving === 1 ? undefined : { ...setup, arriving: false }),
          (setup) => ({ ...setup, divisor: 1 }),
          (setup) => (batch > 1 ? { ...setup, divisor: batch } : undefined),
        ],
      },
    ],
    compute: ({ divisor, factor, arriving: multiplied }) =>
      computed(
        shape4(shape),
        differences.map((value) => (value * factor * (multiplied ? arriving : 1)) / divisor),
      ),
  };
}

function mseParts({ inputs: { x, target }, dy }: Question) {
  if (!x?.data || !target?.data || (dy && !dy.data)) return undefined;
  const wanted = target.data;
  const differences = x.data.map((value, offset) => value - (wanted[offset] ?? 0));
  return { differences, shape: x.shape, batch: x.shape.length > 1 ? (x.shape[0] ?? 1) : 1 };
}

/** L = mean over the batch of −log softmax(x)[t]. */
export function crossEntropyOutput(question: Question): Model<Loss> | undefined {
  const given = logitsOf(question);
  if (!given) return undefined;
  const { batch, classes, values, target } = given;
  return {
    right: { ...RIGHT, divisor: batch },
    slips: [
      ...LOGIT_SLIPS,
      ...divisors(batch, classes),
      { id: "FACTOR_FORGOTTEN", readings: [(setup) => ({ ...setup, factor: -1 })] },
    ],
    compute: (setup) => {
      const p = probabilities(setup, [batch, classes], values);
      const total = target.reduce((sum, wanted, n) => {
        const at = n * classes + wanted;
        return (
          sum -
          (setup.normalised === "softmax"
            ? Math.log(p[at] ?? 0)
            : setup.normalised === "exp"
              ? (values[at] ?? 0)
              : (p[at] ?? 0))
        );
      }, 0);
      return scalar((total * setup.factor) / setup.divisor);
    },
  };
}

/** ∂L/∂x = (softmax(x) − [t])/N. */
export function crossEntropyGradient(question: Question): Model<Loss> | undefined {
  const given = logitsOf(question);
  if (!given) return undefined;
  const { batch, classes, values, target, shape } = given;
  const arriving = question.dy?.data?.[0] ?? 1;
  return {
    right: { ...RIGHT, divisor: batch },
    slips: [
      ...LOGIT_SLIPS,
      ...divisors(batch, classes),
      {
        id: "FACTOR_FORGOTTEN",
        readings: [(setup) => (arriving === 1 ? undefined : { ...setup, arriving: false })],
      },
    ],
    compute: (setup) => {
      const p = probabilities(setup, [batch, classes], values);
      const scale = (setup.arriving ? arriving : 1) / setup.divisor;
      return computed(
        shape4(shape),
        p.map((value, at) => {
          const wanted = target[Math.floor(at / classes)] === at % classes ? 1 : 0;
          return (value - wanted) * scale;
        }),
      );
    },
  };
}

function logitsOf({ inputs: { x, target }, dy }: Question) {
  if (!x?.data || !target?.data || x.shape.length > 2 || (dy && !dy.data)) return undefined;
  const [batch = 1, classes = 1] = x.shape.length === 1 ? [1, x.shape[0] ?? 1] : x.shape;
  return { shape: x.shape, values: x.data, target: target.data, batch, classes };
}

function probabilities(
  { normalised, axis }: Loss,
  shape: readonly [number, number],
  values: Float64Array,
): Float64Array {
  if (normalised === "softmax") return softmaxOver(shape, values, [axis]);
  return normalised === "exp" ? values.map((value) => Math.exp(value)) : values;
}

const LOGIT_SLIPS: readonly Slip<Loss>[] = [
  {
    id: "NOT_NORMALISED",
    readings: [
      (setup) => ({ ...setup, normalised: "exp" }),
      (setup) => ({ ...setup, normalised: "logits" }),
    ],
  },
  { id: "WRONG_AXIS", readings: [(setup) => ({ ...setup, axis: 0 })] },
];

function divisors(batch: number, classes: number): Slip<Loss>[] {
  return [
    divided("FACTOR_FORGOTTEN", batch > 1 ? [1] : []),
    divided("MEAN_FOR_SUM", [batch * classes, ...(batch > 1 ? [classes] : [])]),
  ];
}

function divided(id: "FACTOR_FORGOTTEN" | "MEAN_FOR_SUM", by: readonly number[]): Slip<Loss> {
  return {
    id,
    readings: by.map(
      (divisor) => (setup) => (setup.divisor === divisor ? undefined : { ...setup, divisor }),
    ),
  };
}

function scalar(value: number): Computation {
  return computed([1, 1, 1, 1], [value]);
}
