import type { QuestionDraft } from "@/lib/question";
import type { DeckCard } from "./card";

/** Four windows side by side, each with the place that its maximum was noted at. */
const APART: QuestionDraft = {
  op: "max_unpool2d",
  params: { output_size: [4, 4] },
  inputs: {
    x: [
      [5, 7],
      [6, 3],
    ],
    indices: [
      [1, 7],
      [8, 15],
    ],
  },
};

/** A label for every pixel, and how a small feature map is made large again. */
export const SEGMENTATION_CARDS: readonly DeckCard[] = [
  {
    number: 56,
    topic: "Segmentation",
    title: "Segmentation beside classification",
    question: "What does a segmentation network predict that a classification network does not?",
    answer:
      "A class for every pixel, as a map of the image’s size, where a classifier gives one answer for the image.",
    reason:
      "A classifier may throw place away: pooling and a last fully connected layer leave one score a class, and where the cat was is gone. Segmentation has to keep *where* beside *what*. So its last layers are convolutions, which answer at every place, and something has to bring the small, deep feature maps back to the image’s height and width.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "A box around every object together with the object’s class, in place of one class for the whole image.",
        because:
          "That is detection. A box also holds pixels that are not the object; segmentation decides pixel by pixel.",
      },
      {
        claim:
          "Several classes for one image instead of a single one, since one picture may show many things at the same time.",
        because:
          "That is multi-label classification: it says what is in the picture, and still not where.",
      },
      {
        claim:
          "A number for every pixel which says how strongly that pixel moved the score of the image’s one class.",
        because:
          "That is a saliency map. It explains a classifier’s score; it does not sort pixels into classes.",
      },
    ],
    sources: [
      "Long, Shelhamer, Darrell 2015, Fully Convolutional Networks for Semantic Segmentation",
    ],
    exercises: [],
    neighbours: [57, 61, 62, 75],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "One label, or a label for every pixel",
        boxes: [
          { id: "image", column: 0, lane: 0, label: "image", note: "3×H×W", role: "input" },
          { id: "features", column: 1, lane: 0, label: "features", note: "C×h×w", role: "kernel" },
          { id: "larger", column: 2, lane: 0, label: "upsample", note: "C×H×W", role: "kernel" },
          {
            id: "map",
            column: 3,
            lane: 0,
            label: "label map",
            note: "classes×H×W",
            role: "output",
          },
          { id: "pooled", column: 2, lane: 1, label: "pool", note: "C", role: "kernel" },
          { id: "label", column: 3, lane: 1, label: "one label", note: "classes", role: "output" },
        ],
        arrows: [
          { from: "image", to: "features" },
          { from: "features", to: "larger" },
          { from: "larger", to: "map" },
          { from: "features", to: "pooled" },
          { from: "pooled", to: "label" },
        ],
      },
    },
  },
  {
    number: 57,
    topic: "Segmentation",
    title: "Encoder and decoder",
    question: "What is the key idea of an encoder–decoder network for segmentation?",
    answer:
      "An encoder shrinks the image to small, deep feature maps, and a decoder enlarges them to its size again.",
    reason:
      "On a small map every cell has seen much of the image, so the network knows *what* is there, and computing is cheap. A label for every pixel needs the full size again, so each step down is answered by a step up, often as its mirror image. Drawn here, {{size}} cells along a side become {{lowest}} and then {{output}} again. That only works out because the strides, {{factor}} when multiplied together, divide the input’s size; otherwise a division is rounded on the way down, and the decoder cannot know.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "The encoder compresses the image, and a decoder undoes its layers one by one until the original image is there again.",
        because:
          "The layers are not undone: what pooling threw away is lost. The decoder learns to produce labels, not the image.",
      },
      {
        claim:
          "The encoder finds regions that may hold objects, and a decoder then classifies each of these regions.",
        because: "That is two-stage detection. Here nothing is cut out; every pixel goes through.",
      },
      {
        claim:
          "All layers keep the image’s full size, so that no detail is lost; encoder and decoder are only two halves of equal depth.",
        because:
          "It could be built, but it would be slow and each cell would see little. The shrinking in the middle is the idea.",
      },
    ],
    sources: [
      "Noh, Hong, Han 2015, Learning Deconvolution Network for Semantic Segmentation",
      "Badrinarayanan, Kendall, Cipolla 2017, SegNet: A Deep Convolutional Encoder-Decoder Architecture for Image Segmentation",
    ],
    worked: "transposed-convolution",
    exercises: ["transposed-size", "pool-size"],
    neighbours: [56, 58, 60, 61],
    lab: "encoder-decoder",
    picture: { kind: "lab" },
  },
  {
    number: 58,
    topic: "Segmentation",
    title: "Max unpooling",
    question: "How does max unpooling turn a small map into a large one?",
    answer:
      "Each value goes to where the max pooling found its maximum; all other cells become zero.",
    reason:
      "Max pooling keeps a window’s largest value and forgets where in the window it stood. If the encoder notes that place (its *argmax*, or *switch*), the decoder can put a value exactly there: edges land where they were, at no cost in parameters. Here {{x@0,0}} goes to place {{indices@0,0}} of the plane, counted row by row from zero. The map that comes out is mostly zeros, so convolutions follow which fill it in.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that the value goes back into its window and leaves open how the place is known: the pooling layer has to record it.",
    },
    misconceptions: [
      {
        claim: "Each value is copied into every cell of the window from which the maximum came.",
        because:
          "That is nearest-neighbour upsampling. It needs no record of places, and it blurs them.",
      },
      {
        claim: "Each value goes to the top-left cell of its window; all other cells become zero.",
        because:
          "A fixed corner is another, simpler scheme. Max unpooling uses the place that was noted, which differs from window to window.",
      },
      {
        claim:
          "Each window gets back all the values it had before the pooling, since the layer stored them.",
        because: "Only the place of the maximum is stored. The smaller values are gone for good.",
      },
    ],
    sources: [
      "Zeiler, Taylor, Fergus 2011, Adaptive Deconvolutional Networks for Mid and High Level Feature Learning",
      "Badrinarayanan, Kendall, Cipolla 2017, SegNet: A Deep Convolutional Encoder-Decoder Architecture for Image Segmentation",
      "PyTorch documentation, torch.nn.MaxUnpool2d",
    ],
    worked: "pooling",
    exercises: ["max-unpool", "max-pool-indices", "max-unpool-backward"],
    neighbours: [28, 57, 59],
    lab: "max-unpooling",
    about: APART,
    picture: {
      kind: "tensors",
      question: APART,
      caption: "Four values go back to the four places that were noted for them.",
    },
  },
  {
    number: 59,
    topic: "Segmentation",
    title: "Where windows overlap on the way up",
    question:
      "Windows may overlap. What happens where two contributions meet in one output cell, in max unpooling and in transposed convolution?",
    answer:
      "In transposed convolution they add; in max unpooling it depends: some add, PyTorch lets one overwrite.",
    reason:
      "A transposed convolution is a sum by definition: an output cell collects whatever all the stamps on it bring. Max unpooling moves values, and two of them meet only when overlapping windows chose the same maximum. In the lab’s first picture {{windows}} windows chose {{places}} places, so one place was chosen {{visits}} times: summing writes {{summed}} there, overwriting leaves {{overwritten}}. (Where the two values differ, PyTorch’s documentation does not promise which one stays.) With windows that do not overlap the question never comes up.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that both add. That is one way to define max unpooling; PyTorch’s layer overwrites where an index is repeated. For transposed convolution the deck is right.",
    },
    misconceptions: [
      {
        claim:
          "In both, the larger of the two stays, because the maximum is what pooling was looking for.",
        because: "Neither compares anything on the way up: values are added, or written in turn.",
      },
      {
        claim:
          "In both, the two are averaged, since otherwise cells under many windows would grow too bright.",
        because:
          "Nothing is divided. In a transposed convolution uneven overlap does leave a visible checkerboard.",
      },
      {
        claim:
          "In transposed convolution the later stamp overwrites the earlier one, and in max unpooling the two are added.",
        because:
          "The first half is false everywhere: stamps of a transposed convolution always add.",
      },
    ],
    sources: [
      "PyTorch documentation, torch.nn.MaxUnpool2d",
      "Odena, Dumoulin, Olah 2016, Deconvolution and Checkerboard Artifacts",
    ],
    worked: "transposed-convolution",
    exercises: ["max-unpool", "transposed-forward"],
    neighbours: [58, 60],
    lab: "max-unpooling",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 60,
    topic: "Segmentation",
    title: "Transposed convolution",
    question:
      "What does a transposed convolution (often called deconvolution) do with each input cell?",
    answer:
      "It multiplies the whole kernel by the cell’s value and stamps it on the output; stamps that overlap add.",
    reason:
      "A convolution *gathers* a window into one number; its transpose *spreads* one number over a window. The next cell stamps one stride further on, so a larger stride makes a larger output: $(n - 1) \\cdot S + k - 2P$ along a side, here {{side}}. It is exactly what a convolution does to hand its gradient back to its input, hence the name; and because the kernel is learned, the network learns how to enlarge. It does not undo a convolution’s values, only its shape, which is why “deconvolution” says too much.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "It inverts the convolution: from the output and the kernel it works out the input that the convolution had.",
        because: "Only the shape is restored. In general the input’s values cannot be recovered.",
      },
      {
        claim:
          "It copies the cell’s value into a block as large as the kernel, then smooths the seams between blocks.",
        because:
          "That describes a fixed upsampling. Here the kernel’s learned weights shape the block, and seams simply add.",
      },
      {
        claim:
          "It multiplies the window around that cell by the kernel and adds up, with the kernel turned over its diagonal.",
        because:
          "That still gathers a window. “Transposed” speaks of the matrix that a convolution amounts to, not of the kernel.",
      },
    ],
    sources: [
      "Dumoulin, Visin 2016, A guide to convolution arithmetic for deep learning",
      "PyTorch documentation, torch.nn.ConvTranspose2d",
    ],
    worked: "transposed-convolution",
    exercises: [
      "transposed-forward",
      "transposed-size",
      "transposed-stride",
      "transposed-parameters",
    ],
    neighbours: [57, 59, 61],
    lab: "transposed-convolution",
    picture: { kind: "lab" },
    given: ["1", "2"],
  },
  {
    number: 61,
    topic: "Segmentation",
    title: "U-Net’s skip connections",
    question: "What does a U-Net add to an encoder–decoder network, and what does it do with it?",
    answer:
      "Skip connections: each decoder step concatenates the encoder’s features of its level as more channels.",
    reason:
      "The small maps in the middle know what is there but only roughly where; the encoder’s early maps still have the fine edges. A skip carries them across, and stacking keeps both sides apart, so the next convolution may weigh them as it likes. The price is that it reads more: {{encoder}} and {{decoder}} channels make {{stacked}}, and the lab’s next layer has {{stackedParameters}} parameters. A ResNet *adds* its skip instead, which leaves the channels as they were and needs {{addedParameters}}.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck likens them to ResNet’s. Both carry features past some layers, but a U-Net concatenates them and a ResNet adds them.",
    },
    misconceptions: [
      {
        claim:
          "Skip connections: each decoder step adds the encoder’s features of the same level, cell by cell, to its own.",
        because:
          "That is the residual way. It needs equally many channels and mixes the two at once.",
      },
      {
        claim:
          "Skip connections: each decoder step gets the places of the encoder’s maxima, and puts its values back there.",
        because: "That is SegNet’s max unpooling, which hands over places only, not features.",
      },
      {
        claim:
          "A second decoder: one half labels the pixels, the other draws the objects’ outlines, and both are concatenated.",
        because: "There is one decoder. What is concatenated comes from the encoder.",
      },
    ],
    sources: [
      "Ronneberger, Fischer, Brox 2015, U-Net: Convolutional Networks for Biomedical Image Segmentation",
      "He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition",
    ],
    worked: "count-parameters",
    exercises: ["parameters"],
    neighbours: [20, 57, 60],
    lab: "unet-concat",
    picture: { kind: "lab" },
  },
];
