import type { Remedy } from "./remedy";

/** Mistakes in the values of convolutions, pooling and their gradients. */
export const TENSOR_REMEDIES = {
  KERNEL_FLIPPED: {
    title: "You turned the kernel around",
    words:
      "Your numbers are exactly what comes out when the kernel lies the other way round, rotated by 180°. Layers in a network slide or stamp the kernel as it is; only the convolution of signal processing turns it first.",
    where: {
      convolution: {
        title: "You did not turn the kernel",
        words:
          "Your numbers come out when the kernel lies as it is given. Here $*$ is the convolution of signal processing: the kernel is rotated by 180° before it slides or stamps.",
      },
    },
  },
  KERNEL_TRANSPOSED: {
    title: "You swapped the kernel’s rows and columns",
    words:
      "Your numbers come out when the kernel is read down its columns. The weight in row $u$, column $v$ belongs on the input $u$ rows down and $v$ columns to the right.",
  },
  STRIDE_IGNORED: {
    title: "You moved the window one cell at a time",
    words:
      "Your numbers belong to stride 1. The stride is how far the window jumps, to the right and down alike; what lies between is skipped.",
    where: {
      "shapes.y of conv_transpose2d": {
        title: "You left out the stride",
        words:
          "Neighbouring stamps begin a stride apart, so each after the first moves the edge by $S$.",
        formulas: { yours: "(I - 1) - 2P + K", right: "(I - 1)S - 2P + K" },
      },
      "shapes.y of ceil": {
        title: "You left out the stride",
        words:
          "Your size counts a window at every cell. With a stride the window jumps, so divide the room it has by the stride before you add 1.",
        formulas: {
          yours: "(I + 2P - K) + 1",
          right: "\\left\\lceil\\dfrac{I + 2P - K}{S}\\right\\rceil + 1",
        },
      },
      shapes: {
        title: "You left out the stride",
        words:
          "Your size counts a window at every cell. With a stride the window jumps, so divide the room it has by the stride before you add 1.",
        formulas: {
          yours: "(I + 2P - K) + 1",
          right: "\\left\\lfloor\\dfrac{I + 2P - K}{S}\\right\\rfloor + 1",
        },
      },
      "grads.w": {
        title: "You paired the gradients with neighbouring inputs",
        words:
          "Your numbers belong to stride 1. Outputs that stand side by side come from windows a whole stride apart, so their gradients meet inputs that are as far apart.",
      },
    },
  },
  PADDING_IGNORED: {
    title: "You left out the padding",
    words:
      "Your numbers come from the bare input. The padding puts a border of zeros around it, and the first window begins out there.",
    where: {
      "shapes.y of conv_transpose2d": {
        title: "You left out the padding",
        words:
          "Your size is that of all the stamps. The padding of a transposed convolution is cut off again, at both sides.",
        formulas: { yours: "(I - 1)S + K", right: "(I - 1)S - 2P + K" },
      },
      "y of max_pool2d": {
        title: "You left out the padding",
        words:
          "Your numbers come from the bare input. The padding puts a border around it that never wins, and the first window begins out there.",
      },
      pad: {
        title: "You left out the padding",
        words: "Your size is that of the bare image. Each side grows by the zeros put there.",
        formulas: { yours: "H", right: "P_{top} + H + P_{bottom}" },
      },
      "grads.x of conv_transpose2d": {
        title: "You left out the padding",
        words:
          "Your numbers come from the bare $G$. What the padding cut off counts as a border of zeros around $G$, and the first window begins out there.",
      },
      "grads.w of conv_transpose2d": {
        title: "You left out the padding",
        words:
          "Your numbers come from the bare $G$. What the padding cut off counts as a border of zeros around $G$, and the first stamp begins out there.",
      },
      "shapes.y of ceil": {
        title: "You left out the padding",
        words:
          "Your size is that of the bare input. The padding adds cells on both sides before the window slides.",
        formulas: {
          yours: "\\left\\lceil\\dfrac{I - K}{S}\\right\\rceil + 1",
          right: "\\left\\lceil\\dfrac{I + 2P - K}{S}\\right\\rceil + 1",
        },
      },
      shapes: {
        title: "You left out the padding",
        words:
          "Your size is that of the bare input. The padding adds cells on both sides before the window slides.",
        formulas: {
          yours: "\\left\\lfloor\\dfrac{I - K}{S}\\right\\rfloor + 1",
          right: "\\left\\lfloor\\dfrac{I + 2P - K}{S}\\right\\rfloor + 1",
        },
      },
    },
  },
  DILATION_IGNORED: {
    title: "You kept the taps side by side",
    words:
      "Your numbers belong to dilation 1. With dilation $D$ neighbouring weights meet inputs that are $D$ cells apart; the inputs between them are passed over.",
    where: {
      shapes: {
        title: "You left out the dilation",
        words:
          "Your size is that of a kernel with its taps side by side. Spread by the dilation it covers more.",
        formulas: { yours: "K' = K", right: "K' = D(K - 1) + 1" },
      },
    },
  },
  BIAS_FORGOTTEN: {
    title: "You left out the bias",
    words:
      "Every one of your numbers is short by the bias. It is added once to each output, after the products.",
    where: {
      params: {
        title: "You left out the biases",
        words: "Your count holds the weights alone. Each filter has one bias more.",
        formulas: { yours: "C_{out} \\cdot C_{in} K^2", right: "C_{out} \\cdot (C_{in} K^2 + 1)" },
      },
      training: {
        title: "You left out the biases",
        words: "You counted the weights alone. The biases are trained too, and kept as often.",
      },
      "params of linear": {
        title: "You left out the biases",
        words: "Your count holds the weights alone. Each output has one bias more.",
        formulas: { yours: "C_{out} \\cdot C_{in}", right: "C_{out} \\cdot (C_{in} + 1)" },
      },
      "params of batch_norm_train": {
        title: "You left out the shifts",
        words:
          "Your count holds the scales $\\gamma$ alone. Each channel has a shift $\\beta$ as well.",
        formulas: { yours: "C", right: "2C" },
      },
    },
  },
  BIAS_PER_CHANNEL: {
    title: "You added the bias once for each channel",
    words:
      "The products of all channels make one sum, and the bias is added to that sum once, however many channels there are.",
  },
  FIRST_CHANNEL_ONLY: {
    title: "You used the first channel only",
    words:
      "A filter has a plane of weights for every channel. Work out each of them and add them all up.",
    where: {
      grads: {
        title: "You used the first output channel only",
        words:
          "Every output channel was made from this input, so every one of them sends a share back. Add them all up.",
      },
    },
  },
  GROUPS_IGNORED: {
    title: "You let every filter read the first group",
    words:
      "With groups, the filters are dealt out: each reads the channels of its own group, the second group’s filters those of the second group.",
    where: {
      params: {
        title: "You counted every input channel",
        words:
          "With $G$ groups a filter meets only $C_{in}/G$ channels, and has weights for those alone.",
        formulas: { yours: "C_{in} K^2", right: "\\tfrac{C_{in}}{G} K^2" },
      },
      macs: {
        title: "You counted every input channel",
        words: "With $G$ groups an output reads only $C_{in}/G$ channels.",
        formulas: { yours: "C_{in} K^2", right: "\\tfrac{C_{in}}{G} K^2" },
      },
      flops: {
        title: "You counted every input channel",
        words: "With $G$ groups an output reads only $C_{in}/G$ channels.",
        formulas: { yours: "C_{in} K^2", right: "\\tfrac{C_{in}}{G} K^2" },
      },
    },
  },
  ADDED_NOT_MULTIPLIED: {
    title: "You added inputs and weights",
    words:
      "Each input is multiplied by the weight that lies on it. Only the products are added up.",
    formulas: { yours: "\\sum (x + w)", right: "\\sum x \\cdot w" },
  },
  OUTPUT_TRANSPOSED: {
    title: "Your rows stand as columns",
    words:
      "The numbers are right, but they stand in each other’s places. Moving the window to the right fills a row; moving it down begins the next.",
  },
  WINDOW_SHIFTED: {
    title: "Your window is one cell off",
    words:
      "Your number belongs to a window that starts one cell away. Find its top left corner again: row times stride, column times stride, less the padding.",
    where: {
      "grads.x": {
        title: "You let the windows end at the edge",
        words:
          "The windows are counted from the top left. What the floor drops at the end is read by no window, so its gradient is 0.",
      },
    },
  },
  TERM_DROPPED: {
    title: "You left out a product",
    words: "Your number is short by exactly one product.",
  },
  SIGN_SLIP: {
    title: "You took a product with the wrong sign",
    words:
      "Your number is off by exactly twice one product: it was added where it belongs subtracted, or the other way round.",
  },
  POOL_KIND_SWAPPED: {
    title: "You took the other kind of pooling",
    words:
      "Max pooling keeps the largest number of a window; average pooling adds them up and divides by how many there are.",
  },
  ZERO_PADDING_IN_MAX: {
    title: "You let the padding win",
    words:
      "In max pooling the padding counts as minus infinity, not as zero: it never wins, even where every number of the window is negative.",
    formulas: { yours: "\\max(-3, 0) = 0", right: "\\max(-3, -\\infty) = -3" },
  },
  DIVISOR_WITHOUT_PADDING: {
    title: "You divided by the cells inside only",
    words: "Here the padding counts in the divisor: every window is divided by its full size.",
  },
  DIVISOR_WITH_PADDING: {
    title: "You divided by the padding too",
    words:
      "Here the padding does not count: a window at the border is divided by how many of its cells lie inside.",
  },
  NOT_DIVIDED: {
    title: "You did not divide",
    words: "Average pooling divides each sum by the number of cells in the window.",
    formulas: { yours: "\\sum x", right: "\\tfrac{1}{k^2} \\sum x" },
    where: {
      "y of global_avg_pool2d": {
        title: "You did not divide",
        words: "Global average pooling divides the sum of each channel by the number of its cells.",
        formulas: { yours: "\\sum x", right: "\\tfrac{1}{H \\cdot W} \\sum x" },
      },
      grads: {
        title: "You did not divide",
        words:
          "An input had only a share of the average, one in $k^2$, so only that share of the gradient comes back to it.",
        formulas: { yours: "G", right: "\\tfrac{1}{k^2}\\, G" },
      },
    },
  },
  INDEX_IN_WINDOW: {
    title: "You counted inside the window",
    words:
      "The index counts through the whole input plane, row by row, not through the window alone.",
    formulas: { yours: "u \\cdot k + v", right: "\\text{row} \\cdot W + \\text{column}" },
  },
  LAST_OF_TIES: {
    title: "You took the last of equal numbers",
    words:
      "Where the largest number stands twice in a window, the first one met in reading order is kept.",
  },
  OVERLAP_OVERWRITTEN: {
    title: "You overwrote where there is overlap",
    words:
      "Where two stamps land on one cell, they add up. The later does not replace the earlier.",
    where: {
      max_pool2d: {
        title: "You overwrote where windows overlap",
        words:
          "Where two windows hand a gradient to one cell, the two add up. The later does not replace the earlier.",
      },
      "grads.x of max_unpool2d": {
        title: "You gave the gradient to one value only",
        words:
          "Values that met in one cell were added there, so each of them gets the gradient of that cell, not the last one alone.",
      },
      max_unpool2d: {
        title: "You overwrote where values meet",
        words:
          "Where two values go to one cell, they add up. The later does not replace the earlier.",
      },
      avg_pool2d: {
        title: "You overwrote where windows overlap",
        words:
          "Where two windows hand a gradient to one cell, the two add up. The later does not replace the earlier.",
      },
    },
  },
  ZEROS_NOT_INSERTED: {
    title: "You left no gaps for the stride",
    words:
      "Your numbers have neighbours one cell apart. With stride $S$ they start $S$ cells apart: $S - 1$ zeros stand between them.",
  },
  NOT_CROPPED: {
    title: "You kept the border of the padding",
    words:
      "Your result still has the rows and columns of the padding. Cut $P$ of them off every side.",
    where: {
      y: {
        title: "You kept more of the border than is asked",
        words:
          "Your result is larger by rows and columns that the question cuts off. A convolution has a number only where its window fits into the padded input; of the stamps of a transposed one, $P$ rows and columns are cut off every side.",
      },
    },
  },
  KERNEL_NOT_ROTATED: {
    title: "You did not turn the kernel",
    words:
      "Going back, each gradient returns through the weight it came by. To slide the kernel over $G$, turn it by 180° first.",
    where: {
      convolution: {
        title: "You turned the kernel once too often",
        words:
          "Going back, each gradient returns through the weight it came by. This layer turned its kernel on the way forward, so on the way back the kernel slides over $G$ as it is given.",
      },
    },
  },
  GRADIENT_ROTATED: {
    title: "Your result is turned around",
    words:
      "Your numbers are right, but rotated by 180°. The gradient of a weight stands where the weight stands: nothing is turned for the kernel’s gradient.",
  },
  GRADIENT_FOR_INPUT: {
    title: "You multiplied the gradient by itself",
    words:
      "Your numbers come from $G$ in place of $X$. The gradient of a weight pairs each arriving gradient with the *input* that the weight met.",
    formulas: { yours: "G \\star G", right: "X \\star G" },
  },
  BATCH_AVERAGED: {
    title: "You averaged over the batch",
    words:
      "Every image sends its own share, and the shares add up. A mean belongs in the loss, if anywhere, not here.",
  },
  NOT_SUMMED: {
    title: "You did not add G up",
    words:
      "The bias is part of every output of its channel, so it collects the gradients of them all.",
    formulas: { yours: "G_{i,j}", right: "\\sum_{i,j} G_{i,j}" },
  },
  SPREAD_EVENLY: {
    title: "You shared the gradient out",
    words:
      "Only the largest input of a window reached the output, so it alone gets the gradient, all of it. The others get 0.",
    where: {
      "grads.x of max_unpool2d": {
        title: "You shared the gradient out",
        words:
          "Each value was added in whole, so each gets the whole gradient of the cell where it was put.",
      },
    },
  },
  ALL_TIES: {
    title: "You gave it to every maximum",
    words:
      "Where the largest number stands twice, only the first one met in reading order gets the gradient.",
  },
} as const satisfies Readonly<Record<string, Remedy>>;
