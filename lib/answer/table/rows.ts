import type { NetworkReport, ReportRow } from "@/lib/network";

/** What a row of a reader's table stands for: a layer's place, the totals, or nothing that is known. */
export type Place = number | "total" | null;

/**
 * The layers that the rows of a table stand for: by their names where there are any, else in order: all layers, those
 * that change something, or those that learn.
 */
export function placesOf(
  names: readonly string[] | undefined,
  count: number,
  report: NetworkReport,
): readonly Place[] {
  const named = names && placesByName(names, report.layers);
  return named ?? placesInOrder(count, report);
}

const TOTAL = /^(?:total|sum|all|Σ|together)\b/i;

/** Undefined where most names are not those of layers. */
function placesByName(
  names: readonly string[],
  layers: readonly ReportRow[],
): readonly Place[] | undefined {
  let next = 0;
  const places = names.map((name): Place => {
    if (TOTAL.test(name)) return "total";
    const own = layers.findIndex(({ id }, place) => place >= next && plain(id) === plain(name));
    const at = own < 0 ? layers.findIndex((row, place) => place >= next && isKind(row, name)) : own;
    if (at >= 0) next = at + 1;
    return at < 0 ? null : at;
  });
  const found = places.filter((place) => place !== null).length;
  return found * 2 >= names.length && found > 0 ? places : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.]/g, "");
}

/** "Conv2d-1", "1 Conv2d", "conv", "pooling" */
function isKind({ name }: ReportRow, written: string): boolean {
  const word = plain(written)
    .replace(/^\d+|[\d.]+$/g, "")
    .replace(/2d$|2$/, "");
  const kind = name.toLowerCase().replace(/2d$/, "");
  return word.length > 1 && (word === kind || (ALSO[name] ?? []).includes(word));
}

const ALSO: Readonly<Record<string, readonly string[]>> = {
  Conv2d: ["convolution", "convolutional", "convlayer"],
  Linear: ["fc", "dense", "fullyconnected", "full"],
  MaxPool2d: ["pool", "maxpooling", "pooling", "subsampling"],
  AvgPool2d: ["pool", "avgpooling", "averagepooling", "pooling", "subsampling"],
  BatchNorm2d: ["bn", "batchnormalization", "batchnormalisation"],
};

function placesInOrder(count: number, { layers, input }: NetworkReport): readonly Place[] {
  const all = layers.map((_, place) => place);
  const changing = all.filter((place) => changes(layers, place, input));
  const learning = all.filter((place) => (layers[place]?.params ?? 0) > 0);
  const lists = [all, changing, learning];
  const whole = lists.find(({ length }) => length === count);
  if (whole) return whole;
  const summed = lists.find(({ length }) => length === count - 1);
  if (summed) return [...summed, "total"];
  return Array.from({ length: count }, (_, row) => all[row] ?? null);
}

function changes(layers: readonly ReportRow[], place: number, input: readonly number[]): boolean {
  const row = layers[place];
  const [from = -1] = row?.from ?? [];
  const before = from < 0 ? input : layers[from]?.shape;
  return (row?.params ?? 0) > 0 || row?.from.length !== 1 || String(row.shape) !== String(before);
}
