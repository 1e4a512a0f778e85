import { conclude, derive } from "@/lib/derivation";
import { type QuestionDraft, forward, questionFrom } from "@/lib/question";
import {
  type Expression,
  call,
  difference,
  dot,
  list,
  number,
  phrase,
  sum,
  symbol,
  words,
} from "@/lib/tex";
import { type Entry, entriesOf, expectWithin } from "../entries";
import type { PlanesFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { type Rows, grid, rowsOf, sign } from "../planes";

/** Some of a plane: its first row and column, and how many of each. */
interface Patch {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The strongest cell of a feature map, and the patch of the input that it looks at. Card 41. */
export const strongestActivationLab = defineLab({
  id: "strongest-activation",
  title: "What made the map light up",
  lead: "The kernel looks for one pattern. Find the largest cell of its feature map, then walk back to the patch of the input that it saw.",
  fields: {
    input: {
      kind: "grid",
      label: "input",
      role: "input",
      start: [
        [0, 0, 0, 0, 0, 1],
        [0, 0, 0, 0, 0, 0],
        [1, 0, 0, 3, 2, 0],
        [0, 0, 0, 3, 3, 0],
        [0, 0, 1, 3, 2, 0],
        [0, 1, 0, 0, 0, 0],
      ],
      most: [10, 10],
    },
    kernel: {
      kind: "grid",
      label: "kernel",
      role: "kernel",
      start: [
        [-1, 1, 0],
        [-2, 2, 0],
        [-1, 1, 0],
      ],
      most: [5, 5],
    },
    stride: { kind: "number", label: "stride", start: 1, least: 1, most: 4, whole: true },
  },
  work({ input, kernel, stride }) {
    expectWithin(kernel, input, "kernel is");
    const draft: QuestionDraft = {
      op: "conv2d",
      params: { stride },
      inputs: { x: input, w: kernel },
    };
    const question = questionFrom(draft);
    const map = rowsOf(forward(question).y);
    const strongest = largest(map);
    const { row, column, value } = strongest;
    const ties = entriesOf(map).filter((cell) => cell.value === value).length;
    const patch: Patch = {
      top: row * stride,
      left: column * stride,
      height: kernel.length,
      width: kernel[0]?.length ?? 0,
    };
    const steps = [
      strongestStep(strongest, ties),
      ...patchSteps(strongest, stride, patch),
      { says: "Put the kernel on that patch, and the number comes out again." },
      ...derive(question, "y", [row, column]).steps.filter(({ rule }) => rule !== "conv-window"),
    ];
    return {
      results: {
        strongest: value,
        row,
        column,
        top: patch.top,
        left: patch.left,
        bottom: patch.top + patch.height - 1,
        right: patch.left + patch.width - 1,
      },
      parts: [
        figureOf(input, kernel, map, strongest, patch),
        { kind: "steps", steps },
        { kind: "player", title: "The whole feature map", question: draft, asks: ["y"] },
      ],
    };
  },
});

/** The first of the largest cells, in reading order. */
function largest(map: Rows): Entry {
  return entriesOf(map).reduce((best, cell) => (cell.value > best.value ? cell : best));
}

function figureOf(
  input: Rows,
  kernel: Rows,
  map: Rows,
  { row, column }: Entry,
  patch: Patch,
): PlanesFigure {
  return {
    kind: "planes",
    title: "The strongest cell, and the patch that it sees",
    items: [
      grid("input", "input", input, cellsIn(patch)),
      sign("⋆"),
      grid("kernel", "kernel", kernel),
      sign("="),
      grid("feature map", "output", map, [[row, column]]),
    ],
  };
}

function cellsIn({ top, left, height, width }: Patch): [number, number][] {
  return Array.from({ length: height * width }, (_, index) => [
    top + Math.floor(index / width),
    left + (index % width),
  ]);
}

function strongestStep({ row, column, value }: Entry, ties: number): LabStep {
  const tied =
    ties === 1 ? "" : ` ${ties} cells have this value; this is the first in reading order.`;
  return {
    says: `Find the largest cell of the feature map: row ${row}, column ${column}, counted from 0.${tied}`,
    line: conclude(
      call("max", symbol("Y", ["i", "j"], "output")),
      symbol("Y", [row, column], "output"),
      number(value, "output"),
    ),
  };
}

function patchSteps({ row, column }: Entry, stride: number, patch: Patch): LabStep[] {
  const { top, left, height, width } = patch;
  return [
    {
      says: "Where does its window begin? The cell’s row and column, each times the stride $S$.",
      line: list(
        conclude(symbol("top"), dot("i", "S"), dot(row, stride), number(top, "input")),
        conclude(symbol("left"), dot("j", "S"), dot(column, stride), number(left, "input")),
      ),
    },
    {
      says: "From there it reaches as far as the kernel does: this is the patch that the cell sees.",
      line: list(reach("rows", top, height), reach("columns", left, width)),
    },
  ];
}

/** The first and the last row or column. @example rows 2 to 2 + 3 − 1 = 4 */
function reach(axis: string, first: number, size: number): Expression {
  return phrase(
    words(axis),
    number(first, "input"),
    words("to"),
    conclude(difference(sum(first, size), 1), number(first + size - 1, "input")),
  );
}
