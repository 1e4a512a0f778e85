import { pairOf } from "@/lib/tensor";
import type { Layer } from "../network";
import { pair, whole } from "./options";
import { ReadError } from "./problem";
import { signature } from "./signature";
import { type Arriving, type Signature, type Value, isKind, lastOf, showValue } from "./values";

const END =
  "kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint name input_shape shape>given_shape batch_input_shape input_dim dtype trainable";
const CONV = `kernel_size>kernel! strides>stride padding data_format dilation_rate>dilation`;
const DEPTHWISE = `kernel_size>kernel! strides>stride padding depth_multiplier data_format dilation_rate>dilation activation use_bias>bias depthwise_initializer depthwise_regularizer depthwise_constraint ${END}`;
const POOL = `pool_size>kernel strides>stride padding data_format ${END}`;

/** Layers that change the values of an image, in training alone, and no size. */
const AUGMENTING =
  "RandomFlip RandomRotation RandomZoom RandomTranslation RandomContrast RandomBrightness GaussianNoise".split(
    " ",
  );

/** Keras' layers: keras.layers. */
export const KERAS_LAYERS: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    Conv2D: signature(
      "Conv2d",
      `filters>out! ${CONV} groups activation use_bias>bias ${END}`,
      activated,
    ),
    Conv2DTranspose: signature(
      "ConvTranspose2d",
      `filters>out! kernel_size>kernel! strides>stride padding output_padding data_format dilation_rate>dilation activation use_bias>bias ${END}`,
      transposed,
    ),
    DepthwiseConv2D: signature("Conv2d", DEPTHWISE, (layer, given, arriving) =>
      activated(depthwise(layer, given, arriving), given),
    ),
    SeparableConv2D: signature(
      "Conv2d",
      `filters>out! ${CONV} depth_multiplier activation use_bias>bias depthwise_initializer pointwise_initializer ${END}`,
      separable,
    ),
    Dense: signature("Linear", `units>out! activation use_bias>bias ${END}`, activated),
    MaxPooling2D: signature("MaxPool2d", POOL, pooled),
    MaxPool2D: signature("MaxPool2d", POOL, pooled),
    AveragePooling2D: signature("AvgPool2d", POOL, averaged),
    AvgPool2D: signature("AvgPool2d", POOL, averaged),
    GlobalAveragePooling2D: signature("GlobalAvgPool2d", `data_format keepdims ${END}`, toRows),
    GlobalMaxPooling2D: signature("GlobalMaxPool2d", `data_format keepdims ${END}`, toRows),
    Flatten: signature("Flatten", `data_format ${END}`),
    Reshape: signature("Reshape", `target_shape>sizes! ${END}`, reshaped),
    Dropout: signature("Dropout", `rate>p noise_shape seed ${END}`),
    SpatialDropout2D: signature("Dropout2d", `rate>p data_format seed ${END}`),
    BatchNormalization: signature(
      "BatchNorm2d",
      `axis>along momentum epsilon>eps center scale beta_initializer gamma_initializer moving_mean_initializer moving_variance_initializer beta_regularizer gamma_regularizer ${END}`,
      scaled,
    ),
    LayerNormalization: signature(
      "GroupNorm",
      `axis>along epsilon>eps center scale ${END}`,
      layerNormalised,
    ),
    GroupNormalization: signature(
      "GroupNorm",
      `groups axis>along epsilon>eps center scale ${END}`,
      (layer, given) => scaled({ groups: 32, ...layer }, given),
    ),
    ReLU: signature("ReLU", `max_value negative_slope>slope threshold ${END}`),
    LeakyReLU: signature("LeakyReLU", `negative_slope alpha>negative_slope ${END}`, (layer) => [
      { negative_slope: 0.3, ...layer },
    ]),
    ELU: signature("ELU", `alpha ${END}`),
    Softmax: signature("Softmax", `axis>along ${END}`, (layer) => [{ ...layer, axis: 1 }]),
    Activation: signature("Identity", `activation! ${END}`, activation),
    UpSampling2D: signature("Upsample", `size>factor data_format interpolation ${END}`, (layer) => [
      { factor: 2, ...layer },
    ]),
    ZeroPadding2D: signature("ZeroPad2d", `padding>sides data_format ${END}`, zeroPadded),
    Rescaling: signature("Identity", ""),
    ...Object.fromEntries(AUGMENTING.map((name) => [name, signature("Identity", "")])),
    Add: signature("Add", END),
    Multiply: signature("Multiply", END),
    Concatenate: signature("Concat", `axis>along ${END}`, concatenated),
  }),
);

