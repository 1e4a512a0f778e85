import { type Operand, DEFAULT_CONVENTIONS, DTYPES } from "@/lib/question";
import {
  conventionsSchema,
  readOperand,
  count,
  flag,
  keyed,
  nullable,
  number,
  oneOf,
  outputSize,
  padding,
  pair,
  parseWith,
  sides,
  text,
} from "@/lib/question/schema";
import * as z from "zod";
import type { Layer, NetworkQuestion } from "./network";
import { atLayer } from "./stages";
import { isKnown, layerName } from "./spec-of";

const layerSchema = keyed({
  name: text('a layer such as "Conv2d"'),
  id: text('a name such as "conv1"').exactOptional(),
  from: z
    .union([z.string(), z.array(z.string())], {
      error: () => 'must be an id such as "conv1", or a list of ids',
    })
    .exactOptional(),
  shares: text('the id of an earlier layer such as "conv1"').exactOptional(),
  activation: text('an activation such as "ReLU"').exactOptional(),
  in: count().exactOptional(),
  out: count().exactOptional(),
  kernel: pair().exactOptional(),
  stride: pair().exactOptional(),
  padding: padding().exactOptional(),
  pad: sides().exactOptional(),
  dilation: pair().exactOptional(),
  groups: count().exactOptional(),
  connections: z
    .array(z.array(z.int().min(0)), {
      error: () =>
        "must be a list of input channels for each output channel, such as [[0, 1], [1, 2]]",
    })
    .exactOptional(),
  bias: flag().exactOptional(),
  output_padding: pair().exactOptional(),
  ceil_mode: flag().exactOptional(),
  count_include_pad: flag().exactOptional(),
  output_size: outputSize().exactOptional(),
  p: number("a probability such as 0.5").exactOptional(),
  eps: number("a small number such as 0.00001").exactOptional(),
  affine: flag().exactOptional(),
  stats: flag().exactOptional(),
  shape: z
    .array(count(), { error: () => "must be a list of sizes such as [64, 8, 8]" })
    .exactOptional(),
  size: count().exactOptional(),
  factor: pair().exactOptional(),
  axis: count().exactOptional(),
  negative_slope: number("a number such as 0.01").exactOptional(),
});

const layersSchema = z.array(nullable(layerSchema), {
  error: () => 'must be a list of layers such as [{"name": "Conv2d", "out": 64, "kernel": 3}]',
});

const networkSchema = keyed({
  op: z.literal("network"),
  layers: layersSchema,
  inputs: z.record(z.string(), z.unknown(), {
    error: () => 'must be an object such as {"x": {"shape": [1, 3, 32, 32]}}',
  }),
  dy: z.unknown().exactOptional(),
  conventions: conventionsSchema.exactOptional(),
  dtype: oneOf(DTYPES).exactOptional(),
});

/**
 * A list of layers from JSON, under PyTorch's spelling of their names. A name that is not known stays, for the table
 * to tell it in its row.
 *
 * @throws KernelError that says what was read and what would fit
 * @example parseLayers([{ name: "max_pool2d", kernel: 2 }]) // [{ name: "MaxPool2d", kernel: 2 }]
 */
export function parseLayers(json: unknown): readonly Layer[] {
  return parseWith(layersSchema, json, "The list of layers").map((layer) =>
    isKnown(layer.name) ? { ...layer, name: layerName(layer.name) } : layer,
  );
}

/**
 * A question about a network from JSON, as the command line takes it.
 *
 * @throws KernelError that says what was read and what would fit
 */
export function parseNetworkQuestion(json: unknown): NetworkQuestion {
  const parsed = parseWith(networkSchema, json, "The question");
  const inputs: Record<string, Operand> = {};
  for (const [key, operand] of Object.entries(parsed.inputs)) {
    if (operand !== null) inputs[key] = readOperand(operand, `inputs.${key}`);
  }
  const { dy } = parsed;
  return {
    op: "network",
    layers: named(parsed.layers),
    inputs,
    ...(dy === undefined || dy === null ? {} : { dy: readOperand(dy, "dy") }),
    conventions: { ...DEFAULT_CONVENTIONS, ...parsed.conventions },
    dtype: parsed.dtype ?? "float32",
  };
}

function named(layers: readonly Layer[]): readonly Layer[] {
  return layers.map((layer, index) =>
    atLayer(index, layer, () => ({ ...layer, name: layerName(layer.name) })),
  );
}
