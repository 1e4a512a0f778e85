import type { Conventions, Dtype, Memory, Operand, OutputSize } from "@/lib/question";
import type { Tensor } from "@/lib/tensor";

type Pair = number | readonly [height: number, width: number];

/** Every key that a layer can have besides its name; each kind takes some of them. */
export interface LayerOptions {
  /** The layer's own name, which its weights go by; conv1, conv2, linear1 … unless said. */
  readonly id?: string;
  /** The layers whose outputs arrive, by id, "input" being the network's; the layer before unless said. */
  readonly from?: string | readonly string[];
  /** The earlier layer, by id, whose weights it uses again; they are counted once. */
  readonly shares?: string;
  /** The activation that Keras puts inside a layer: it changes no size. */
  readonly activation?: string;
  /** Channels or features that arrive; told by what arrives unless said, and checked where it is. */
  readonly in?: number;
  readonly out?: number;
  readonly kernel?: Pair;
  readonly stride?: Pair;
  readonly padding?: Pair | "same" | "valid";
  readonly pad?: readonly [top: number, left: number, bottom: number, right: number];
  readonly dilation?: Pair;
  readonly groups?: number;
  /** The input channels that each output channel reads, where it does not read all of them. */
  readonly connections?: readonly (readonly number[])[];
  readonly bias?: boolean;
  readonly output_padding?: Pair;
  readonly ceil_mode?: boolean;
  readonly count_include_pad?: boolean;
  readonly output_size?: OutputSize;
  /** Dropout's probability; it changes nothing here, as in evaluation. */
  readonly p?: number;
  readonly eps?: number;
  /** Whether a normalisation learns γ and β, or average pooling a coefficient and a bias for each map. */
  readonly affine?: boolean;
  /** Whether batch normalisation keeps running statistics. */
  readonly stats?: boolean;
  /** The sizes that LayerNorm normalises over, and those of one example that Reshape gives. */
  readonly shape?: readonly number[];
  /** How many channels local response normalisation looks at. */
  readonly size?: number;
  /** How many times as high and wide Upsample and PixelShuffle make the plane. */
  readonly factor?: Pair;
  readonly axis?: number;
  readonly negative_slope?: number;
}

/** One layer of a network, as the list in JSON writes it. */
export interface Layer extends LayerOptions {
  /** A name of `LAYERS`: Conv2d, ReLU, MaxPool2d … */
  readonly name: string;
}

/** A number for both axes, [height, width] where they differ, or null where there is none. */
export type PerAxis = number | readonly [height: number, width: number] | null;

/** What one cell of a layer's output sees of the network's input. */
export interface Sight {
  readonly receptive_field: PerAxis;
  /** Input cells between the receptive fields of neighbouring cells. */
  readonly jump: PerAxis;
  /** The centre of the first cell's receptive field, in input coordinates. */
  readonly offset: PerAxis;
  /** Its first row or column: −P means that it begins P cells before the input. */
  readonly start: PerAxis;
}

/** One line of the table: what a layer makes of what arrives. */
export interface NetworkRow extends Sight {
  readonly id: string;
  readonly name: string;
  readonly shape: readonly number[];
  readonly params: number;
  /** Values that are kept and not learned: running means and variances. */
  readonly buffers: number;
  readonly macs: number;
  readonly activation: Memory;
}

export interface NetworkTotals {
  readonly params: number;
  readonly buffers: number;
  readonly macs: number;
  readonly flops: number;
  /** The outputs of all layers together, without the input. */
  readonly activation: Memory;
}

export interface NetworkTable {
  readonly layers: readonly NetworkRow[];
  readonly totals: NetworkTotals;
}

/** A question about a chain of layers; `inputs` holds x and, by names such as "conv1.w", the weights. */
export interface NetworkQuestion {
  readonly op: "network";
  readonly layers: readonly Layer[];
  readonly inputs: Readonly<Record<string, Operand>>;
  /** ∂L/∂Y of the last layer's output; ones where it is absent. */
  readonly dy?: Operand;
  readonly conventions: Conventions;
  readonly dtype: Dtype;
}

/** The table, what the last layer sees and, where x and the weights have values, every layer's output. */
export interface NetworkSolution extends NetworkTable, Sight {
  readonly y?: Tensor;
  /** Every layer's output by the layer's id. */
  readonly values?: Readonly<Record<string, Tensor>>;
  /** ∂L/∂x and the gradient of every weight that is given, by the names of the inputs. */
  readonly grads?: Readonly<Record<string, Tensor>>;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly params: number;
  readonly macs: number;
  readonly flops: number;
  readonly memory: Readonly<Record<string, Memory>>;
}
