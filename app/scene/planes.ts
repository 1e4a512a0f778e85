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
  const weights = name === "w" || name === "dw";
  const names = weights ? ["filter", "channel"] : ["image", "channel"];
  return lead
    .map((index, place) => `${names[place + names.length - lead.length]} ${index}`)
    .join(", ");
}