/** Where channels come first, an axis is what it is here. */
export const CHANNELS_FIRST_LAYERS: ReadonlyMap<string, Signature> = new Map([
  ["Concatenate", signature("Concat", `axis ${END}`, (layer) => [{ axis: -1, ...layer }])],
]);

/** Keras' and TensorFlow's functions, the tensors first: tf.nn, keras.activations, keras.layers.add. */
export const KERAS_FUNCTIONS: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    relu: signature("ReLU", "name"),
    relu6: signature("ReLU6", "name"),
    elu: signature("ELU", "name"),
    selu: signature("SELU", "name"),
    gelu: signature("GELU", "name"),
    silu: signature("SiLU", "name"),
    swish: signature("SiLU", "name"),
    sigmoid: signature("Sigmoid", "name"),
    tanh: signature("Tanh", "name"),
    softmax: signature("Softmax", "axis>along name", (layer) => [{ ...layer, axis: 1 }]),
    add: signature("Add", "name"),
    multiply: signature("Multiply", "name"),
    concatenate: signature("Concat", "axis>along name", concatenated),
    concat: signature("Concat", "axis>along name", concatenated),
  }),
);

const ACTIVATIONS: ReadonlyMap<string, string> = new Map([
  ["relu", "ReLU"],
  ["relu6", "ReLU6"],
  ["sigmoid", "Sigmoid"],
  ["softmax", "Softmax"],
  ["tanh", "Tanh"],
  ["elu", "ELU"],
  ["selu", "SELU"],
  ["gelu", "GELU"],
  ["swish", "SiLU"],
  ["silu", "SiLU"],
  ["mish", "Mish"],
  ["softplus", "Softplus"],
  ["leaky_relu", "LeakyReLU"],
  ["hard_sigmoid", "Hardsigmoid"],
  ["linear", "Identity"],
]);

/** The activation inside a layer, under PyTorch's name. */
function activationIn(given: ReadonlyMap<string, Value>): string | undefined {
  const value = given.get("activation") ?? null;
  if (value === null) return undefined;
  const written = isKind(value, "named")
    ? lastOf(value.path)
    : isKind(value, "module")
      ? value.name
      : value;
  const name = typeof written === "string" ? written.toLowerCase() : "";
  const known = ACTIVATIONS.get(name) ?? [...ACTIVATIONS.values()].find((one) => one === written);
  if (known !== undefined) return known;
  throw new ReadError(
    "ERR_ARGUMENT",
    `activation is ${showValue(value)}, which is not known; "relu", "sigmoid" or "softmax" would be.`,
  );
}

function activated(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const name = activationIn(given);
  return [name === undefined || name === "Identity" ? layer : { ...layer, activation: name }];
}

function activation(_: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const name = activationIn(given) ?? "Identity";
  return [name === "Softmax" ? { name, axis: 1 } : { name }];
}

/** Along each axis, what "same" cuts off a transposed convolution, and what a stride beyond the kernel adds. */
function transposed(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const { padding, kernel = 1, stride = 1, dilation = 1, output_padding, ...rest } = layer;
  if (output_padding !== undefined) {
    throw new ReadError(
      "ERR_ARGUMENT",
      "output_padding is not followed for Conv2DTranspose; without it Keras chooses the size.",
    );
  }
  const [strides, dilations] = [pairOf(stride), pairOf(dilation)];
  const spans = pairOf(kernel).map((size, axis) => (size - 1) * (dilations[axis] ?? 1) + 1);
  const over = spans.map((span, axis) => span - (strides[axis] ?? 1));
  const crop = over.map((size) => (padding === "same" ? Math.max(0, size) : 0));
  const [height = 0, width = 0] = crop;
  const [addedHeight = 0, addedWidth = 0] = over.map((size) => Math.max(0, -size));
  const [top, left] = [Math.floor(height / 2), Math.floor(width / 2)];
  const built: Layer = {
    ...rest,
    kernel,
    stride,
    dilation,
    pad: [top, left, height - top, width - left],
    ...(addedHeight + addedWidth > 0 ? { output_padding: [addedHeight, addedWidth] } : {}),
  };
  return activated(built, given);
}

