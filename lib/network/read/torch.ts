import { ReadError } from "./problem";
import { signature } from "./signature";
import { whole } from "./options";
import { type Build, type Signature, type Value, isKind, showValue } from "./values";

const END = "device dtype";
const WINDOW = "kernel_size>kernel! stride padding";
const NORM = "eps momentum affine track_running_stats>stats";

/** PyTorch's layers: torch.nn. */
export const TORCH_LAYERS: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    Conv2d: signature(
      "Conv2d",
      `in_channels>in! out_channels>out! ${WINDOW} dilation groups bias padding_mode ${END}`,
    ),
    LazyConv2d: signature(
      "Conv2d",
      `out_channels>out! ${WINDOW} dilation groups bias padding_mode ${END}`,
    ),
    ConvTranspose2d: signature(
      "ConvTranspose2d",
      `in_channels>in! out_channels>out! ${WINDOW} output_padding groups bias dilation padding_mode ${END}`,
    ),
    Linear: signature("Linear", `in_features>in! out_features>out! bias ${END}`),
    LazyLinear: signature("Linear", `out_features>out! bias ${END}`),
    MaxPool2d: signature("MaxPool2d", `${WINDOW} dilation return_indices ceil_mode`),
    AvgPool2d: signature("AvgPool2d", `${WINDOW} ceil_mode count_include_pad divisor_override`),
    AdaptiveAvgPool2d: signature("AdaptiveAvgPool2d", "output_size!"),
    AdaptiveMaxPool2d: signature("AdaptiveMaxPool2d", "output_size! return_indices"),
    BatchNorm1d: signature("BatchNorm2d", `num_features>in! ${NORM} ${END}`),
    BatchNorm2d: signature("BatchNorm2d", `num_features>in! ${NORM} ${END}`),
    LazyBatchNorm2d: signature("BatchNorm2d", `${NORM} ${END}`),
    InstanceNorm2d: signature(
      "InstanceNorm2d",
      `num_features>in! eps momentum affine track_running_stats ${END}`,
    ),
    GroupNorm: signature("GroupNorm", `num_groups>groups! num_channels>in! eps affine ${END}`),
    LayerNorm: signature(
      "LayerNorm",
      `normalized_shape>shape! eps elementwise_affine>affine bias>shift ${END}`,
    ),
    LocalResponseNorm: signature("LocalResponseNorm", "size! alpha beta k"),
    Flatten: signature("Flatten", "start_dim end_dim", flatten),
    Unflatten: signature("Reshape", "dim! unflattened_size>shape!", unflattened),
    Upsample: signature(
      "Upsample",
      "size>output_size scale_factor>factor mode align_corners recompute_scale_factor",
    ),
    UpsamplingNearest2d: signature("Upsample", "size>output_size scale_factor>factor"),
    UpsamplingBilinear2d: signature("Upsample", "size>output_size scale_factor>factor"),
    PixelShuffle: signature("PixelShuffle", "upscale_factor>factor!"),
    ZeroPad2d: signature("ZeroPad2d", "padding>sides!", padSides("padding")),
    ReLU: signature("ReLU", "inplace"),
    ReLU6: signature("ReLU6", "inplace"),
    LeakyReLU: signature("LeakyReLU", "negative_slope inplace"),
    PReLU: signature("PReLU", `num_parameters>in init ${END}`),
    ELU: signature("ELU", "alpha inplace"),
    SELU: signature("SELU", "inplace"),
    GELU: signature("GELU", "approximate"),
    SiLU: signature("SiLU", "inplace"),
    Mish: signature("Mish", "inplace"),
    Hardswish: signature("Hardswish", "inplace"),
    Hardsigmoid: signature("Hardsigmoid", "inplace"),
    Hardtanh: signature("Hardtanh", "min_val max_val inplace"),
    Softplus: signature("Softplus", "beta threshold"),
    Sigmoid: signature("Sigmoid", ""),
    Tanh: signature("Tanh", ""),
    Softmax: signature("Softmax", "dim>axis"),
    Softmax2d: signature("Softmax", "", (layer) => [{ ...layer, axis: 1 }]),
    LogSoftmax: signature("LogSoftmax", "dim>axis"),
    Dropout: signature("Dropout", "p inplace"),
    Dropout2d: signature("Dropout2d", "p inplace"),
    Identity: signature("Identity", "args"),
  }),
);

