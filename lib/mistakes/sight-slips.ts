import { type NetworkQuestion, isChain, networkParts } from "@/lib/network";
import type { Question } from "@/lib/question";
import { type ChainLayer, pairOf } from "@/lib/tensor";
import { weightShape4 } from "./kernel-view";
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

/** The receptive field of a network's last cell, or of one layer's; undefined where a layer has no window. */
export function receptiveFieldSize(question: Question | NetworkQuestion): Model<Sight> | undefined {
  const windows = question.op === "network" ? windowsOf(question) : windowOfOne(question);
  if (!windows) return undefined;
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

interface SeenWindow {
  readonly height: ChainLayer;
  readonly width: ChainLayer;
  readonly pools: boolean;
}

function windowsOf(question: NetworkQuestion): readonly SeenWindow[] | undefined {
  if (!isChain(question.layers)) return undefined;
  return networkParts(question).flatMap(({ name, window }) =>
    window ? [{ ...window, pools: name.includes("Pool") }] : [],
  );
}

function windowOfOne(question: Question): readonly SeenWindow[] | undefined {
  const { op, params, inputs } = question;
  const pools = op === "max_pool2d" || op === "avg_pool2d";
  const shape = op === "conv2d" && inputs.w && weightShape4(question, inputs.w.shape);
  if (!pools && !shape) return undefined;
  const kernel = shape ? ([shape[2], shape[3]] as const) : pairOf(params.kernel ?? 1);
  const stride = params.stride === undefined && pools ? kernel : pairOf(params.stride ?? 1);
  const dilation = pairOf(params.dilation ?? 1);
  const along = (axis: 0 | 1) => ({
    kernel: kernel[axis],
    stride: stride[axis],
    dilation: dilation[axis],
  });
  return [{ height: along(0), width: along(1), pools }];
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
