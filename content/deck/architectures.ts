import type { PlotFigure } from "@/lib/lab";
import type { DeckCard } from "./card";

/** From −4 to 4, in quarters. */
const ARGUMENTS = Array.from({ length: 33 }, (_, index) => index / 4 - 4);

const ACTIVATIONS: PlotFigure = {
  kind: "plot",
  title: "ReLU goes on rising where tanh has gone flat",
  x: { label: "what arrives", scale: "linear" },
  y: { label: "what leaves", scale: "linear" },
  series: [
    { label: "ReLU", role: "output", points: ARGUMENTS.map((x) => [x, Math.max(0, x)]) },
    { label: "tanh", role: "gradient", points: ARGUMENTS.map((x) => [x, Math.tanh(x)]) },
  ],
};

/** The networks that everyone names, and the one idea of each. */
export const ARCHITECTURE_CARDS: readonly DeckCard[] = [
  {
    number: 18,
    topic: "Architectures",
    title: "What AlexNet brought",
    question:
      "AlexNet won the ImageNet challenge of 2012 by a wide margin. Which of its ideas is usually named first, and what else belonged to it?",
    answer:
      "ReLU activations, with which a deep network trains much faster; dropout, data augmentation and GPUs belonged to it.",
    reason:
      "A sigmoid or tanh goes flat on both sides, and where it is flat hardly any gradient passes. ReLU is flat on one side only: for every positive input its slope is one, so it takes nothing off a gradient that passes, and it costs next to nothing. That let so large a network be trained in days; two GPUs held it, and dropout and augmentation kept its 60 million weights from learning the images by heart. It is the combination that won.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck names ReLU alone. It is the answer that is usually asked for, but the authors credit dropout, augmentation and training on GPUs as well.",
    },
    misconceptions: [
      {
        claim:
          "Convolution with shared weights, which no network for images had used; pooling and backpropagation belonged to it.",
        because: "LeNet had all three, more than a decade before.",
      },
      {
        claim:
          "Batch normalisation, which keeps the values of every layer in range; large learning rates belonged to it.",
        because:
          "Batch normalisation came in 2015. AlexNet had local response normalisation, which was soon given up.",
      },
      {
        claim:
          "Shortcuts around its layers, through which gradients pass; a depth of over a hundred layers belonged to it.",
        because: "Those are ResNet’s. AlexNet has eight layers that learn, one after another.",
      },
    ],
    sources: [
      "Krizhevsky, Sutskever, Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks",
    ],
    exercises: ["relu-forward", "relu-backward"],
    neighbours: [7, 19, 20],
    picture: { kind: "figure", figure: ACTIVATIONS },
    given: ["2012", "60", "2015"],
  },
  {
    number: 19,
    topic: "Architectures",
    title: "VGG’s small kernels",
    question:
      "Which architecture is known for using 3×3 convolutions throughout, and what does it gain by that?",
    answer:
      "VGG: {{layers}} such layers in a row see {{field}}×{{field}} cells, as one large kernel does, with fewer weights and more ReLUs.",
    reason:
      "Each 3×3 layer adds two cells to what is seen, so a stack reaches as far as a large kernel. Its weights grow with the number of layers, those of a single kernel with the square of its side: with $C$ channels in and out, ${{stackFactor}} C^2$ against ${{singleFactor}} C^2$, that is about {{percentMore}} % more for the large one. And each small layer has an activation of its own, so the stack can follow more complicated functions.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that VGG uses 3×3 kernels only. That is so in VGG-16 (configuration D) and VGG-19; configuration C of the same paper has 1×1 kernels too.",
    },
    misconceptions: [
      {
        claim:
          "GoogLeNet: with kernels of one size its branches have equal shapes, so that their outputs can be added up.",
        because:
          "GoogLeNet’s branches have kernels of several sizes, and their outputs are concatenated.",
      },
      {
        claim:
          "VGG: {{layers}} such layers in a row see 9×9 cells, since each adds its full side, with the weights of a single one.",
        because:
          "Neighbouring windows overlap, so each layer adds its side less one; and every layer has weights of its own.",
      },
      {
        claim:
          "AlexNet: small kernels let its first layer keep the full size of the image, so that no detail is lost.",
        because: "AlexNet’s first kernels are 11×11 and move four cells at a time.",
      },
    ],
    sources: [
      "Simonyan, Zisserman 2015, Very Deep Convolutional Networks for Large-Scale Image Recognition",
    ],
    worked: "receptive-field",
    exercises: ["stacked-kernels", "stacked-saving", "receptive-field"],
    neighbours: [1, 18, 21, 37],
    lab: "stacked-kernels",
    picture: { kind: "lab" },
    given: ["3", "9", "11", "16", "19", "1", "2"],
  },
  {
    number: 20,
    topic: "Architectures",
    title: "Residual learning",
    question:
      "Which architecture introduced residual learning, and how does it make very deep networks trainable?",
    answer:
      "ResNet: a block computes $y = F(x) + x$, so its layers learn only a change to $x$, and the gradient also passes straight through the sum.",
    reason:
      "Plain networks got worse when they were made very deep, on their own training data too; the paper calls it degradation. Yet more layers could simply do nothing. With a shortcut that is easy: $F$ only has to be near zero. Backward, a sum hands its gradient to both of its terms, so $x$ gets what comes through $F$ and, on top, all that arrived. In a block with small weights, say, at most {{through}} arrives through $F$, and {{straight}} along the shortcut.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "DenseNet: a block concatenates its input with its output, so each layer sees all earlier ones, and no gradient has to pass through a sum.",
        because:
          "That is how DenseNet works, but it came after ResNet, and what is concatenated is not a residual.",
      },
      {
        claim:
          "ResNet: a block skips its layers wherever they are not needed, so the network is no deeper than each image demands.",
        because:
          "Both ways are always computed and added. Nothing is chosen, and the network is as deep as it looks.",
      },
      {
        claim:
          "ResNet: a block multiplies its input by a learned gate between zero and one, so the gradient passes wherever the gate is open.",
        because:
          "Gates are the idea of highway networks. ResNet’s shortcut has no gate and is always open.",
      },
    ],
    sources: ["He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition"],
    worked: "backward-pass",
    exercises: [],
    neighbours: [18, 22, 61],
    lab: "residual-block",
    picture: { kind: "lab" },
  },
  {
    number: 21,
    topic: "Architectures",
    title: "Inception modules",
    question: "What is an inception module, and which architecture is built of them?",
    answer:
      "GoogLeNet’s block: 1×1, 3×3 and 5×5 convolutions and a pooling work side by side on one input, and their channels are concatenated.",
    reason:
      "What matters in an image may be small or large, so the block looks with several kernel sizes at once and lets the next layer choose. All branches keep the plane’s size, so their channels can be laid on one another: {{out}} of them in the first block. A 1×1 convolution in front of each large kernel first reduces the channels. Without these that block would have {{naiveParameters}} parameters; with them it has {{parameters}}.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "GoogLeNet’s block: 1×1, 3×3 and 5×5 convolutions and a pooling follow one another, each on what the one before it has made.",
        because: "That would be a chain. In the block all branches read the same input.",
      },
      {
        claim:
          "ResNet’s block: 1×1, 3×3 and 1×1 convolutions follow one another, and the input of the block is added to what they make.",
        because: "That is a residual block with a bottleneck: one branch and a shortcut.",
      },
      {
        claim:
          "GoogLeNet’s block: 1×1, 3×3 and 5×5 convolutions work side by side on one input, and the strongest answer of each cell is kept.",
        because:
          "Nothing is thrown away: the channels of all branches are kept, one after another.",
      },
    ],
    sources: [
      "Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich 2015, Going Deeper with Convolutions",
    ],
    worked: "channels-and-filters",
    exercises: ["bottleneck", "bottleneck-saving", "pointwise"],
    neighbours: [19, 20, 22],
    lab: "inception-branches",
    picture: { kind: "lab" },
    given: ["1", "3", "5"],
  },
  {
    number: 22,
    topic: "Architectures",
    title: "Global average pooling",
    question:
      "What replaced the large fully connected layers at a classifier’s end, and which architecture began it?",
    answer:
      "Global average pooling, begun by Network in Network: each feature map becomes its mean, and at most one fully connected layer follows.",
    reason:
      "A fully connected layer on all values of the last feature maps has a weight for each value and class. The mean over each map leaves one number a channel, which needs no weights at all and does not ask how large the image was. For 512 maps of 7×7 and 1000 classes, {{flatParameters}} parameters become {{gapParameters}}, about {{times}} times fewer; and with so much less to fit, there is less to overfit.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck credits ResNet. Global average pooling came with Network in Network and GoogLeNet before it, and ResNet still has one fully connected layer after the pooling.",
    },
    misconceptions: [
      {
        claim:
          "Global average pooling, begun by ResNet: each feature map becomes its mean. No fully connected layer is left anywhere in the network.",
        because:
          "Network in Network had it before, and in GoogLeNet and ResNet a fully connected layer still turns the means into class scores.",
      },
      {
        claim:
          "Global max pooling, begun by VGG: each feature map becomes its largest value, which goes straight into the softmax.",
        because:
          "VGG is the one with large fully connected layers; they hold most of its weights. And the pooling meant here takes means.",
      },
      {
        claim:
          "Flattening, begun by GoogLeNet: the feature maps are laid out in one row, which needs no weights, before one fully connected layer.",
        because:
          "Flattening has no weights, but it is what makes the layer after it so large: every value needs a weight for each class.",
      },
    ],
    sources: [
      "Lin, Chen, Yan 2014, Network in Network",
      "Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich 2015, Going Deeper with Convolutions",
      "He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition",
    ],
    worked: "counting",
    exercises: ["global-avg-pool", "linear-parameters", "flatten-size"],
    neighbours: [20, 21, 34],
    lab: "gap-head",
    picture: { kind: "lab" },
    given: ["512", "7", "1000"],
  },
];