/** PyTorch's functions and methods of a tensor, which is their first argument: torch.nn.functional, torch. */
export const TORCH_FUNCTIONS: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    max_pool2d: signature("MaxPool2d", `${WINDOW} dilation ceil_mode return_indices`),
    avg_pool2d: signature("AvgPool2d", `${WINDOW} ceil_mode count_include_pad divisor_override`),
    adaptive_avg_pool2d: signature("AdaptiveAvgPool2d", "output_size!"),
    adaptive_max_pool2d: signature("AdaptiveMaxPool2d", "output_size! return_indices"),
    flatten: signature("Flatten", "start_dim end_dim", flatten),
    interpolate: signature(
      "Upsample",
      "size>output_size scale_factor>factor mode align_corners recompute_scale_factor antialias",
    ),
    upsample: signature("Upsample", "size>output_size scale_factor>factor mode align_corners"),
    pixel_shuffle: signature("PixelShuffle", "upscale_factor>factor!"),
    pad: signature("ZeroPad2d", "pad! mode value", padSides("pad")),
    local_response_norm: signature("LocalResponseNorm", "size! alpha beta k"),
    relu: signature("ReLU", "inplace"),
    relu_: signature("ReLU", ""),
    relu6: signature("ReLU6", "inplace"),
    leaky_relu: signature("LeakyReLU", "negative_slope inplace"),
    elu: signature("ELU", "alpha inplace"),
    selu: signature("SELU", "inplace"),
    gelu: signature("GELU", "approximate"),
    silu: signature("SiLU", "inplace"),
    mish: signature("Mish", "inplace"),
    hardswish: signature("Hardswish", "inplace"),
    hardsigmoid: signature("Hardsigmoid", "inplace"),
    softplus: signature("Softplus", "beta threshold"),
    sigmoid: signature("Sigmoid", ""),
    tanh: signature("Tanh", ""),
    softmax: signature("Softmax", "dim>axis _stacklevel dtype"),
    log_softmax: signature("LogSoftmax", "dim>axis _stacklevel dtype"),
    dropout: signature("Dropout", "p training inplace"),
    dropout2d: signature("Dropout2d", "p training inplace"),
  }),
);

function flatten(
  layer: Parameters<Build>[0],
  given: ReadonlyMap<string, Value>,
): ReturnType<Build> {
  const start = given.get("start_dim") ?? 1;
  const end = given.get("end_dim") ?? -1;
  if ((start === 1 || start === 0) && (end === -1 || end === 3)) return [layer];
  throw new ReadError(
    "ERR_ARGUMENT",
    `Only flattening to one row for each example is followed, from start_dim 1 to end_dim -1; read ${showValue(start)} to ${showValue(end)}.`,
  );
}

function unflattened(
  layer: Parameters<Build>[0],
  given: ReadonlyMap<string, Value>,
): ReturnType<Build> {
  if (given.get("dim") === 1) return [layer];
  throw new ReadError("ERR_ARGUMENT", "Only rows are laid out as planes, so dim must be 1.");
}

/** PyTorch says left, right, top, bottom; a layer here top, left, bottom, right. */
function padSides(name: string): Build {
  return (layer, given) => {
    const value = given.get(name) ?? null;
    const sizes = (isKind(value, "list") ? value.items : [value, value, value, value]).map((one) =>
      whole(one, 0),
    );
    const [left, right, top = 0, bottom = 0] = sizes;
    const isRead = sizes.every((one) => one !== undefined) && [2, 4].includes(sizes.length);
    if (isRead && left !== undefined && right !== undefined) {
      return [{ ...layer, pad: [top, left, bottom, right] }];
    }
    throw new ReadError(
      "ERR_ARGUMENT",
      `The padding is ${showValue(value)}; it must be a whole number, or (left, right, top, bottom).`,
    );
  };
}
