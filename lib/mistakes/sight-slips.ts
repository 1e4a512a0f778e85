import { type NetworkQuestion, networkParts } from "@/lib/network";
import type { ChainLayer } from "@/lib/tensor";
import { type Model, type Slip, computed } from "./model";

interface Seen extends ChainLayer {
  readonly pools: boolean;
}

/** How far a cell sees, layer after layer: r += (k′ − 1)·j, then j *= S. */
interface Sight {
  readonly height: readonly Seen[];
  readonly width: readonly Seen[];
  readonly jumpFirst: boolean;
  /** What a layer adds: k′ − 1, k′ or K cells. */
  readonly adds: "less one" | "dilated" | "plain";
  readonly strides: boolean;
  readonly poolingSkipped: boolean;
}

/** The receptive field of a network's last cell, or of one layer's. */
export function receptiveFieldSize(question: NetworkQuestion): Model<Sight> | undefined {
  const windows = networkParts(question).flatMap(({ name, window }) =>
    window ? [{ ...window, pools: name.includes("Pool") }] : [],
  );
  const along = (axis: "height" | "width") =>
    windows.map((window) => ({ ...window[axis], pools: window.pools }));
  const right: Sight = {
    height: along("height"),
    width: along("width"),
    jumpFirst: false,
    adds: "less one",
    strides: true,
    poolingSkipped: false,
  };
  const square = fieldOf(right.height, right) === fieldOf(right.width, right);
  return {
    right,
    slips: SLIPS,
    compute: (setup) => {
      const [height, width] = [fieldOf(setup.height, setup), fieldOf(setup.width, setup)];
      return square ? computed([1, 1, 1, 1], [height]) : computed([1, 1, 1, 2], [height, width]);
    },
  };
}

function fieldOf(chain: readonly Seen[], setup: Sight): number {
  let [field, jump] = [1, 1];
  for (const layer of chain) {
    if (layer.pools && setup.poolingSkipped) continue;
    const stride = setup.strides ? (layer.stride ?? 1) : 1;
    if (setup.jumpFirst) jump *= stride;
    field += cellsAdded(layer, setup) * jump;
    if (!setup.jumpFirst) jump *= stride;
  }
  return field;
}

function cellsAdded({ kernel, dilation = 1 }: ChainLayer, { adds }: Sight): number {
  if (adds === "plain") return kernel;
  return dilation * (kernel - 1) + (adds === "dilated" ? 1 : 0);
}

const SLIPS: readonly Slip<Sight>[] = [
  { id: "JUMP_UPDATED_FIRST", readings: [(setup) => ({ ...setup, jumpFirst: true })] },
  {
    id: "ADDED_KERNEL_SIZE",
    readings: (["dilated", "plain"] as const).map((adds) => (setup) => ({ ...setup, adds })),
  },
  { id: "STRIDES_IGNORED", readings: [(setup) => ({ ...setup, strides: false })] },
  {
    id: "POOLING_SKIPPED",
    readings: [(setup) => ({ ...setup, poolingSkipped: true })],
  },
];
