import { dilatedSize, wholeNumber } from "../window";

/** One layer of a chain along one axis; a layer without a window (ReLU, batch norm) has kernel 1 and stride 1. */
export interface ChainLayer {
  readonly kernel: number;
  readonly stride?: number;
  readonly dilation?: number;
  /** The padding before the first cell. */
  readonly padding?: number;
}

/** What one cell after a chain of layers sees of the input, along one axis. */
export interface ReceptiveField {
  /** How many input cells it spans. */
  readonly size: number;
  /** How many input cells lie between the fields of neighbouring cells. */
  readonly jump: number;
  /** The first field's left edge in input coordinates; −padding where it begins in the padding. */
  readonly start: number;
  /** The first field's centre in input coordinates, cell 0's centre being 0: start + (size − 1)/2. */
  readonly offset: number;
}

const INPUT: ReceptiveField = { size: 1, jump: 1, start: 0, offset: 0 };

/**
 * The receptive field of one cell after a chain of layers, along one axis. Each layer in turn, k′ = D(K − 1) + 1:
 * size += (k′ − 1)·jump; start −= padding·jump; then jump *= stride. Without layers a cell sees itself.
 *
 * @param before what a cell sees before the first of these layers, where they go on from others
 * @throws KernelError ERR_NUMBER, ERR_STRIDE or ERR_PADDING
 * @see Araujo, Norris and Sim 2019, https://distill.pub/2019/computing-receptive-fields
 * @example receptiveField([{ kernel: 3 }, { kernel: 3 }]).size // 5
 */
export function receptiveField(
  chain: readonly ChainLayer[],
  before: ReceptiveField = INPUT,
): ReceptiveField {
  return chain.reduce(through, before);
}

/**
 * The receptive field after each layer of a chain, in order.
 *
 * @throws KernelError as `receptiveField`
 * @example receptiveFields([{ kernel: 3, stride: 2 }, { kernel: 3 }]).map((field) => field.size) // [3, 7]
 */
export function receptiveFields(chain: readonly ChainLayer[]): ReceptiveField[] {
  const fields: ReceptiveField[] = [];
  for (const layer of chain) fields.push(through(fields.at(-1) ?? INPUT, layer));
  return fields;
}

function through(field: ReceptiveField, layer: ChainLayer): ReceptiveField {
  const kernel = wholeNumber(layer.kernel, 1, "kernel");
  const stride = wholeNumber(layer.stride ?? 1, 1, "stride", "ERR_STRIDE");
  const dilation = wholeNumber(layer.dilation ?? 1, 1, "dilation");
  const padding = wholeNumber(layer.padding ?? 0, 0, "padding", "ERR_PADDING");
  const size = field.size + (dilatedSize(kernel, dilation) - 1) * field.jump;
  const start = field.start - padding * field.jump;
  return { size, jump: field.jump * stride, start, offset: start + (size - 1) / 2 };
}