function depthwise(layer: Layer, given: ReadonlyMap<string, Value>, { channels }: Arriving): Layer {
  const multiplier = whole(given.get("depth_multiplier") ?? 1, 1) ?? 1;
  if (channels !== undefined) {
    return { ...layer, in: channels, out: channels * multiplier, groups: channels };
  }
  throw new ReadError(
    "ERR_ARGUMENT",
    "How many channels arrive is not known here; an Input(shape=(height, width, channels)) tells.",
  );
}

function separable(
  layer: Layer,
  given: ReadonlyMap<string, Value>,
  arriving: Arriving,
): readonly Layer[] {
  const { out = 1, bias = true, ...first } = layer;
  const pointwise: Layer = { name: "Conv2d", out, kernel: 1, bias };
  return [{ ...depthwise(first, given, arriving), bias: false }, ...activated(pointwise, given)];
}

function pooled(layer: Layer): readonly Layer[] {
  return [{ kernel: 2, ...layer }];
}

function averaged(layer: Layer): readonly Layer[] {
  return [
    { kernel: 2, ...layer, ...(layer.padding === "same" ? { count_include_pad: false } : {}) },
  ];
}

/** Rows, or H×W×C as C×H×W. */
function reshaped(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const value = given.get("target_shape") ?? null;
  const sizes = (isKind(value, "list") ? value.items : [value]).map((one) => whole(one, 1));
  const [height, width, channels] = sizes;
  if (sizes.length === 1) {
    return [{ name: "Flatten", ...(height === undefined ? {} : { out: height }) }];
  }
  if (channels !== undefined && height !== undefined && width !== undefined && sizes.length === 3) {
    return [{ ...layer, shape: [channels, height, width] }];
  }
  throw new ReadError(
    "ERR_ARGUMENT",
    `target_shape is ${showValue(value)}; (features,) or (height, width, channels) would be followed.`,
  );
}

function toRows(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  return given.get("keepdims") === true ? [layer] : [layer, { name: "Flatten" }];
}

function scaled(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const [center, scale] = [given.get("center") ?? true, given.get("scale") ?? true];
  if (center === scale) return [center === true ? layer : { ...layer, affine: false }];
  throw new ReadError(
    "ERR_ARGUMENT",
    "Only center and scale together, or neither of them, are followed.",
  );
}

/** Keras normalises over the channels of each cell: a scale and a shift for each channel, as one group has. */
function layerNormalised(
  layer: Layer,
  given: ReadonlyMap<string, Value>,
  arriving: Arriving,
): readonly Layer[] {
  const { channels, isFlat } = arriving;
  if (!isFlat) return scaled({ ...layer, groups: 1 }, given);
  if (channels !== undefined) {
    return scaled({ ...layer, name: "LayerNorm", shape: [channels] }, given);
  }
  throw new ReadError("ERR_ARGUMENT", "How many features arrive is not known here.");
}

/** An axis of N×H×W×C as one of N×C×H×W. */
function concatenated(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const axis = given.get("axis") ?? -1;
  const own = typeof axis === "number" ? AXES.get(axis) : undefined;
  if (own !== undefined) return [{ ...layer, axis: own }];
  throw new ReadError("ERR_ARGUMENT", `axis is ${showValue(axis)}; -1, the channels, would fit.`);
}

const AXES: ReadonlyMap<number, number> = new Map([
  [-1, 1],
  [3, 1],
  [1, 2],
  [-3, 2],
  [2, 3],
  [-2, 3],
]);

function zeroPadded(layer: Layer, given: ReadonlyMap<string, Value>): readonly Layer[] {
  const value = given.get("padding") ?? 1;
  const sides = isKind(value, "list") ? value.items : [value, value];
  const [rows, columns] = sides.map((one) => pair(one, (size) => whole(size, 0)));
  if (rows === undefined || columns === undefined || sides.length !== 2) {
    throw new ReadError(
      "ERR_ARGUMENT",
      `padding is ${showValue(value)}; it must be a whole number, a pair, or ((top, bottom), (left, right)).`,
    );
  }
  const [[top, bottom], [left, right]] = [pairOf(rows), pairOf(columns)];
  return [{ ...layer, pad: [top, left, bottom, right] }];
}
