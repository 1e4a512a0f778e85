import type { QuestionDraft } from "@/lib/question";
import { type Overlap, type Tensor, maxPool2d, maxUnpool2d } from "@/lib/tensor";
import type { GridItem, PlanesFigure } from "../figure";
import { cellsWhere, imageOf } from "../images";
import { defineLab } from "../lab";
import { type Rows, rowsOf } from "../planes";

/** Max pooling that remembers where its maxima stood, and the way back; cells that meet, both ways. Cards 58 and 59. */
export const maxUnpoolingLab = defineLab({
  id: "max-unpooling",
  title: "Back to where the maximum stood",
  lead: "Pooling notes the place of each maximum, and unpooling puts a value back there. With stride and window alike no place is chosen twice; let the windows overlap, and some are.",
  fields: {
    x: {
      kind: "grid",
      label: "cells of the input",
      role: "input",
      start: [
        [7, 2, 1, 3, 0],
        [1, 3, 0, 2, 5],
        [4, 9, 1, 0, 2],
        [2, 0, 1, 4, 3],
        [8, 1, 2, 0, 6],
      ],
      most: [6, 6],
    },
    kernel: { kind: "number", label: "window", start: 3, least: 1, most: 4, whole: true },
    stride: { kind: "number", label: "stride", start: 2, least: 1, most: 4, whole: true },
    values: {
      kind: "choice",
      label: "values that come back",
      start: "maxima",
      options: [
        { value: "maxima", label: "the maxima themselves" },
        { value: "numbered", label: "1, 2, 3, … as if layers between had changed them" },
      ],
    },
    overlap: {
      kind: "choice",
      label: "rule where two meet",
      start: "overwrite",
      options: [
        { value: "overwrite", label: "the later one stays (PyTorch)" },
        { value: "sum", label: "they add" },
      ],
    },
  },
  work({ x: rows, kernel, stride, values, overlap }) {
    const x = imageOf(rows);
    const { y, indices } = maxPool2d(x, { kernel, stride });
    const back = values === "numbered" ? { ...y, data: y.data.map((_, index) => index + 1) } : y;
    const size = [rows.length, rows[0]?.length ?? 0] as const;
    const kept = maxUnpool2d(back, indices, size);
    const summed = maxUnpool2d(back, indices, size, "sum");
    const visits = maxUnpool2d({ ...y, data: y.data.map(() => 1) }, indices, size, "sum");
    const busiest = visits.data.indexOf(Math.max(...visits.data));
    return {
      results: {
        windows: y.data.length,
        places: visits.data.filter((count) => count > 0).length,
        cells: x.data.length,
        visits: visits.data[busiest] ?? 0,
        overwritten: kept.data[busiest] ?? 0,
        summed: summed.data[busiest] ?? 0,
      },
      parts: [
        thereAndBack(rows, back, overlap === "sum" ? summed : kept, visits),
        bothRules(kept, summed, visits),
        {
          kind: "player",
          title: "Pool, and note where each maximum stood",
          question: { op: "max_pool2d", params: { kernel, stride }, inputs: { x: rows } },
          asks: ["y", "indices"],
        },
        {
          kind: "player",
          title: "Unpool into the places that were noted",
          question: unpooling(back, indices, size, overlap === "sum" ? "sum" : "overwrite"),
          asks: ["y"],
        },
      ],
    };
  },
});

function thereAndBack(rows: Rows, back: Tensor, y: Tensor, visits: Tensor): PlanesFigure {
  const lit = cellsWhere(visits, (count) => count > 0);
  return {
    kind: "planes",
    title: "The maxima, and the places to which they go back",
    items: [
      { kind: "grid", title: "input", role: "input", rows, lit },
      { kind: "sign", sign: "→" },
      { kind: "grid", title: "values that go back", role: "output", rows: rowsOf(back) },
      { kind: "sign", sign: "→" },
      { kind: "grid", title: "unpooled", role: "output", rows: rowsOf(y), lit },
    ],
  };
}

function bothRules(kept: Tensor, summed: Tensor, visits: Tensor): PlanesFigure {
  const lit = cellsWhere(visits, (count) => count > 1);
  const plane = (title: string, y: Tensor): GridItem => {
    return { kind: "grid", title, role: "output", rows: rowsOf(y), lit };
  };
  return {
    kind: "planes",
    title:
      lit.length === 0
        ? "No place was chosen twice, so both rules agree"
        : "Places chosen more than once, under both rules",
    items: [
      plane("the later one stays", kept),
      { kind: "sign", sign: "or" },
      plane("they add", summed),
    ],
  };
}

function unpooling(
  back: Tensor,
  indices: Tensor,
  output_size: readonly [height: number, width: number],
  overlap: Overlap,
): QuestionDraft {
  return {
    op: "max_unpool2d",
    params: { output_size, overlap },
    inputs: { x: rowsOf(back), indices: rowsOf(indices) },
  };
}
