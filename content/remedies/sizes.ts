import type { Remedy } from "./remedy";

const ROUNDED_UP = "\\left\\lceil\\dfrac{I + 2P - K}{S}\\right\\rceil + 1";
const RIGHT = "\\left\\lfloor\\dfrac{I + 2P - K}{S}\\right\\rfloor + 1";

/** Mistakes in output sizes and shapes. */
export const SIZE_REMEDIES = {
  NO_FLOOR: {
    title: "You kept the fraction",
    words: "A window fits or it does not: the quotient is rounded down before 1 is added.",
    formulas: { yours: "\\dfrac{I + 2P - K}{S} + 1", right: RIGHT },
    where: {
      ceil: {
        title: "You kept the fraction",
        words:
          "A window that hangs over the edge counts whole here: the quotient is rounded up before 1 is added.",
        formulas: { yours: "\\dfrac{I + 2P - K}{S} + 1", right: ROUNDED_UP },
      },
    },
  },
  CEIL_FOR_FLOOR: {
    title: "You rounded up",
    words:
      "A last window that hangs over the edge is left out here, so the quotient is rounded down.",
    formulas: { yours: ROUNDED_UP, right: RIGHT },
  },
  FLOOR_FOR_CEIL: {
    title: "You rounded down",
    words:
      "In ceil mode a last window that hangs over the edge counts too, so the quotient is rounded up.",
    formulas: { yours: RIGHT, right: ROUNDED_UP },
  },
  PLUS_ONE_FORGOTTEN: {
    title: "You left out the + 1",
    words:
      "The quotient counts the steps that the window takes. It has one place more than it takes steps: where it starts.",
    formulas: { yours: "\\left\\lfloor\\dfrac{I + 2P - K}{S}\\right\\rfloor", right: RIGHT },
    where: {
      "shapes.y of conv_transpose2d": {
        title: "Your size is one too small",
        words:
          "The last stamp begins $(I - 1)S$ cells in and is as wide as the kernel reaches, its first cell included. Output padding, where there is any, comes on top.",
        formulas: { yours: "(I - 1)S - 2P + K - 1", right: "(I - 1)S - 2P + K" },
      },
      ceil: {
        title: "You left out the + 1",
        words:
          "The quotient counts the steps that the window takes. It has one place more than it takes steps: where it starts.",
        formulas: {
          yours: "\\left\\lceil\\dfrac{I + 2P - K}{S}\\right\\rceil",
          right: ROUNDED_UP,
        },
      },
    },
  },
  PADDING_ONCE: {
    title: "You counted the padding once",
    words: "The padding stands on both sides, so it is counted twice.",
    formulas: { yours: "I + P", right: "I + 2P" },
    where: {
      "find padding": {
        title: "You put all of the padding on each side",
        words:
          "The padding stands on both sides, so each side takes half of what is needed in all.",
        formulas: {
          yours: "P = \\text{all of it}",
          right: "P = \\tfrac{1}{2} \\cdot \\text{all of it}",
        },
      },
      "shapes.y of conv_transpose2d": {
        title: "You cut the padding off once",
        words: "It is cut off at both sides, so it is taken away twice.",
        formulas: { yours: "(I - 1)S - P + K", right: "(I - 1)S - 2P + K" },
      },
    },
  },
  DILATION_TIMES_KERNEL: {
    title: "You multiplied the kernel by the dilation",
    words: "The dilation widens the gaps, and a kernel of size $K$ has $K - 1$ of them.",
    formulas: { yours: "K' = D \\cdot K", right: "K' = D(K - 1) + 1" },
  },
  CHANNELS_KEPT: {
    title: "You kept the input’s channels",
    words: "Each filter gives one output channel, so there are as many as there are filters.",
    formulas: { yours: "C_{in} \\times H \\times W", right: "C_{out} \\times H \\times W" },
    where: {
      "shapes.grads": {
        title: "You took the output’s channels",
        words:
          "A gradient has the very shape of what it belongs to: ∂L/∂X has as many channels as $X$.",
      },
      "shuffle down": {
        title: "You kept the channels",
        words:
          "The values are moved, none is lost: what the plane loses in pixels, the channels gain.",
        formulas: {
          yours: "C \\times H/r \\times W/r",
          right: "C r^2 \\times H/r \\times W/r",
        },
      },
      shuffle: {
        title: "You kept the channels",
        words:
          "The values are moved, none is made: what the plane gains in pixels, the channels lose.",
        formulas: { yours: "C \\times rH \\times rW", right: "C/r^2 \\times rH \\times rW" },
      },
    },
  },
  AXES_SWAPPED: {
    title: "You swapped height and width",
    words: "Height comes first, then width: rows, then columns.",
    formulas: { yours: "W \\times H", right: "H \\times W" },
  },
  FORWARD_FORMULA: {
    title: "You used the formula of a plain convolution",
    words:
      "A transposed convolution goes the other way: it makes the input larger, stamp by stamp.",
    formulas: { yours: RIGHT, right: "(I - 1)S - 2P + D(K - 1) + O_P + 1" },
  },
} as const satisfies Readonly<Record<string, Remedy>>;
