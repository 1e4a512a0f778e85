import type { Ask, QuestionDraft } from "@/lib/question";

/** A thing to work out: all of it, or one cell of it. */
export interface GalleryAsk {
  readonly ask: Ask;
  readonly at?: readonly number[];
}

/** One page of the gallery: some questions, and what is worked out of each. */
export interface GalleryCase {
  readonly file: string;
  readonly title: string;
  readonly parts: readonly {
    readonly says: string;
    readonly question: QuestionDraft;
    readonly asks: readonly GalleryAsk[];
  }[];
}

const NINE = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

const SOBEL = [
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
];

const CARD_76: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: NINE,
    w: [
      [1, 0],
      [0, -1],
    ],
  },
};

const CARD_78: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2 },
  inputs: { x: { shape: [4, 4] }, w: { shape: [2, 2] } },
};

const STRIDE_TWO: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2, padding: 1 },
  inputs: {
    x: [
      [1, 2, 0, 1, 3],
      [0, 1, 2, 3, 1],
      [2, 1, 0, 1, 2],
      [1, 0, 3, 2, 0],
    ],
    w: [
      [1, 0, -1],
      [2, 1, 0],
      [0, 3, 1],
    ],
    b: [-2],
  },
  dy: [
    [1, -1, 2],
    [0, 3, 1],
  ],
};

const CHANNELS: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [
        [1, 2, 0],
        [0, 1, 3],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [2, 0, 1],
        [1, 3, 0],
      ],
    ],
    w: [
      [
        [
          [1, 0],
          [2, -1],
        ],
        [
          [0, 1],
          [1, 1],
        ],
      ],
      [
        [
          [2, 1],
          [0, 1],
        ],
        [
          [-1, 0],
          [3, 1],
        ],
      ],
    ],
    b: [1, -3],
  },
};

/** Values 0, 1, −1, 2, 3 in turn, enough to tell one place from the next. */
function counted(shape: readonly number[], from = 0) {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = [0, 1, -1, 2, 3, -2, 1];
  return {
    shape,
    data: Array.from({ length: size }, (_, index) => values[(index + from) % values.length] ?? 0),
  };
}

const LARGE: QuestionDraft = {
  op: "conv2d",
  params: { padding: 1 },
  inputs: { x: counted([3, 5, 5]), w: counted([2, 3, 3, 3], 3), b: [1, 2] },
};

const BIG_KERNEL: QuestionDraft = {
  op: "conv2d",
  params: { padding: "same" },
  inputs: { x: counted([6, 6], 2), w: counted([5, 5]) },
};

const TRANSPOSED: QuestionDraft = {
  op: "conv_transpose2d",
  params: { stride: 2 },
  inputs: {
    x: [
      [1, 2],
      [3, 4],
    ],
    w: [
      [1, 2, 0],
      [0, 1, 3],
      [2, 1, 1],
    ],
    b: [1],
  },
};

