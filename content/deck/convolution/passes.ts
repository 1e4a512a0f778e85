import type { DeckCard } from "../card";

/** Forward by multiplying and adding, and the gradients on the way back. */
export const PASSES_CARDS: readonly DeckCard[] = [
  {
    number: 23,
    topic: "Convolution",
    title: "What a kernel does with its window",
    question:
      "Going forward through a convolutional layer, what is computed from the kernel and the patch of the input that it lies on?",
    answer:
      "Each weight is multiplied by the input value beneath it, and the products are added up, with the bias, to one cell of the output.",
    reason:
      "Think of the kernel as a stencil that asks: how much of my pattern is here? Where weights and input are large in the same places, the sum is large. In the picture the first window gives {{products}} products, and with the bias they come to {{y00}}. Then the kernel moves on by one stride and asks again, with the same weights. Where there are several channels, the products of all of them go into the one sum. Strictly this is cross-correlation, since the kernel is not flipped; deep learning calls it convolution all the same.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "The patch and the kernel are multiplied as matrices, rows by columns. The matrix that results is one patch of the output.",
        because:
          "A matrix product mixes whole rows with whole columns. Here only numbers that lie on each other are multiplied, and a single number comes out.",
      },
      {
        claim:
          "Each weight is multiplied by the input value beneath it. The products stay where they are, so a whole patch of the output is filled at once.",
        because:
          "The products are only half of it. They are added up, so that one window becomes one output cell.",
      },
      {
        claim:
          "Each weight is multiplied by the input value beneath it, and the largest of the products is kept. It is one cell of the output.",
        because:
          "Keeping the largest is what max pooling does, which has no weights. A convolution adds all its products up.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, chapter 9",
      "Dumoulin, Visin 2016, A guide to convolution arithmetic for deep learning",
    ],
    worked: "slide-a-kernel",
    exercises: ["conv-forward", "conv-stride-padding", "conv-channels", "spot-the-error"],
    neighbours: [25, 36, 76],
    lab: "convolution",
    picture: { kind: "lab" },
  },
  {
    number: 24,
    topic: "Convolution",
    title: "What goes backward through a convolution",
    question:
      "What does backpropagation compute when it passes through a convolutional layer, and what for?",
    answer:
      "The gradients of the loss by kernel and bias, so that both can be updated, and by the layer’s input, so that earlier layers can learn too.",
    reason:
      "The gradient that arrives, $\\partial L/\\partial Y$, says of every output cell how the loss would change if that cell were a little larger. The layer translates this for everything that made the output: each weight, the bias and each input value. Kernel and bias use theirs for the next update. The input is the output of the layer before, so its gradient is handed on, and that layer does the same. The bias has the simplest one: it was added to every output, so its gradient is the sum of all that arrives, here {{db}}.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck names the gradient of the kernel. The bias has one as well, and without the input’s no earlier layer could learn.",
    },
    misconceptions: [
      {
        claim:
          "The gradient of the loss by the kernel, so that it can be updated, and nothing else: the input is given data, so there is no need for a gradient by it.",
        because:
          "Only the first layer’s input is data. Every other input is the output of a layer that waits for its gradient.",
      },
      {
        claim:
          "The kernel that would have given the desired output. Going backward solves the layer for its weights, which then replace the old ones.",
        because:
          "Gradients are directions, not solutions. The optimiser takes one small step along them and asks again.",
      },
      {
        claim:
          "The layer’s input as it would be recovered from its output, so that the difference from the real input can be made smaller.",
        because:
          "$\\partial L/\\partial X$ has the input’s shape, but its numbers are slopes of the loss, not pixels.",
      },
    ],
    sources: [
      "Rumelhart, Hinton, Williams 1986, Learning representations by back-propagating errors",
      "Goodfellow, Bengio, Courville 2016, Deep Learning, chapters 6 and 9",
    ],
    worked: "backward-pass",
    exercises: ["conv-weight-gradient", "conv-input-gradient", "conv-bias-gradient"],
    neighbours: [25, 35, 79],
    lab: "convolution",
    picture: { kind: "lab", figure: 2 },
  },
  {
    number: 25,
    topic: "Convolution",
    title: "The gradient of one kernel weight",
    question:
      "Going backward, which operation on the input $X$ and the arriving gradient $\\partial L/\\partial Y$ gives the gradient of a kernel weight?",
    answer:
      "Each value of the arriving gradient is multiplied by the input value that the weight met there, and these products are added up.",
    reason:
      "Ask the weight: which outputs did you touch, and what were you multiplied by there? It touched every output, and each time it met one value of the input. So the input value, times what the loss thinks of that output, is the weight’s share, and shares add up. In the picture the first weight has {{outputs}} such products, and they come to {{dw00}}. For all weights together, at a stride of one, that is again a cross-correlation: the arriving gradient slides over the input as if it were the kernel.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Each value of the arriving gradient is multiplied by the weight itself, as the input was going forward, and all these products are added up.",
        because:
          "The slope of weight times input, by the weight, is the input. The weights themselves are needed for $\\partial L/\\partial X$.",
      },
      {
        claim:
          "Each value of the arriving gradient is multiplied by the input value that the weight met, and the largest of these products is taken.",
        because:
          "Every output that the weight touched has a say, not only the loudest. Only max pooling sends a gradient to a single cell.",
      },
      {
        claim:
          "Each value of the arriving gradient is multiplied by the input value that the weight met, and the mean of these products is taken.",
        because:
          "Contributions to a loss add up. Where a mean is wanted, over a batch say, the loss has it, and it is already in what arrives.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.5",
      "PyTorch source code, torch/nn/grad.py (conv2d_weight)",
    ],
    worked: "gradient-for-the-kernel",
    exercises: ["conv-weight-gradient", "conv-weight-gradient-strided"],
    neighbours: [35, 24, 77],
    lab: "convolution",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 35,
    topic: "Convolution",
    title: "The kernel’s gradient, patch by patch",
    question:
      "How is the gradient of the whole kernel put together from patches of the input and the gradient that arrives at the output?",
    answer:
      "Take the patch behind each output cell, multiply it by that cell’s arriving gradient, and add up all the scaled patches. The sum has the kernel’s shape.",
    reason:
      "An output cell is its patch times the kernel, number by number. If the kernel changes a little, the output changes by as much as the patch says: the patch *is* the slope. How much that matters to the loss is the arriving gradient of that cell, so the patch is scaled by it. One kernel made all outputs, hence the sum. In the picture {{outputs}} patches, scaled by {{dy00}}, {{dy01}}, {{dy10}} and {{dy11}}, add up to {{dw00}} at the top left. Going weight by weight adds the same products in another order.",
    deck: {
      verdict: "imprecise",
      remark:
        "The recipe is right. What it calls the downstream gradient is $\\partial L/\\partial Y$; many texts use that word for $\\partial L/\\partial X$, so the symbol is safer.",
    },
    misconceptions: [
      {
        claim:
          "Take the kernel once for each output cell, multiply it by that cell’s arriving gradient, and add the copies up where they stood. The sum is the gradient.",
        because:
          "Stamping scaled kernels onto the plane gives $\\partial L/\\partial X$. It has the input’s shape, not the kernel’s.",
      },
      {
        claim:
          "Take the patch behind each output cell, multiply it by that output cell’s own value, and add up all the scaled patches. The sum has the kernel’s shape.",
        because:
          "The output’s value does not say whether the loss wants more or less of it. The arriving gradient does.",
      },
      {
        claim:
          "Add up all the patches of the input, add up the arriving gradient, and multiply the one sum by the other. The product has the kernel’s shape.",
        because:
          "Each patch goes with its own gradient. A sum of products is not the product of the sums.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.5",
      "Stanford CS231n, course notes, Backpropagation, Intuitions",
    ],
    worked: "gradient-for-the-kernel",
    exercises: ["conv-weight-gradient", "conv-channel-gradient", "conv-weight-gradient-batch"],
    neighbours: [25, 24, 77, 79],
    lab: "convolution",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 36,
    topic: "Convolution",
    title: "What the top-left weight reaches",
    question:
      "True or false: the top-left weight of a 3×3 kernel has a part in every pixel that a convolution puts out.",
    answer:
      "True. Every output pixel uses every weight once. Where the weight stands on zero padding for that, its share is 0.",
    reason:
      "For each output pixel the kernel is laid down whole, so its top-left weight is used each time. What changes is the input value beneath it. In the picture it has a part in {{outputs}} outputs: for {{reached}} of them it stands on the input, for the other {{onPadding}}, along the top and the left, on a zero of the padding. That is also why its gradient is a sum over all outputs. It does not meet every pixel of the *input*: here the last row and the last column never come under it.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that the weight affects all pixels in the image. It is the *output’s* pixels that all use it, and those for which it falls on zero padding get nothing from it.",
    },
    misconceptions: [
      {
        claim:
          "False. Each weight looks after the pixels in its own part of the image, so this one has a part only in the output’s top left.",
        because:
          "The kernel is not stretched over the image. It is laid down anew at every place, with all of its weights.",
      },
      {
        claim:
          "True. It adds the same amount to every output pixel, since a shared weight does the same thing at every place.",
        because:
          "The weight is the same everywhere, but it is multiplied by another input value at each place, so its share differs.",
      },
      {
        claim:
          "False. A pixel is shaped by the weight in the kernel’s middle. The weights around it only pass on what the neighbours hold.",
        because:
          "The middle weight has no special part. Each output is the sum of all products, of the corners as well.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, chapter 9",
      "Dumoulin, Visin 2016, A guide to convolution arithmetic for deep learning",
    ],
    worked: "gradient-for-the-kernel",
    exercises: ["conv-weight-gradient", "conv-stride-padding"],
    neighbours: [23, 25, 31],
    lab: "one-weight",
    picture: { kind: "lab" },
    given: ["3", "0"],
  },
];
