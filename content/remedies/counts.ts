import type { Remedy } from "./remedy";

/** Mistakes in parameters, operations, memory and receptive fields. */
export const COUNT_REMEDIES = {
  ONE_BIAS: {
    title: "You counted one bias for all",
    words: "Each filter has a bias of its own.",
    formulas: { yours: "C_{out} \\cdot C_{in} K^2 + 1", right: "C_{out} \\cdot (C_{in} K^2 + 1)" },
    where: {
      "params of linear": {
        title: "You counted one bias for all",
        words: "Each output has a bias of its own.",
        formulas: { yours: "C_{out} \\cdot C_{in} + 1", right: "C_{out} \\cdot (C_{in} + 1)" },
      },
      "params of batch_norm_train": {
        title: "You counted one shift for all",
        words: "Each channel has a shift $\\beta$ of its own.",
        formulas: { yours: "C + 1", right: "2C" },
      },
    },
  },
  CHANNELS_FORGOTTEN: {
    title: "You left out the channels",
    words: "A filter has a $K \\times K$ plane of weights for every channel that it reads.",
    formulas: { yours: "K^2", right: "C_{in} K^2" },
    where: {
      "params of linear": {
        title: "You left out the inputs",
        words: "Each output has a weight for every input feature.",
        formulas: { yours: "C_{out}", right: "C_{out} \\cdot C_{in}" },
      },
      unshared: {
        title: "You left out the channels",
        words: "A filter has a $K \\times K$ plane of weights for every channel that it reads.",
        formulas: { yours: "K^2", right: "C_{in} K^2" },
      },
      training: {
        title: "You left out the channels",
        words: "A filter has a $K \\times K$ plane of weights for every channel that it reads.",
        formulas: { yours: "K^2", right: "C_{in} K^2" },
      },
      memory: {
        title: "You left out the channels",
        words: "Your count is that of one plane. Every channel is a plane of its own.",
        formulas: { yours: "H \\cdot W", right: "C \\cdot H \\cdot W" },
      },
      shapes: {
        title: "You left out the channels",
        words: "Flatten strings together the cells of *every* channel.",
        formulas: { yours: "H \\cdot W", right: "C \\cdot H \\cdot W" },
      },
    },
  },
  FILTERS_FORGOTTEN: {
    title: "You counted one filter",
    words: "Your count is that of a single filter. Multiply by how many there are.",
    formulas: { yours: "C_{in} K^2", right: "C_{out} \\cdot C_{in} K^2" },
    where: {
      "params of linear": {
        title: "You counted one output",
        words: "Your count is that of a single output. Multiply by how many there are.",
      },
      "params of batch_norm_train": {
        title: "You counted one channel",
        words:
          "Every channel has a $\\gamma$ and a $\\beta$ of its own. Multiply by how many there are.",
      },
    },
  },
  TIMES_POSITIONS: {
    title: "You counted the weights at every place",
    words:
      "The same weights are used wherever the kernel lies: they are counted once, not once for each output.",
    where: {
      batch_norm_train: {
        title: "You counted at every place",
        words: "One $\\gamma$ and one $\\beta$ serve a whole channel, all its places alike.",
      },
    },
  },
  OFF_BY_ONE: {
    title: "You are off by one",
    words: "The count is next to yours. Look for a 1 that was added, or was left out.",
  },
  INPUT_SIZE_FOR_OUTPUT: {
    title: "You counted at the other plane’s places",
    words:
      "The kernel is laid once for each *output* of a convolution, and once for each *input* of a transposed one. Multiply by the height and width of that plane.",
  },
  FLOPS_FOR_MACS: {
    title: "You counted two operations for each",
    words:
      "A multiply–add, one product taken and added, counts once here. FLOPs would be twice as many.",
  },
  MACS_FOR_FLOPS: {
    title: "You counted multiply–adds",
    words: "Each multiply–add is two floating-point operations: one product, one sum.",
    formulas: { yours: "\\text{MACs}", right: "2 \\cdot \\text{MACs}" },
  },
  BIAS_COUNTED: {
    title: "You counted the bias",
    words: "Adding the bias is no multiply–add: by this convention it is left out.",
  },
  BATCH_FORGOTTEN: {
    title: "You counted one image",
    words: "The whole batch is asked for: multiply by its size.",
    formulas: { yours: "1", right: "N" },
  },
  VALUES_FOR_BYTES: {
    title: "You counted values",
    words: "Each value takes several bytes: four for a 32-bit number.",
    formulas: { yours: "\\text{values}", right: "\\text{values} \\times \\text{bytes each}" },
  },
  BITS_FOR_BYTES: {
    title: "You counted bits",
    words: "Eight bits make a byte. A 32-bit number takes four bytes.",
    formulas: {
      yours: "\\text{values} \\times \\text{bits each}",
      right: "\\text{values} \\times \\text{bytes each}",
    },
  },
  KILO_FOR_KIBI: {
    title: "You took the other kilo",
    words: "A kilobyte (kB) is 1000 bytes, a kibibyte (KiB) 1024.",
  },
  JUMP_UPDATED_FIRST: {
    title: "You took the jump after its layer",
    words:
      "A layer widens the field by the jump *before* it. Its own stride counts from the next layer on.",
  },
  ADDED_KERNEL_SIZE: {
    title: "You added the whole kernel",
    words: "A kernel of size $K$ reaches $K - 1$ cells further than one cell does.",
    formulas: { yours: "r + K \\cdot j", right: "r + (K - 1) \\cdot j" },
  },
  STRIDES_IGNORED: {
    title: "You left out the strides",
    words:
      "After a stride, neighbouring cells lie further apart in the input, so every later kernel reaches further.",
    formulas: { yours: "r + (K - 1)", right: "r + (K - 1) \\cdot j" },
  },
  POOLING_SKIPPED: {
    title: "You skipped the pooling",
    words:
      "A pooling layer is a window with a stride like any other: it widens the field and the jump.",
    where: {
      shapes: {
        title: "You skipped the last pooling",
        words: "Flatten comes after the pooling, so it sees the *pooled* height and width.",
      },
    },
  },
} as const satisfies Readonly<Record<string, Remedy>>;
