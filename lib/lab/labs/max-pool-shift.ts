import { conclude } from "@/lib/derivation";
import { type QuestionDraft, forward, questionFrom } from "@/lib/question";
import { dot, fraction, words } from "@/lib/tex";
import type { BarsFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { type Rows, cellsThatDiffer, grid, planesFigure, rowsOf, shifted, sign } from "../planes";

/** Max pooling of an image, and of the same image moved a little. Cards 28 and 29. */
export const maxPoolShiftLab = defineLab({
  id: "max-pool-shift",
  title: "Max pooling and a small shift",
  lead: "Move the image by a cell and count what changes, before pooling and after. Then move it by a whole window, or put a bright cell at a window’s edge.",
  fields: {
    image: {
      kind: "grid",
      label: "image",
      role: "input",
      start: [
        [0, 0, 0, 0, 0, 0],
        [0, 0, 7, 0, 0, 0],
        [0, 0, 9, 5, 0, 0],
        [0, 0, 8, 0, 0, 0],
        [6, 0, 0, 0, 3, 0],
        [0, 0, 0, 0, 0, 0],
      ],
      most: [10, 10],
    },
    window: { kind: "number", label: "window", start: 2, least: 1, most: 4, whole: true },
    right: {
      kind: "number",
      label: "shift to the right",
      start: 1,
      least: -4,
      most: 4,
      whole: true,
    },
    down: { kind: "number", label: "shift down", start: 0, least: -4, most: 4, whole: true },
  },
  work({ image, window, right, down }) {
    const pooled = pooledBy(window, image);
    const moved = shifted(image, { right, down });
    const movedPooled = pooledBy(window, moved);
    const changed = cellsThatDiffer(image, moved);
    const pooledChanged = cellsThatDiffer(pooled, movedPooled);
    const counts = {
      cells: image.flat().length,
      pooledCells: pooled.flat().length,
      changed: changed.length,
      pooledChanged: pooledChanged.length,
    };
    return {
      results: { ...counts, side: image.length, pooledSide: pooled.length },
      parts: [
        planesFigure("The image, and the largest value of each window", [
          grid("image", "input", image),
          sign("→"),
          grid("pooled", "output", pooled),
        ]),
        planesFigure("After the shift; what has changed is marked", [
          grid("shifted image", "input", moved, changed),
          sign("→"),
          grid("pooled after the shift", "output", movedPooled, pooledChanged),
          sign("before:"),
          grid("pooled", "output", pooled),
        ]),
        sharesChanged(counts),
        { kind: "steps", steps: shareSteps(counts, { window, right, down }) },
        {
          kind: "player",
          title: "The pooling, window by window",
          question: question(window, image),
          asks: ["y"],
        },
      ],
    };
  },
});

interface Counts {
  readonly cells: number;
  readonly pooledCells: number;
  readonly changed: number;
  readonly pooledChanged: number;
}

function question(kernel: number, x: Rows): QuestionDraft {
  return { op: "max_pool2d", params: { kernel }, inputs: { x } };
}

function pooledBy(window: number, image: Rows): number[][] {
  return rowsOf(forward(questionFrom(question(window, image))).y);
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole;
}

function sharesChanged({ cells, pooledCells, changed, pooledChanged }: Counts): BarsFigure {
  return {
    kind: "bars",
    title: "Cells that the shift has changed",
    unit: "% of the cells",
    bars: [
      { label: "image", role: "input", value: percent(changed, cells) },
      { label: "pooled", role: "output", value: percent(pooledChanged, pooledCells) },
    ],
  };
}

interface Move {
  readonly window: number;
  readonly right: number;
  readonly down: number;
}

function shareSteps(counts: Counts, move: Move): LabStep[] {
  const { cells, pooledCells, changed, pooledChanged } = counts;
  return [
    shareStep(
      "So many per cent of the image’s cells hold another value than before.",
      changed,
      cells,
    ),
    shareStep("And so many per cent of the pooled cells.", pooledChanged, pooledCells),
    { says: verdictOf(move) },
  ];
}

function shareStep(says: string, part: number, whole: number): LabStep {
  const rule = dot(100, fraction(words("changed"), words("all")));
  return { says, line: conclude(rule, dot(100, fraction(part, whole)), percent(part, whole)) };
}

function verdictOf({ window, right, down }: Move): string {
  if (right === 0 && down === 0) return "Nothing was moved, so nothing has changed.";
  if (window === 1) return "A window of one cell keeps everything, every shift as well.";
  if (right % window === 0 && down % window === 0)
    return "The shift is a whole number of windows: the pooled plane has moved too, by whole cells. That is equivariance, not invariance.";
  return "A maximum that stays inside its window leaves no trace of the shift. One that crosses the window’s edge does, so the invariance is local, and only a tendency.";
}
