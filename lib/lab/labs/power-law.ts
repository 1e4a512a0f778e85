import { conclude } from "@/lib/derivation";
import { KernelError } from "@/lib/tensor";
import {
  call,
  ceiling,
  difference,
  dot,
  equation,
  fraction,
  negative,
  number,
  parentheses,
  power,
  proseNumber,
  sum,
  symbol,
} from "@/lib/tex";
import type { PlotFigure, Series, TableFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";

/** error(n) = a·n^(−b) + c, in percent. */
interface PowerLaw {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Given {
  readonly size1: number;
  readonly error1: number;
  readonly size2: number;
  readonly error2: number;
  readonly irreducible: number;
  readonly guessing: number;
  readonly wanted: number;
}

const LARGEST = 1e15;

/**
 * A power law through two points, and where it ends. Card 17; Hestness and others 2017, Deep Learning Scaling is
 * Predictable, Empirically. The bounds of the regions: below the size at which the law says no less than guessing
 * there are too few data; above the size at which more than half of the error is irreducible, data hardly help.
 */
export const powerLawLab = defineLab({
  id: "power-law",
  title: "How many data would it take?",
  lead: "Train twice, on few data and on more, and put in both errors. Over two logarithmic axes what lies above the irreducible error is a straight line, which can be drawn on.",
  fields: {
    size1: { kind: "number", label: "smaller data size", start: 1000, least: 1, most: 1e12 },
    error1: { kind: "number", label: "error there (%)", start: 42, least: 0, most: 100 },
    size2: { kind: "number", label: "larger data size", start: 16000, least: 1, most: 1e12 },
    error2: { kind: "number", label: "error at that size (%)", start: 22, least: 0, most: 100 },
    irreducible: { kind: "number", label: "irreducible error (%)", start: 2, least: 0, most: 100 },
    guessing: { kind: "number", label: "error of guessing (%)", start: 90, least: 0, most: 100 },
    wanted: { kind: "number", label: "wanted error (%)", start: 12, least: 0, most: 100 },
  },
  work(given) {
    checkOrder(given);
    const law = through(given);
    const needed = wholeSize(sizeFor(given.wanted, law));
    const halving = 2 ** (1 / law.b);
    if (!(needed <= LARGEST && halving <= LARGEST)) throw tooFlat(law);
    const begins = sizeFor(given.guessing, law);
    const ends = law.c > 0 ? sizeFor(2 * law.c, law) : undefined;
    const bounded = ends !== undefined && ends <= LARGEST ? ends : undefined;
    return {
      results: {
        exponent: tidy(law.b),
        factor: tidy(law.a),
        needed,
        halving: tidy(halving),
        begins: wholeSize(begins),
        ...(bounded === undefined ? {} : { ends: wholeSize(bounded) }),
      },
      parts: [
        plot(given, law, begins, bounded, needed),
        regions(begins, bounded),
        { kind: "steps", steps: stepsOf(given, law, needed, halving) },
      ],
    };
  },
});

function through({ size1, error1, size2, error2, irreducible: c }: Given): PowerLaw {
  const b = Math.log((error1 - c) / (error2 - c)) / Math.log(size2 / size1);
  return { a: (error1 - c) * size1 ** b, b, c };
}

function errorAt(size: number, { a, b, c }: PowerLaw): number {
  return a * size ** -b + c;
}

function sizeFor(error: number, { a, b, c }: PowerLaw): number {
  return (a / (error - c)) ** (1 / b);
}

/** Without the last digits, which powers and logarithms disturb. */
function tidy(value: number): number {
  return Number(value.toPrecision(9));
}

function wholeSize(size: number): number {
  return Math.ceil(tidy(size));
}

function checkOrder(given: Given): void {
  const { size1, error1, size2, error2, irreducible, guessing, wanted } = given;
  const rules: readonly (readonly [broken: boolean, says: string])[] = [
    [
      size2 <= size1,
      `The larger data size must be above the smaller one, ${proseNumber(size1)}; it is ${proseNumber(size2)}.`,
    ],
    [
      error2 >= error1,
      `With more data the error must be lower for a falling law; ${proseNumber(error2)} % is not below ${proseNumber(error1)} %.`,
    ],
    [
      error2 <= irreducible,
      `An error of ${proseNumber(error2)} % cannot be measured where ${proseNumber(irreducible)} % is irreducible; a lower irreducible error fits.`,
    ],
    [
      guessing <= error1,
      `An error of ${proseNumber(error1)} % is no better than guessing (${proseNumber(guessing)} %), so the law has not begun; a smaller error there fits.`,
    ],
    [
      wanted <= irreducible,
      `No amount of data brings the error to ${proseNumber(wanted)} %, since ${proseNumber(irreducible)} % is irreducible; a wanted error above that fits.`,
    ],
    [
      wanted >= guessing,
      `Guessing already gives ${proseNumber(guessing)} %, so the wanted error must be below that.`,
    ],
  ];
  const problem = rules.find(([broken]) => broken)?.[1];
  if (problem !== undefined) throw new KernelError("ERR_INPUT", problem);
}

function tooFlat({ b }: PowerLaw): KernelError {
  return new KernelError(
    "ERR_INPUT",
    `With an exponent of ${proseNumber(tidy(b))} the wanted error would take more than ${proseNumber(LARGEST)} examples; a wanted error nearer to the measured ones fits.`,
  );
}

function plot(
  given: Given,
  law: PowerLaw,
  begins: number,
  ends: number | undefined,
  needed: number,
): PlotFigure {
  const sizes = [given.size1, given.size2, needed, begins, ...(ends === undefined ? [] : [ends])];
  const [from, to] = [Math.max(1, Math.min(...sizes) / 10), Math.max(...sizes) * 10];
  const over = logSpaced(from, to);
  const line = (label: string, role: Series["role"], read: (size: number) => number): Series => ({
    label,
    role,
    points: over.map((size) => [size, read(size)]),
  });
  return {
    kind: "plot",
    title: "Error over the size of the training set",
    x: { label: "training examples", scale: "log" },
    y: { label: "error (%)", scale: "log" },
    series: [
      line("expected error", "output", (size) => Math.min(given.guessing, errorAt(size, law))),
      {
        ...line("above the irreducible error", "input", (size) => errorAt(size, law) - law.c),
        points: over
          .filter((size) => size >= begins)
          .map((size) => [size, law.a * size ** -law.b] as const),
      },
      ...(law.c > 0 ? [line("irreducible error", "gradient", () => law.c)] : []),
      {
        label: "measured",
        role: "kernel",
        dots: true,
        points: [
          [given.size1, given.error1],
          [given.size2, given.error2],
        ],
      },
      { label: "predicted", role: "output", dots: true, points: [[needed, given.wanted]] },
    ],
  };
}

/** Sizes at equal distances on a logarithmic axis, both ends included. */
function logSpaced(from: number, to: number, count = 49): number[] {
  const step = (to / from) ** (1 / (count - 1));
  return Array.from({ length: count }, (_, index) => tidy(from * step ** index));
}

function regions(begins: number, ends: number | undefined): TableFigure {
  const [first, last] = [begins, ends ?? Number.NaN].map((size) => proseNumber(wholeSize(size)));
  const middle = ends === undefined ? `from ${first} on` : `from ${first} to ${last}`;
  return {
    kind: "table",
    title: "The three regions",
    head: ["region", "training examples", "what more data do"],
    rows: [
      ["small data", `fewer than ${first}`, "too few to beat guessing"],
      ["power law", middle, "lower the error by a fixed factor for each multiple of the data"],
      [
        "irreducible error",
        ends === undefined ? "out of reach here" : `more than ${last}`,
        "next to nothing: more than half of the error stays",
      ],
    ],
  };
}

function stepsOf(given: Given, law: PowerLaw, needed: number, halving: number): LabStep[] {
  const { size1, error1, size2, error2, irreducible: c, wanted } = given;
  const [a, b] = [number(tidy(law.a), "kernel"), number(tidy(law.b), "gradient")];
  const [above1, above2, above] = [error1 - c, error2 - c, wanted - c].map(tidy);
  return [
    {
      says: "The law: what lies above the irreducible error c falls as a power of the number n of examples.",
      line: equation("E", sum(dot("a", power("n", negative("b"))), "c")),
    },
    {
      says: "The exponent is the slope of the straight line: how fast the logarithm of the error falls as that of the size grows.",
      line: conclude(
        "b",
        fraction(
          call(
            "log",
            fraction(difference(symbol("E", [1]), "c"), difference(symbol("E", [2]), "c")),
          ),
          call("log", fraction(symbol("n", [2]), symbol("n", [1]))),
        ),
        fraction(
          call("log", fraction(above1 ?? 0, above2 ?? 0)),
          call("log", fraction(size2, size1)),
        ),
        b,
      ),
    },
    {
      says: "The factor follows from the first point.",
      line: conclude(
        "a",
        dot(parentheses(difference(symbol("E", [1]), "c")), power(symbol("n", [1]), "b")),
        dot(above1 ?? 0, power(size1, b)),
        a,
      ),
    },
    {
      says: "So each halving of what lies above c takes this many times the data.",
      line: conclude(power(2, fraction(1, "b")), power(2, fraction(1, b)), tidy(halving)),
    },
    {
      says: `Solved for n, the data that an error of ${proseNumber(wanted)} % needs, rounded up.`,
      line: conclude(
        "n",
        ceiling(power(parentheses(fraction("a", difference("E", "c"))), fraction(1, "b"))),
        ceiling(power(parentheses(fraction(a, above ?? 0)), fraction(1, b))),
        number(needed, "output"),
      ),
    },
  ];
}
