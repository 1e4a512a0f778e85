import type { QuestionDraft } from "@/lib/question";
import type { DeckCard } from "../card";

/** Seven cells under an even kernel at a stride of two. */
const STRIDED_SAME: QuestionDraft = {
  op: "conv2d",
  params: { stride: 2, padding: "same" },
  inputs: { x: { shape: [7, 7] }, w: { shape: [4, 4] } },
};

/** How planes and what their cells see change from layer to layer. */
export const PLANES_CARDS: readonly DeckCard[] = [
  {
    number: 1,
    topic: "Convolution",
    title: "What one cell of a deep layer sees",
    question:
      "As convolution and pooling layers are stacked, what does a single cell of a deep layer stand for?",
    answer:
      "A larger patch of the input, its receptive field: everything that can reach the cell through the layers before it.",
    reason:
      "A cell of the first layer reads one small window of the image. A cell of the next reads a window of such cells, and through them everything that they read. Neighbours’ windows overlap, so each layer adds a rim rather than a whole window. Pooling and strides put the cells further apart, and every later rim is wider for it. In the {{layers}} layers drawn here the field grows from {{first}} input cells along each side to {{size}}.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "The pixel of the input at the same place. The layers give it another value, but each cell goes on looking at its own pixel.",
        because:
          "Any kernel of more than one cell mixes its neighbours in, and the next layer mixes in theirs.",
      },
      {
        claim:
          "The whole input, from the first layer on, since the same kernel slides over every place of the image and so has seen all of it.",
        because:
          "The kernel visits every place, but each output cell is made at one of them, from one window.",
      },
      {
        claim:
          "A smaller patch of the input. The planes shrink from layer to layer, so each cell is left with less and less of the image.",
        because:
          "The planes have fewer cells for the same image. Each of them stands for more of it, not for less.",
      },
    ],
    sources: [
      "Araujo, Norris, Sim 2019, Computing Receptive Fields of Convolutional Neural Networks",
      "Luo, Li, Urtasun, Zemel 2016, Understanding the Effective Receptive Field in Deep Convolutional Neural Networks",
    ],
    worked: "receptive-field",
    exercises: ["receptive-field", "stacked-kernels"],
    neighbours: [37, 28, 36],
    lab: "receptive-field",
    picture: { kind: "lab" },
  },
  {
    number: 26,
    topic: "Convolution",
    title: "What padding is for",
    question: "Why is a border of padding laid around the input of a convolution?",
    answer:
      "To keep the plane’s height and width. Without a border every layer makes it smaller, and in a deep network soon nothing is left.",
    reason:
      "A kernel has to lie wholly on what it reads. Without a border it cannot be centred on the outermost cells, so there is no output for them, and each layer loses the kernel’s size less one along each side. In the plot {{layers}} layers without padding turn {{size}} cells into {{validLast}}; with it there are still {{sameLast}}. The border also helps the pixels at the edge, which would otherwise lie in far fewer windows than those in the middle.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "To save parameters. The zeros of the border need no weights, so that a smaller kernel can cover the same image.",
        because:
          "The kernel is the same with a border and without. Padding changes the size of planes, not what is learned.",
      },
      {
        claim:
          "To give the network more to learn from. The cells of the border are extra pixels, and they count as extra training data.",
        because: "The border is all zeros, the same for every image. It tells nothing new.",
      },
      {
        claim:
          "To make the layer invariant to shifts. With room around the image, an object can move as far as the edge without changing the output.",
        because:
          "When the object moves, the output moves along, border or not. Zeros at the edge even tell the network where the edge is.",
      },
    ],
    sources: [
      "Dumoulin, Visin 2016, A guide to convolution arithmetic for deep learning",
      "Simonyan, Zisserman 2015, Very Deep Convolutional Networks for Large-Scale Image Recognition",
    ],
    worked: "stride-and-padding",
    exercises: ["same-padding", "output-size", "padded-shape"],
    neighbours: [27, 78, 36],
    lab: "padding",
    picture: { kind: "lab" },
  },
  {
    number: 27,
    topic: "Convolution",
    title: "Valid padding and same padding",
    question: "What is the difference between valid padding and same padding?",
    answer:
      "Valid adds nothing, so the output is smaller. Same adds the zeros that keep the size at stride 1; at stride $s$ the output has $\\lceil n/s \\rceil$ cells.",
    reason:
      "*Valid* counts only windows that are filled with real values: in the lab {{size}} cells become {{validFirst}}. *Same* promises the same size, as far as the stride allows, and takes as many zeros as that needs, here {{zeros}} in each direction. A stride of 2 lands on every second place only, so {{shapes.x@-1}} cells become {{shapes.y@-1}}, and no longer {{shapes.x@-1}}. An even kernel at stride 1 takes an odd number of zeros. These cannot be shared out evenly, so PyTorch and TensorFlow put the extra one at the end. (PyTorch offers “same” at stride 1 only.)",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that same keeps the size of the input. That is so at stride 1; at stride $s$ the output has $\\lceil n/s \\rceil$ cells, and for an even kernel the zeros on the two sides differ.",
    },
    misconceptions: [
      {
        claim:
          "Valid adds nothing, so the output is smaller. Same adds the zeros that keep the input’s size, so the output has $n$ cells, whatever the stride.",
        because:
          "A stride skips places, and the usual same padding does not fill them in again: the output is smaller by the stride, rounded up.",
      },
      {
        claim:
          "Valid adds the zeros that the stride needs to come out even. Same adds equally many zeros on every side, however large the output becomes.",
        because:
          "Valid adds none at all. And “same” speaks of the size, not of the sides: for an even kernel these are unequal.",
      },
      {
        claim:
          "Valid cuts the border of the input off before the kernel slides. Same repeats the pixels at the border, so that the output keeps its size.",
        because:
          "Valid reads every pixel that a window can reach. And same adds zeros; repeating the edge is another choice, with another name.",
      },
    ],
    sources: [
      "TensorFlow documentation, tf.nn, notes on padding",
      "PyTorch documentation, torch.nn.Conv2d",
      "Dumoulin, Visin 2016, A guide to convolution arithmetic for deep learning",
    ],
    worked: "stride-and-padding",
    exercises: ["same-padding", "same-size", "tf-same"],
    neighbours: [26, 78],
    lab: "padding",
    about: STRIDED_SAME,
    picture: { kind: "lab", figure: 1 },
    given: ["1", "2"],
  },
  {
    number: 28,
    topic: "Convolution",
    title: "What max pooling is for",
    question: "Why do convolutional networks put max pooling between their layers?",
    answer:
      "It makes the planes smaller, so that later layers compute less and see further, and small shifts of a feature matter less.",
    reason:
      "The largest value of a window says whether a feature was found somewhere in it, and no longer exactly where. In the picture {{cells}} values become {{pooledCells}}. Whatever comes next works on fewer cells, each of which stands for more of the image. And if a feature moves by a little, but stays in its window, the pooled value remains. The price is the position itself, which networks that label every pixel have to win back. Pooling learns nothing; many newer networks use convolutions with a stride instead.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "It learns which value of a window matters most, so that the convolutions before it have less to learn and can have fewer weights.",
        because:
          "Pooling has no weights. Which value is kept is decided by its size alone, from the first day of training on.",
      },
      {
        claim:
          "It makes the planes smaller and loses nothing, since the values that are left out can be worked out again from those that are kept.",
        because:
          "They cannot: beneath a maximum the others could have been anything smaller. Losing them is the point.",
      },
      {
        claim:
          "It makes the network invariant to every shift, so that an object can stand anywhere in the image and each pooled plane stays as it is.",
        because:
          "Only what moves inside its window goes unnoticed. A shift by a whole window moves the pooled plane as well.",
      },
    ],
    sources: [
      "Scherer, Müller, Behnke 2010, Evaluation of Pooling Operations in Convolutional Architectures for Object Recognition",
      "Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.3",
    ],
    worked: "pooling",
    exercises: ["max-pool-forward", "pool-size", "max-pool-ties", "max-pool-backward"],
    neighbours: [29, 31, 1, 58],
    lab: "max-pool-shift",
    picture: { kind: "lab" },
  },
  {
    number: 37,
    topic: "Convolution",
    title: "How fast the receptive field grows",
    question:
      "True or false: with kernels of one size, each layer more makes the receptive field grow exponentially.",
    answer:
      "False. While every stride is 1, each layer adds the same amount, the kernel’s size less one.",
    reason:
      "A layer adds $(k - 1) \\cdot j$ cells, where the jump $j$ is the product of all strides before it. With strides of 1 the jump stays 1, so the growth is a straight line. A stride or a pooling of 2 doubles the jump for every layer after it, and only then does the growth become geometric: the six layers drawn here see {{size}} cells, and without their two poolings’ strides they would see {{unstrided}}.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that each layer adds the kernel’s size. It adds the size less one, times the strides before it.",
    },
    misconceptions: [
      {
        claim:
          "True. Each layer multiplies the field by the kernel’s size, since every cell looks at a whole window.",
        because: "Kernels add their reach; only strides multiply.",
      },
      {
        claim:
          "False. It grows by the kernel’s full size with every layer, since each one adds a window.",
        because:
          "Neighbouring windows overlap, so a kernel of size $k$ reaches only $k - 1$ cells further.",
      },
      {
        claim:
          "False. It stays as large as one kernel, since each layer looks through the same window.",
        because:
          "Each cell of a deeper layer looks at several cells below it, each of which looks further.",
      },
    ],
    sources: [
      "Araujo, Norris, Sim 2019, Computing Receptive Fields of Convolutional Neural Networks",
    ],
    worked: "receptive-field",
    exercises: ["receptive-field", "stacked-kernels"],
    neighbours: [1, 36, 19],
    lab: "receptive-field",
    picture: { kind: "lab" },
    given: ["2", "1"],
  },
];
