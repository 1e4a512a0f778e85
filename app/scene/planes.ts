import type { TensorName } from "@/lib/derivation";

/** What leads to each H×W plane of a tensor, in order. @example leadingIndices([2, 5, 5]) // [[0], [1]] */
export function leadingIndices(shape: readonly number[]): number[][] {
  return shape
    .slice(0, -2)
    .reduce<number[][]>(
      (leads, size) =>
        leads.flatMap((lead) => Array.from({ length: size }, (_, index) => [...lead, index])),
      [[]],
    );
}

/** How a plane is named. @example planeTitle([1, 0], "w") // "filter 1, channel 0" */
export function planeTitle(lead: readonly number[], name: TensorName): string {
  const names = [outerAxis(name), "channel"];
  return lead
    .map((index, place) => `${names[place + names.length - lead.length]} ${index}`)
    .join(", ");
}

/**
 * How a row of planes is named where a filter or an image has several; else planes have names of their own.
 *
 * @example rowTitles([2, 3, 5, 5], "w") // ["filter 0: channels 0–2", "filter 1: channels 0–2"]
 */
export function rowTitles(shape: readonly number[], name: TensorName): string[] {
  const [count = 1, channels = 1] = shape;
  if (shape.length !== 4 || channels === 1) return [];
  return Array.from(
    { length: count },
    (_, index) => `${outerAxis(name)} ${index}: channels 0–${channels - 1}`,
  );
}

function outerAxis(name: TensorName): string {
  return name === "w" || name === "dw" ? "filter" : "image";
}
