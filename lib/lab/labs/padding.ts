import { derive } from "@/lib/derivation";
import { questionFrom } from "@/lib/question";
import { type WindowAxis, resolveWindow } from "@/lib/tensor";
import type { PlanesFigure, PlotFigure, TableFigure } from "../figure";
import { type LabStep, type StepsPart, defineLab } from "../lab";
import { grid, planesFigure } from "../planes";

type Padding = "valid" | "same";

/** One side of the plane through several layers, without padding and with “same”. Cards 26 and 27. */
export const paddingLab = defineLab({
  id: "padding",
  title: "What padding keeps",
  lead: "Watch one side of the plane through several layers alike. Then take an even kernel, or a stride of 2, and see what “same” still promises and where its zeros stand.",
  fields: {
    n: { kind: "number", label: "input size", start: 12, least: 1, most: 64, whole: true },
    k: { kind: "number", label: "kernel size", start: 3, least: 1, most: 11, whole: true },
    stride: { kind: "number", label: "stride", start: 1, least: 1, most: 4, whole: true },
    layers: {
      kind: "number",
      label: "number of layers",
      start: 5,
      least: 1,
      most: 12,
      whole: true,
    },
  },
  work({ n, k, stride, layers }) {
    const through = { n, k, stride, layers };
    const valid = axesThrough(through, "valid");
    const same = axesThrough(through, "same");
    const [first] = same;
    const row = first && rowFigure(first);
    return {
      results: {
        size: n,
        layers,
        validFirst: valid[0]?.outSize ?? 0,
        validLast: valid.at(-1)?.outSize ?? n,
        validLayers: valid.length,
        sameLast: same.at(-1)?.outSize ?? n,
        before: first?.padBefore ?? 0,
        after: first?.padAfter ?? 0,
        zeros: (first?.padBefore ?? 0) + (first?.padAfter ?? 0),
      },
      parts: [
        shrinking(n, valid, same),
        ...(row ? [row] : []),
        sizesTable(through, valid, same),
        validSteps(through, valid),
        sameSteps(through, first),
      ],
    };
  },
});

interface Through {
  readonly n: number;
  readonly k: number;
  readonly stride: number;
  readonly layers: number;
}

/** Each layer along one axis, for as long as the kernel finds a place. */
function axesThrough({ n, k, stride, layers }: Through, padding: Padding): WindowAxis[] {
  if (layers === 0 || (padding === "valid" && n < k)) return [];
  const { width } = resolveWindow([n, n], [k, k], { stride, padding });
  return [width, ...axesThrough({ n: width.outSize, k, stride, layers: layers - 1 }, padding)];
}

function shrinking(
  n: number,
  valid: readonly WindowAxis[],
  same: readonly WindowAxis[],
): PlotFigure {
  const points = (axes: readonly WindowAxis[]) =>
    [n, ...axes.map(({ outSize }) => outSize)].map((size, layer) => [layer, size] as const);
  return {
    kind: "plot",
    title: "One side of the plane after each layer",
    x: { label: "layer", scale: "linear" },
    y: { label: "cells along one side", scale: "linear" },
    series: [
      { label: "“same” padding", role: "input", points: points(same) },
      { label: "no padding (“valid”)", role: "output", points: points(valid) },
    ],
  };
}

/** The longest padded row that is drawn cell by cell. */
const DRAWN = 16;

/** One row of the first layer's input, its cells counted from 1, and the zeros on both sides of it. */
function rowFigure({ inSize, padBefore, padAfter }: WindowAxis): PlanesFigure | undefined {
  const length = padBefore + inSize + padAfter;
  if (length > DRAWN) return undefined;
  const cells = Array.from({ length }, (_, place) => place - padBefore);
  const row = cells.map((cell) => (cell >= 0 && cell < inSize ? cell + 1 : 0));
  const lit = row.flatMap((value, place) => (value === 0 ? [[0, place] as const] : []));
  return planesFigure("A row of the input, its cells counted, with the zeros that “same” adds", [
    grid(`${padBefore} before, ${padAfter} after`, "input", [row], lit),
  ]);
}

function sizesTable(
  { layers }: Through,
  valid: readonly WindowAxis[],
  same: readonly WindowAxis[],
): TableFigure {
  return {
    kind: "table",
    title: "Sizes and zeros, layer by layer",
    head: ["after layer", "no padding", "“same”", "zeros before", "zeros after"],
    rows: Array.from({ length: layers }, (_, layer) => [
      layer + 1,
      valid[layer]?.outSize ?? "no place",
      same[layer]?.outSize ?? "",
      same[layer]?.padBefore ?? "",
      same[layer]?.padAfter ?? "",
    ]),
  };
}

function validSteps(through: Through, valid: readonly WindowAxis[]): StepsPart {
  const first = valid.length > 0 ? sizeSteps(through, "valid") : [];
  return {
    kind: "steps",
    steps: [
      { says: "Without padding, the first layer:" },
      ...first,
      ...noPlaceStep(through, valid),
    ],
  };
}

function noPlaceStep({ n, k, layers }: Through, valid: readonly WindowAxis[]): LabStep[] {
  if (valid.length === layers) return [];
  const left = valid.at(-1)?.outSize ?? n;
  return [
    {
      says: `Layer ${valid.length + 1} finds no place: a kernel of ${k} does not fit into ${left} ${left === 1 ? "cell" : "cells"}. A network without padding can only be so deep.`,
    },
  ];
}

function sameSteps(through: Through, first: WindowAxis | undefined): StepsPart {
  return {
    kind: "steps",
    steps: [
      { says: "With “same” padding, the first layer:" },
      ...sizeSteps(through, "same"),
      { says: sidesOf(through, first) },
    ],
  };
}

function sidesOf({ stride }: Through, axis: WindowAxis | undefined): string {
  const { padBefore = 0, padAfter = 0 } = axis ?? {};
  const promise =
    stride === 1
      ? "“Same” keeps the size because the stride is 1."
      : `With a stride of ${stride}, “same” does not keep the size: it promises $\\lceil n/S \\rceil$, as if only the stride made it smaller.`;
  if (padBefore === padAfter) return `${promise} Both sides get the same number of zeros.`;
  return `${promise} The zeros are odd in number, so the two sides differ: PyTorch and TensorFlow put the extra one at the end.`;
}

function sizeSteps({ n, k, stride }: Through, padding: Padding) {
  const question = questionFrom({
    op: "conv2d",
    params: { stride, padding },
    inputs: { x: { shape: [n, n] }, w: { shape: [k, k] } },
  });
  return derive(question, "shapes.y").steps;
}
