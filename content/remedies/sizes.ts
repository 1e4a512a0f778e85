import type { Remedy } from "./remedy";

/** Mistakes in shapes, counts, memory and receptive fields. */
export const SIZE_REMEDIES = {
  NO_FLOOR: {
    title: "Not rounded down",
    did: "Your size comes out of the formula without rounding.",
    right:
      "A window either fits or it does not: (I + 2P − k′)/S is rounded down before the 1 is added.",
    look: "Look at the last window: does a whole one still fit?",
  },
  CEIL_FOR_FLOOR: {
    title: "Rounded up",
    did: "Your size comes out when the number of steps is rounded up.",
    right: "Rounding is downwards here: a last window that would stick out is left out.",
    look: "Look at the last rows or columns of the input: a whole window must fit in.",
  },
  FLOOR_FOR_CEIL: {
    title: "Rounded down",
    did: "Your size comes out when the number of steps is rounded down.",
    right: "Here the number of steps is rounded up (ceil_mode): a last window may stick out.",
    look: "Look at what is left over after the last whole window.",
  },
  PLUS_ONE_FORGOTTEN: {
    title: "The + 1 is missing",
    did: "Your size counts the steps of the window.",
    right: "There is one position more than there are steps: the one it begins at.",
    look: "Try a window as large as the input: it has one position and takes no step.",
  },
  PADDING_ONCE: {
    title: "The padding was counted on one side",
    did: "Your size comes out when P is counted once.",
    right: "There is padding on both sides, so 2P along each axis.",
    look: "Look at the padded input: it grows on the left and on the right.",
  },
  DILATION_TIMES_KERNEL: {
    title: "The dilated kernel was taken too large",
    did: "Your size comes out for a kernel that spans D·K cells.",
    right: "Between K taps there are K − 1 gaps: the kernel spans D·(K − 1) + 1 cells.",
    look: "Draw three taps with dilation 2: they span 5 cells, not 6.",
  },
  CHANNELS_KEPT: {
    title: "The input's channels were kept",
    did: "Your shape has as many channels as came in.",
    right:
      "Each filter makes one channel of the output, so there are as many as there are filters.",
    look: "Look at the first size of the weights: Cout.",
  },
  AXES_SWAPPED: {
    title: "Height and width are exchanged",
    did: "Both sizes are right, but in the other order.",
    right: "Height comes first, then width.",
    look: "Look at the input's shape: which of its sizes is the height?",
  },
  FORWARD_FORMULA: {
    title: "The formula of the other direction",
    did: "Your size comes out of the formula for an ordinary convolution.",
    right:
      "A transposed convolution goes the other way: (I − 1)·S − 2P + D·(K − 1) + 1, and output_padding on top. It enlarges.",
    look: "Feed your size into the ordinary formula backwards: does the input come out?",
  },
  ONE_BIAS: {
    title: "One bias for the whole layer",
    did: "Your count has a single bias.",
    right: "Every filter has a bias of its own: there are Cout of them.",
    look: "Look at the shape of b.",
  },
  CHANNELS_FORGOTTEN: {
    title: "The channels were left out",
    did: "Your number comes out for a single input channel.",
    right:
      "A filter has weights for every channel that it reads, and a tensor holds values for every channel: the number of channels is a factor.",
    look: "Look at the shapes again and tick off each size that you multiplied.",
  },
  FILTERS_FORGOTTEN: {
    title: "The number of filters was left out",
    did: "Your number is that of one filter.",
    right: "There are Cout filters, each as large: their number is a factor.",
    look: "Look at the first size of the weights: Cout.",
  },
  TIMES_POSITIONS: {
    title: "The weights were counted at every position",
    did: "Your number is multiplied by the number of output positions.",
    right:
      "The same weights are used at every position; as parameters they count once. At every position they make products: those are MACs.",
    look: "Ask what would have to be stored to run the layer tomorrow.",
  },
  OFF_BY_ONE: {
    title: "One too many or too few",
    did: "Your number is one beside the right one.",
    right: "The product of the sizes is already all: there is nothing to add or take away.",
    look: "Look for a + 1 or − 1 in your working, a bias where there is none, say.",
  },
  INPUT_SIZE_FOR_OUTPUT: {
    title: "The input's size in place of the output's",
    did: "Your count uses the input's height and width.",
    right:
      "The kernel is applied once for every cell of the output, so the output's positions count.",
    look: "Work out the output's shape first.",
  },
  FLOPS_FOR_MACS: {
    title: "Operations in place of multiply–adds",
    did: "Your count is twice the number that is asked for.",
    right:
      "A MAC is one multiplication together with one addition; as FLOPs the two count separately.",
    look: "Look at which of the two is asked for.",
  },
  MACS_FOR_FLOPS: {
    title: "Multiply–adds in place of operations",
    did: "Your count is half the number that is asked for.",
    right:
      "By the usual convention each multiply–add is two floating-point operations: FLOPs = 2 · MACs.",
    look: "Look at which of the two is asked for.",
  },
  BIAS_COUNTED: {
    title: "The bias was counted too",
    did: "Your count has one operation more for each output value.",
    right: "MACs are counted without the bias here, as torchvision does; torchinfo counts it.",
    look: "Look at how many products one output value has.",
  },
  BATCH_FORGOTTEN: {
    title: "The batch was left out",
    did: "Your number is that of one example.",
    right: "Everything is done, and held, for each of the N examples: N is a factor.",
    look: "Look at the first size of the input's shape.",
  },
  VALUES_FOR_BYTES: {
    title: "Values in place of bytes",
    did: "Your number counts the values.",
    right: "Each value takes several bytes: 4 for float32, 8 for float64, 2 for float16.",
    look: "Look at the unit that is asked for, and at the type of the numbers.",
  },
  BITS_FOR_BYTES: {
    title: "Bits in place of bytes",
    did: "Your number counts bits.",
    right: "A byte is 8 bits: float32 has 32 bits, which are 4 bytes.",
    look: "Look at what you multiplied the number of values by.",
  },
  KILO_FOR_KIBI: {
    title: "1000 and 1024 are exchanged",
    did: "Your number comes out with the other thousand.",
    right: "1 kB is 1000 bytes and 1 KiB is 1024; 1 MB is 10⁶ and 1 MiB is 2²⁰.",
    look: "Look at the unit: is there a small i in it?",
  },
  JUMP_UPDATED_FIRST: {
    title: "The jump was multiplied too early",
    did: "Your number comes out when each layer's stride counts in the layer itself.",
    right:
      "First the field grows, by (k′ − 1) times the jump so far; then the jump is multiplied by the stride, for the layers after it.",
    look: "Look at the first layer with a stride: its own window lies on neighbouring cells.",
  },
  ADDED_KERNEL_SIZE: {
    title: "A whole kernel was added",
    did: "Your number comes out when each layer adds k cells.",
    right: "The window's first cell is there already: a layer adds k′ − 1 cells, times the jump.",
    look: "Try one layer with K = 3: a cell sees 3 cells, 1 + 2.",
  },
  STRIDES_IGNORED: {
    title: "The strides were left out",
    did: "Your number comes out when every layer moves one cell at a time.",
    right:
      "After a stride of S neighbouring cells lie S input cells apart, so later layers add more.",
    look: "Look at the layers after the first stride and what they add.",
  },
  POOLING_SKIPPED: {
    title: "The pooling layers were passed over",
    did: "Your number comes out when only the convolutions count.",
    right:
      "A pooling layer has a window and a stride like any other: it enlarges the field and the jump.",
    look: "Go through the list of layers and give each pooling its line.",
  },
} as const satisfies Readonly<Record<string, Remedy>>;