export const GALLERY: readonly GalleryCase[] = [
  {
    file: "card-76",
    title: "Card 76: slide a kernel over an image",
    parts: [
      {
        says: "A 3×3 input, a 2×2 kernel, stride 1, no padding.",
        question: CARD_76,
        asks: [{ ask: "shapes.y" }, { ask: "y" }, { ask: "y", at: [0, 1] }],
      },
      {
        says: "An asymmetric kernel, so that order and orientation matter.",
        question: {
          op: "conv2d",
          inputs: {
            x: NINE,
            w: [
              [1, 2],
              [0, -1],
            ],
          },
        },
        asks: [{ ask: "y" }],
      },
      {
        says: "The same with the kernel turned first: convolution as mathematics defines it.",
        question: {
          op: "conv2d",
          inputs: {
            x: NINE,
            w: [
              [1, 2],
              [0, -1],
            ],
          },
          conventions: { operation: "convolution" },
        },
        asks: [{ ask: "y" }, { ask: "grads.w", at: [0, 1] }],
      },
    ],
  },
  {
    file: "card-77",
    title: "Card 77: the gradient of a kernel's weight",
    parts: [
      {
        says: "G is 1 to 9; the 5×5 input differs from it.",
        question: {
          op: "conv2d",
          inputs: {
            x: [
              [2, 0, 1, 3, 1],
              [1, 3, 0, 2, 0],
              [0, 1, 2, 1, 3],
              [3, 0, 1, 0, 2],
              [1, 2, 0, 3, 1],
            ],
            w: SOBEL,
          },
          dy: NINE,
        },
        asks: [
          { ask: "grads.w", at: [0, 0] },
          { ask: "grads.w" },
          { ask: "grads.x", at: [1, 1] },
          { ask: "shapes.grads.w" },
        ],
      },
    ],
  },
  {
    file: "cards-78-81",
    title: "Cards 78 to 81: shapes of an output and of its gradients",
    parts: [
      {
        says: "A 4×4 input, a 2×2 kernel, stride 2.",
        question: CARD_78,
        asks: [{ ask: "shapes.y" }, { ask: "shapes.grads.w" }, { ask: "shapes.grads.x" }],
      },
      {
        says: "The same with stride 1.",
        question: { ...CARD_78, params: {} },
        asks: [{ ask: "shapes.y" }, { ask: "shapes.grads.x" }],
      },
    ],
  },
  {
    file: "cards-82-83",
    title: "Cards 82 and 83: parameters, multiply–adds and memory",
    parts: [
      {
        says: "A 32×32×3 input, ten 5×5 filters with biases, padding 2.",
        question: {
          op: "conv2d",
          params: { padding: 2 },
          inputs: { x: { shape: [3, 32, 32] }, w: { shape: [10, 3, 5, 5] }, b: { shape: [10] } },
        },
        asks: [{ ask: "shapes.y" }, { ask: "params" }, { ask: "macs" }, { ask: "flops" }],
      },
      {
        says: "A 28×28×3 input.",
        question: { op: "relu", inputs: { x: { shape: [3, 28, 28] } } },
        asks: [{ ask: "memory.x.values" }, { ask: "memory.x" }],
      },
    ],
  },
  {
    file: "stride-and-padding",
    title: "Stride 2 with padding, forward and backward",
    parts: [
      {
        says: "A 4×5 input, a 3×3 kernel with a bias, stride 2, padding 1.",
        question: STRIDE_TWO,
        asks: [
          { ask: "shapes.y" },
          { ask: "y" },
          { ask: "y", at: [0, 0] },
          { ask: "grads.b" },
          { ask: "grads.w", at: [0, 0] },
          { ask: "grads.x", at: [1, 1] },
        ],
      },
      {
        says: "Where the floor bites: a 5×5 input, a 2×2 kernel, stride 2.",
        question: {
          op: "conv2d",
          params: { stride: 2 },
          inputs: { x: counted([5, 5]), w: counted([2, 2], 1) },
        },
        asks: [{ ask: "shapes.y" }, { ask: "grads.x", at: [4, 1] }],
      },
    ],
  },
  {
    file: "channels",
    title: "Channels, filters and long sums",
    parts: [
      {
        says: "Two channels, two filters.",
        question: CHANNELS,
        asks: [
          { ask: "y", at: [1, 0, 1] },
          { ask: "grads.x", at: [1, 1, 1] },
          { ask: "grads.w", at: [1, 0, 0, 1] },
          { ask: "grads.b" },
        ],
      },
      {
        says: "Three channels of 3×3 taps: one sum for each channel.",
        question: LARGE,
        asks: [{ ask: "y", at: [1, 2, 2] }, { ask: "y" }, { ask: "grads.w", at: [0, 1, 1, 1] }],
      },
      {
        says: "A 5×5 kernel on one channel: one sum for each row of the kernel.",
        question: BIG_KERNEL,
        asks: [{ ask: "shapes.y" }, { ask: "y", at: [2, 3] }, { ask: "y", at: [0, 0] }],
      },
    ],
  },
  {
    file: "dilation-and-groups",
    title: "Dilation and groups",
    parts: [
      {
        says: "A 2×2 kernel with dilation 2 reaches over 3×3 cells.",
        question: {
          op: "conv2d",
          params: { dilation: 2 },
          inputs: { x: counted([5, 5]), w: counted([2, 2], 3) },
        },
        asks: [
          { ask: "shapes.y" },
          { ask: "y", at: [1, 2] },
          { ask: "grads.w", at: [1, 0] },
          { ask: "grads.x", at: [2, 2] },
        ],
      },
      {
        says: "Four channels in two groups.",
        question: {
          op: "conv2d",
          params: { groups: 2 },
          inputs: { x: counted([4, 3, 3]), w: counted([4, 2, 2, 2], 3) },
        },
        asks: [
          { ask: "y", at: [2, 0, 1] },
          { ask: "grads.x", at: [3, 1, 1] },
          { ask: "grads.w", at: [3, 1, 0, 0] },
          { ask: "params" },
        ],
      },
      {
        says: "Depthwise: a filter for each channel.",
        question: {
          op: "conv2d",
          params: { groups: 2 },
          inputs: { x: counted([2, 3, 3]), w: counted([2, 1, 2, 2], 3) },
        },
        asks: [{ ask: "y", at: [1, 0, 1] }],
      },
    ],
  },
  {
    file: "transposed",
    title: "Transposed convolution, forward and backward",
    parts: [
      {
        says: "A 2×2 input, a 3×3 kernel, stride 2: stamps that overlap.",
        question: TRANSPOSED,
        asks: [
          { ask: "shapes.y" },
          { ask: "y" },
          { ask: "y", at: [2, 2] },
          { ask: "grads.b" },
          { ask: "grads.w", at: [0, 1] },
          { ask: "grads.x", at: [1, 0] },
          { ask: "params" },
          { ask: "macs" },
        ],
      },
      {
        says: "With padding, which crops, and output padding, which gives back.",
        question: { ...TRANSPOSED, params: { stride: 2, padding: 1, output_padding: 1 } },
        asks: [{ ask: "shapes.y" }, { ask: "y", at: [1, 1] }, { ask: "grads.x", at: [0, 0] }],
      },
      {
        says: "A stride larger than the kernel leaves gaps.",
        question: {
          op: "conv_transpose2d",
          params: { stride: 3 },
          inputs: { x: counted([2, 2], 1), w: counted([2, 2], 3) },
        },
        asks: [{ ask: "y", at: [2, 0] }],
      },
    ],
  },
];
