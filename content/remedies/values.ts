import type { Remedy } from "./remedy";

/** Mistakes in the values of a convolution or a pooling, forward. */
export const VALUE_REMEDIES = {
  KERNEL_FLIPPED: {
    title: "The kernel was turned round",
    did: "Your numbers come out when the kernel is rotated by 180° before it is laid on the input.",
    right:
      "In deep learning “convolution” is cross-correlation: the kernel is laid on as it is written. Turning it first is what signal processing calls convolution.",
    look: "Compare the kernel's top-left weight with the input cell that you multiplied it by.",
  },
  KERNEL_TRANSPOSED: {
    title: "The kernel's rows were read as columns",
    did: "Your numbers come out when the kernel is turned over its diagonal: its rows read downwards.",
    right: "Row u, column v of the kernel meets row u, column v of the window.",
    look: "Look at the weight right of the kernel's top-left one: it belongs to the cell to the right, not to the one below.",
  },
  STRIDE_IGNORED: {
    title: "The stride was left out",
    did: "Your answer fits a window that moves one cell at a time.",
    right: "The window jumps by the stride: the next position begins S cells further on.",
    look: "Find the input cell where the second window begins, and count how far it is from the first.",
  },
  PADDING_IGNORED: {
    title: "The padding was left out",
    did: "Your answer fits an input without a border of padding.",
    right: "The padding lies around the input first, and the window begins in its corner.",
    look: "Look at the first window: part of it lies outside the input.",
  },
  DILATION_IGNORED: {
    title: "The dilation was left out",
    did: "Your answer fits a kernel whose taps lie side by side.",
    right:
      "With dilation D neighbouring taps lie D cells apart, so the kernel spans D·(K − 1) + 1 cells.",
    look: "Look at which input cells light up for one output cell: there are gaps between them.",
  },
  BIAS_FORGOTTEN: {
    title: "The bias is missing",
    did: "Your answer is right but for the bias, which was not counted in.",
    right:
      "Every output channel has a bias of its own, added once to each of its cells; as a parameter it counts once for each filter.",
    look: "Look for the b beside the kernel, one number for each filter.",
  },
  BIAS_PER_CHANNEL: {
    title: "The bias was added more than once",
    did: "Your numbers come out when the bias is added once for each input channel.",
    right: "The products of all input channels are summed first; then the bias is added, once.",
    look: "Look at the last line of one cell's sum: a single + b.",
  },
  FIRST_CHANNEL_ONLY: {
    title: "Only the first channel was read",
    did: "Your numbers come out when only the first channel takes part.",
    right:
      "A sum over channels runs over all of them: each has its own slice of the kernel, and all products go into the same sum.",
    look: "Look at the second channel and its slice of the kernel: what do they add?",
  },
  GROUPS_IGNORED: {
    title: "The groups were left out",
    did: "Your answer fits filters that are not divided into groups: each reads channels that are not its own.",
    right:
      "With G groups the channels are divided into G parts, and a filter reads the Cin/G channels of its own part only.",
    look: "Look at a filter of the last group, and at which input channels it reads.",
  },
  ADDED_NOT_MULTIPLIED: {
    title: "Input and weight were added",
    did: "Your numbers come out when each input cell and its weight are added, and all of that summed.",
    right: "Each input cell is multiplied by the weight on it; the products are summed.",
    look: "Look at the first product of one cell: x · w.",
  },
  OUTPUT_TRANSPOSED: {
    title: "The output's rows and columns are exchanged",
    did: "Every number is right, but written into the place across the diagonal.",
    right: "The window that lies i steps down and j steps to the right gives row i, column j.",
    look: "Look at the window one step to the right: its number stands to the right of the first.",
  },
  WINDOW_SHIFTED: {
    title: "The window lay one cell off",
    did: "Your number comes out when the window lies one cell beside its place.",
    right: "The window of output (i, j) begins at row i·S − P and column j·S − P of the input.",
    look: "Look at the window's top-left cell.",
  },
  TERM_DROPPED: {
    title: "One product is missing",
    did: "Your number comes out when one product is left out of the sum.",
    right:
      "Every weight of the kernel has its product, also those whose input is easily passed over.",
    look: "Count the products of this cell: there are as many as the kernel has weights.",
  },
  SIGN_SLIP: {
    title: "One sign is turned round",
    did: "Your number comes out when one product is taken with the wrong sign.",
    right: "Minus times minus is plus; one minus alone stays.",
    look: "Look at the products with negative numbers in this cell, one at a time.",
  },
  POOL_KIND_SWAPPED: {
    title: "Maximum and average were exchanged",
    did: "Your numbers come out with the other kind of pooling.",
    right: "Max pooling takes the window's largest value, average pooling its mean.",
    look: "Look at the name of the layer once more, then at one window.",
  },
  ZERO_PADDING_IN_MAX: {
    title: "The padding took part in the maximum",
    did: "Your numbers come out when the padding counts as zeros: a zero beats every negative value.",
    right: "Max pooling pads with −∞, so the padding never wins.",
    look: "Look at a window on the border whose values are all negative.",
  },
  DIVISOR_WITHOUT_PADDING: {
    title: "Divided by too few cells",
    did: "On the border you divided by the cells that lie in the input.",
    right:
      "Here the padding counts in the divisor (count_include_pad): every window is divided by all its cells.",
    look: "Look at the corner window and count its cells, padding included.",
  },
  DIVISOR_WITH_PADDING: {
    title: "Divided by too many cells",
    did: "On the border you divided by the whole window, cells outside included.",
    right:
      "Here only the cells that count are divided by: cells of padding are not, where count_include_pad is false, and neither is what ceil_mode lets hang over.",
    look: "Look at the corner window and count the cells that lie in the input.",
  },
  NOT_DIVIDED: {
    title: "The sum was not divided",
    did: "Your numbers are right but for the division by the size of the window.",
    right:
      "An average is the sum divided by the number of cells, and its gradient is divided by the same number.",
    look: "Look at one window and at how many cells share it.",
  },
  INDEX_IN_WINDOW: {
    title: "The index was counted in the window",
    did: "Your indices count from the window's own first cell.",
    right: "An index counts through the whole H×W plane, row by row: row · W + column.",
    look: "Find the maximum in the input, and count from the input's top-left cell.",
  },
  LAST_OF_TIES: {
    title: "Of equal values the last was taken",
    did: "Where two cells are equally large, your index is that of the later one.",
    right: "A tie goes to the first in reading order.",
    look: "Look for the same largest value twice in one window.",
  },
  OVERLAP_OVERWRITTEN: {
    title: "Where stamps overlap, one was kept",
    did: "Your numbers come out when a later contribution replaces an earlier one in the same cell.",
    right: "Contributions to the same cell are added.",
    look: "Look at a cell that two windows reach.",
  },
  ZEROS_NOT_INSERTED: {
    title: "The stamps lie too close together",
    did: "Your answer fits stamps that lie one cell apart.",
    right:
      "With stride S neighbouring cells stamp S cells apart: there are S − 1 zeros between them.",
    look: "Look at where the second stamp begins.",
  },
  NOT_CROPPED: {
    title: "The border was kept",
    did: "Your answer still has the rows and columns that belong to the padding.",
    right: "Here the padding is taken off in the end: P rows or columns on each side.",
    look: "Compare the shape of your answer with the one that is asked for.",
  },
} as const satisfies Readonly<Record<string, Remedy>>;
