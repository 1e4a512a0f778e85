import { type Json, flat, image, input, paramsOf, times } from "./question";

interface Taken {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** What each window of each plane covers; cells of the padding are left out. */
function windows(question: Json): { readonly planes: number[][][]; readonly taken: Taken[][][][] } {
  const { kernel = 1, stride = kernel, padding = 0 } = paramsOf(question);
  const planes = image(input(question, "x")).flat();
  const [height, width] = [planes[0]!.length, planes[0]![0]!.length];
  const starts = (size: number): number[] => {
    const all: number[] = [];
    for (let start = -Number(padding); start + kernel <= size + Number(padding); start += stride)
      all.push(start);
    return all;
  };
  const taken = planes.map((plane) =>
    starts(height).map((top) =>
      starts(width).map((left) => {
        const cells: Taken[] = [];
        for (let row = top; row < top + kernel; row++)
          for (let column = left; column < left + kernel; column++) {
            const value = plane[row]?.[column];
            if (value !== undefined) cells.push({ row, column, value });
          }
        return cells;
      }),
    ),
  );
  return { planes, taken };
}

function first(cells: readonly Taken[]): Taken {
  return cells.reduce((best, cell) => (cell.value > best.value ? cell : best));
}

export function maxPool(question: Json): number[] {
  return flat(
    windows(question).taken.map((rows) =>
      rows.map((row) => row.map((cells) => first(cells).value)),
    ),
  );
}

export function maxPoolIndices(question: Json): number[] {
  const { planes, taken } = windows(question);
  const width = planes[0]![0]!.length;
  return flat(
    taken.map((rows) =>
      rows.map((row) =>
        row.map((cells) => {
          const { row: at, column } = first(cells);
          return at * width + column;
        }),
      ),
    ),
  );
}

export function avgPool(question: Json): number[] {
  const { kernel = 1 } = paramsOf(question);
  return flat(
    windows(question).taken.map((rows) =>
      rows.map((row) =>
        row.map((cells) => cells.reduce((sum, { value }) => sum + value, 0) / kernel ** 2),
      ),
    ),
  );
}

/** The mean of what lies inside the image. */
export function avgPoolInside(question: Json): number[] {
  return flat(
    windows(question).taken.map((rows) =>
      rows.map((row) =>
        row.map((cells) => cells.reduce((sum, { value }) => sum + value, 0) / cells.length),
      ),
    ),
  );
}

export function globalAvgPool(question: Json): number[] {
  return image(input(question, "x"))
    .flat()
    .map((plane) => {
      const values = flat(plane);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
}

export function maxPoolGradient(question: Json): number[] {
  return spread(question, (cells, g) => {
    const { row, column } = first(cells);
    return [{ row, column, value: g }];
  });
}

export function avgPoolGradient(question: Json): number[] {
  const { kernel = 1 } = paramsOf(question);
  return spread(question, (cells, g) => cells.map((cell) => ({ ...cell, value: g / kernel ** 2 })));
}

function spread(question: Json, share: (cells: readonly Taken[], g: number) => Taken[]): number[] {
  const { planes, taken } = windows(question);
  const dx = planes.map((plane) => plane.map((row) => row.map(() => 0)));
  const g = [...(question.dy?.data ?? [])];
  for (const [channel, rows] of taken.entries())
    for (const row of rows)
      for (const cells of row)
        for (const one of share(cells, g.shift() ?? 0))
          dx[channel]![one.row]![one.column]! += one.value;
  return flat(dx);
}

export function maxUnpool(question: Json): number[] {
  const [height = 0, width = 0] = paramsOf(question).output_size ?? [];
  const y = times(height * width, () => 0);
  input(question, "indices").data?.forEach((index, at) => {
    y[index]! += input(question, "x").data?.[at] ?? 0;
  });
  return y;
}

export function maxUnpoolGradient(question: Json): number[] {
  return [...(input(question, "indices").data ?? [])].map(
    (index) => question.dy?.data?.[index] ?? 0,
  );
}
