import { type QuestionDraft, DEFAULT_CONVENTIONS } from "@/lib/question";
import { flopsOf } from "@/lib/tensor";
import { wrappedShape } from "./batch";
import { type Examined, type Fault, examined } from "./examine";
import { shapeShown, shapeTaken } from "./layout";
import type { Layer, NetworkRow, NetworkTotals } from "./network";
import { sightOf } from "./sight";
import { isKnown } from "./spec-of";

/** One line of a report; what cannot be told is null. */
export interface ReportRow extends Pick<
  NetworkRow,
  "id" | "name" | "buffers" | "receptive_field" | "jump" | "offset" | "start"
> {
  /** Its line in the code that was read. */
  readonly line?: number;
  /** The rows that arrive; −1 is the input. */
  readonly from: readonly number[];
  readonly shape: readonly number[] | null;
  readonly params: number | null;
  readonly macs: number | null;
  readonly activation: NetworkRow["activation"] | null;
  /** What is wrong with it, with its number, its line and what would fit. */
  readonly error?: Fault;
}

/** A network as far as it holds together. */
export interface NetworkReport {
  /** The input's shape, in the layout of the conventions. */
  readonly input: readonly number[];
  /** The same as the layers take it: N×C×H×W, or N×features. */
  readonly taken: readonly number[];
  readonly layers: readonly ReportRow[];
  /** Of the rows that are known. */
  readonly totals: NetworkTotals;
  /** The layers in their places, for the working of a cell. */
  readonly examined: readonly Examined[];
  readonly settings: Required<Pick<QuestionDraft, "dtype">> & {
    readonly conventions: typeof DEFAULT_CONVENTIONS;
  };
}

/** What is known of layers that were read from code: where they stand, and what was wrong in writing. */
export interface Origins {
  readonly lines?: readonly (number | undefined)[];
  readonly faults?: ReadonlyMap<number, Fault>;
}

/**
 * The table of a network whose layers may not fit: an error is told in its own row, with what would fit, and the rest
 * is counted as if the layer fitted. `from` makes branches; without it each layer reads the one before.
 *
 * @param inputShape N×C×H×W, C×H×W or H×W (channels last where the layout is nhwc), or N×features
 * @throws KernelError for an input that is no shape, or two layers of the same id
 * @example networkReport([{ name: "Conv2d", in: 1, out: 6, kernel: 5 }], [1, 1, 32, 32]).totals.params // 156
 */
export function networkReport(
  layers: readonly Layer[],
  inputShape: readonly number[],
  { conventions, dtype = "float32" }: Pick<QuestionDraft, "conventions" | "dtype"> = {},
  origins: Origins = {},
): NetworkReport {
  const settings = { conventions: { ...DEFAULT_CONVENTIONS, ...conventions }, dtype };
  const { layout } = settings.conventions;
  const known = layers.filter(({ name }) => isKnown(name));
  const taken = wrappedShape(known, shapeTaken(inputShape, layout));
  const found = examined(layers, taken, settings, origins);
  const shown = (shape: readonly number[]) =>
    shapeShown(shape, { layout, inputRank: inputShape.length, wrappedRank: taken.length });
  const rows = found.map((one) => rowOf(one, origins.lines?.[one.index], shown));
  return {
    input: inputShape,
    taken,
    layers: rows,
    totals: totalsOf(rows),
    examined: found,
    settings,
  };
}

function rowOf(
  { id, layer, sources, stage, params, leaves, fault }: Examined,
  line: number | undefined,
  shown: (shape: readonly number[]) => readonly number[],
): ReportRow {
  return {
    id,
    name: stage?.layer.name ?? layer.name,
    ...(line === undefined ? {} : { line }),
    from: sources,
    shape: leaves ? shown(leaves.shape) : null,
    params: stage?.row.params ?? params ?? null,
    buffers: stage?.row.buffers ?? 0,
    macs: stage?.row.macs ?? null,
    activation: stage?.row.activation ?? null,
    ...sightOf(leaves?.chain),
    ...(fault ? { error: fault } : {}),
  };
}

function totalsOf(rows: readonly ReportRow[]): NetworkTotals {
  const total = (read: (row: ReportRow) => number | null | undefined) =>
    rows.reduce((sum, row) => sum + (read(row) ?? 0), 0);
  const macs = total((row) => row.macs);
  return {
    params: total((row) => row.params),
    buffers: total((row) => row.buffers),
    macs,
    flops: flopsOf(macs),
    activation: {
      values: total((row) => row.activation?.values),
      bytes: total((row) => row.activation?.bytes),
    },
  };
}
