import { type QuestionDraft, DEFAULT_CONVENTIONS } from "@/lib/question";
import { KernelError, flopsOf } from "@/lib/tensor";
import { unwrapped, wrappedShape } from "./batch";
import type { Layer, NetworkRow, NetworkTable, NetworkTotals } from "./network";
import type { Stage } from "./stages";
import { stagesOf } from "./walk";

/**
 * What every layer of a chain makes of what arrives: shape, parameters, MACs, activation, receptive field and jump;
 * and the totals. The activation of a layer is its output; the input is not counted.
 *
 * @param inputShape N×C×H×W, C×H×W, H×W, or N×features for a chain that begins with a fully connected layer
 * @throws KernelError that names the layer by number and kind
 * @example networkTable([{ name: "Conv2d", out: 64, kernel: 11, stride: 4, padding: 2 }], [1, 3, 224, 224]).layers[0]?.shape // [1, 64, 55, 55]
 */
export function networkTable(
  layers: readonly Layer[],
  inputShape: readonly number[],
  settings: Pick<QuestionDraft, "conventions" | "dtype"> = {},
): NetworkTable {
  const stages = stagesOf(layers, wrappedShape(layers, inputShape), {
    conventions: { ...DEFAULT_CONVENTIONS, ...settings.conventions },
    dtype: settings.dtype ?? "float32",
  });
  return tableOf(stages, inputShape.length);
}

/** The table of resolved layers, in the rank of the network's input. @throws KernelError for no layers */
export function tableOf(stages: readonly Stage[], inputRank: number): NetworkTable {
  if (stages.length === 0) {
    throw new KernelError(
      "ERR_INPUT",
      "The list of layers is empty; a network needs at least one.",
    );
  }
  const wrapped = stages[0]?.inShape.length ?? inputRank;
  const rows = stages.map(({ row }) => ({
    ...row,
    shape: unwrapped(row.shape, inputRank, wrapped),
  }));
  return { layers: rows, totals: totalsOf(rows) };
}

function totalsOf(rows: readonly NetworkRow[]): NetworkTotals {
  const total = (read: (row: NetworkRow) => number) =>
    rows.reduce((sum, row) => sum + read(row), 0);
  const macs = total((row) => row.macs);
  return {
    params: total((row) => row.params),
    buffers: total((row) => row.buffers),
    macs,
    flops: flopsOf(macs),
    activation: {
      values: total((row) => row.activation.values),
      bytes: total((row) => row.activation.bytes),
    },
  };
}
