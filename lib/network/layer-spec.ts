import type { InputName, Op, Params } from "@/lib/question";
import type { Tensor, WindowOptions } from "@/lib/tensor";
import type { Layer, LayerOptions } from "./network";
import type { Passing } from "./pass/layer-pass";

type Pair = number | readonly [height: number, width: number];

/** A layer as an operation: its parameters and the shapes of its weights. */
export interface LayerOperation {
  readonly op: Op;
  readonly params: Params;
  readonly weights: Readonly<Partial<Record<InputName, readonly number[]>>>;
  /** Where not every channel is read: operations on fewer channels that together learn and multiply what this does. */
  readonly parts?: readonly OperationPart[];
}

/** As much of an operation as reads equally many channels. */
export interface OperationPart {
  readonly shape: readonly number[];
  readonly weights: LayerOperation["weights"];
}

/** The window that a layer slides over what arrives. */
export interface LayerWindow extends WindowOptions {
  readonly kernel: Pair;
}

/** How a layer that is no operation of its own maps values, and sends gradients back. */
export interface LayerMap {
  readonly forward: (x: Tensor, layer: Layer) => Float64Array;
  /** ∂L/∂x from x, y and dy = ∂L/∂y, value by value. */
  readonly slope: (x: number, y: number, layer: Layer) => number;
}

/** What a layer looks at: the whole plane that arrives, a window, itself, or nothing regular. */
export type Looks = LayerWindow | "cell" | "plane" | "everything" | "irregular";

/** A kind of layer. */
export interface LayerSpec {
  /** What default ids begin with; the first of several is the one shown. */
  readonly stems: readonly [string, ...string[]];
  readonly takes: readonly (keyof LayerOptions)[];
  readonly needs?: readonly (keyof LayerOptions)[];
  readonly operation?: (layer: Layer, shape: readonly number[]) => LayerOperation;
  /** The output's shape, where it is no operation and changes it. */
  readonly outShape?: (shape: readonly number[], layer: Layer) => readonly number[];
  /** The output's shape where branches meet. */
  readonly merge?: (shapes: readonly (readonly number[])[], layer: Layer) => readonly number[];
  /** Its values, where it is no operation and changes each by itself. */
  readonly map?: LayerMap;
  /** Its values and gradients, where it is neither an operation nor changes each value by itself. */
  readonly pass?: Passing;
  /** What it learns besides what its operation does. */
  readonly learned?: (
    layer: Layer,
    shape: readonly number[],
  ) => Readonly<Record<string, readonly number[]>>;
  /** Values that it keeps and does not learn, such as running statistics. */
  readonly buffers?: (layer: Layer, shape: readonly number[]) => number;
  /** Those of them that its values are worked out with, by name: each is −1 or 1. */
  readonly kept?: (
    layer: Layer,
    shape: readonly number[],
  ) => Readonly<Record<string, readonly number[]>>;
  /** Its multiply–adds, where it is no operation. */
  readonly macs?: (layer: Layer, shape: readonly number[]) => number;
  readonly looks: (layer: Layer, plane: readonly [number, number]) => Looks;
}
