import type { Arrangement, PictureSpec, Sign } from "@/content";
import { SIGNS } from "@/content/signs";
import type { TensorName } from "@/lib/derivation";
import { type Ask, type Question, type Solution, questionFrom, solve } from "@/lib/question";
import { defaultArrangement } from "./arrangement";
import { tensorScene } from "./build-tensor";
import { labelOf } from "./labels";
import { noiseIn } from "./noise";
import { croppedFrom, surroundOf } from "./surround";
import { askedTensor, tensorNamed } from "./tensors";
import type { PictureItem, PictureScene } from "./types";
import { volumeColumns, volumeLabels } from "./volume";

/** The picture of a question; the tensors that are asked for come out as steps reach them. */
export function pictureScene(spec: PictureSpec, asks: readonly Ask[] = []): PictureScene {
  const question = questionFrom(spec.question);
  const solution = solve(question);
  const arrangement = spec.arrangement ?? defaultArrangement(question, asks);
  const appearing = asks.flatMap((ask) => askedTensor(ask) ?? []);
  const rows = splitRows(arrangement).map((row) =>
    row.flatMap((entry, place) =>
      isSign(entry)
        ? [{ kind: "sign" as const, sign: entry, key: `sign ${place}` }]
        : itemFor(entry, spec, question, solution, appearing),
    ),
  );
  return {
    rows,
    ...widestRow(rows),
    widest: Math.max(1, ...rows.flat().map(widestPlane)),
    ...(rows.flat().some(isDrawnAsCells) ? { draft: spec.question } : {}),
  };
}

function itemFor(
  entry: TensorName,
  spec: PictureSpec,
  question: Question,
  solution: Solution,
  appearing: readonly TensorName[],
): PictureItem[] {
  const operand = tensorNamed(question, solution, entry);
  if (!operand) return [];
  const tensor = tensorScene(entry, operand, {
    label: spec.labels?.[entry] ?? labelOf(entry, question.op),
    surround: SURROUNDS[entry]?.(question),
    noise: noiseIn(question, entry),
    appears: appearing.includes(entry),
  });
  return [{ kind: "tensor", tensor }];
}

/** What is drawn around a tensor's own cells. */
const SURROUNDS: Readonly<Partial<Record<TensorName, typeof surroundOf>>> = {
  x: surroundOf,
  y: croppedFrom,
};

function isDrawnAsCells(item: PictureItem): boolean {
  return item.kind === "tensor" && item.tensor.volume === undefined;
}

function splitRows(arrangement: Arrangement): (TensorName | Sign)[][] {
  const rows: (TensorName | Sign)[][] = [[]];
  for (const entry of arrangement) {
    if (entry === "/") rows.push([]);
    else rows.at(-1)?.push(entry);
  }
  return rows;
}

function isSign(entry: TensorName | Sign): entry is Sign {
  return SIGNS.some((sign) => sign === entry);
}

/** Cells and signs side by side in the widest row; planes stand a third of a cell apart. */
function widestRow(
  rows: readonly (readonly PictureItem[])[],
): Pick<PictureScene, "columns" | "signs" | "labels"> {
  const sizes = rows.map((row) => ({
    columns: row.reduce((sum, item, place) => sum + widthOf(item) + gapBefore(row, place), 0),
    signs: row.filter((item) => item.kind === "sign").length,
    labels: row.reduce((sum, item) => sum + labelsOf(item), 0),
  }));
  return sizes.reduce((most, size) => (size.columns > most.columns ? size : most), {
    columns: 1,
    signs: 0,
    labels: 0,
  });
}

/** Tensors with no sign between them stand this many cells apart. */
const GAP = 0.8;

function gapBefore(row: readonly PictureItem[], place: number): number {
  return row[place]?.kind === "tensor" && row[place - 1]?.kind === "tensor" ? GAP : 0;
}

function widestPlane(item: PictureItem): number {
  if (item.kind === "sign") return 0;
  return Math.max(0, ...item.tensor.planes.map(({ columns }) => columns.length));
}

function widthOf(item: PictureItem): number {
  if (item.kind === "sign") return 0;
  if (item.tensor.volume) return volumeColumns(item.tensor.volume);
  const { planes, across } = item.tensor;
  return planes.slice(0, across).reduce((sum, plane) => sum + plane.columns.length + 0.4, -0.4);
}

function labelsOf(item: PictureItem): number {
  return item.kind === "tensor" && item.tensor.volume ? volumeLabels(item.tensor.volume) : 0;
}
