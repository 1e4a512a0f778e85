import type { ParamField } from "../form";

/** The options of a layer as fields. */
export const LAYER_FIELDS = [
  "out",
  "kernel",
  "stride",
  "padding",
  "dilation",
  "groups",
  "output_padding",
  "output_size",
  "eps",
  "axis",
  "negative_slope",
  "ceil_mode",
  "count_include_pad",
  "bias",
] as const satisfies readonly (ParamField | "out" | "negative_slope" | "bias")[];
export type LayerField = (typeof LAYER_FIELDS)[number];

export const WEIGHT_NAMES = ["w", "b", "gamma", "beta"] as const;
export type WeightName = (typeof WEIGHT_NAMES)[number];

interface Kind {
  readonly fields: readonly LayerField[];
  readonly weights: readonly WeightName[];
}

const PLAIN: Kind = { fields: [], weights: [] };
const WINDOW = ["out", "kernel", "stride", "padding", "dilation", "groups"] as const;

/** The layers that a chain can be built of. They stand here so that the page need not load the kernel; a test compares the two. */
export const KINDS = {
  Conv2d: { fields: [...WINDOW, "bias"], weights: ["w", "b"] },
  ReLU: PLAIN,
  MaxPool2d: {
    fields: ["kernel", "stride", "padding", "dilation", "ceil_mode"],
    weights: [],
  },
  AvgPool2d: {
    fields: ["kernel", "stride", "padding", "ceil_mode", "count_include_pad"],
    weights: [],
  },
  Flatten: PLAIN,
  Linear: { fields: ["out", "bias"], weights: ["w", "b"] },
  Softmax: { fields: ["axis"], weights: [] },
  Sigmoid: PLAIN,
  Tanh: PLAIN,
  LeakyReLU: { fields: ["negative_slope"], weights: [] },
  ELU: PLAIN,
  SiLU: PLAIN,
  ReLU6: PLAIN,
  Softplus: PLAIN,
  Hardswish: PLAIN,
  BatchNorm2d: { fields: ["eps"], weights: ["gamma", "beta"] },
  ConvTranspose2d: { fields: [...WINDOW, "output_padding", "bias"], weights: ["w", "b"] },
  GlobalAvgPool2d: PLAIN,
  GlobalMaxPool2d: PLAIN,
  AdaptiveAvgPool2d: { fields: ["output_size"], weights: [] },
  AdaptiveMaxPool2d: { fields: ["output_size"], weights: [] },
  Identity: PLAIN,
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof KINDS;

/** Whether a chain can be built of a layer of this name. */
export function isKind(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

export const KIND_NAMES = Object.keys(KINDS).filter(isKind);

/** The options of a kind of layer. */
export function fieldsOf(name: KindName): readonly LayerField[] {
  return KINDS[name].fields;
}

/** The weights of a kind of layer. */
export function weightsOf(name: KindName): readonly WeightName[] {
  return KINDS[name].weights;
}
