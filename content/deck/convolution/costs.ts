import type { DeckCard } from "../card";

/** What a convolution keeps and learns, beside a fully connected layer. */
export const COST_CARDS: readonly DeckCard[] = [
  {
    number: 33,
    topic: "Convolution",
    title: "Memory: convolutional or fully connected",
    question:
      "Convolutional layers or fully connected layers: which usually need more memory for the values that they compute, and why?",
    answer:
      "Usually the convolutional ones. They put out whole planes of values for every image, and training keeps these until the gradient comes back.",
    reason:
      "Sort what is stored into two heaps. Activations belong to the images and are needed again in the backward pass; parameters belong to the layer and are stored once. A convolution’s heap of activations is large: with {{batch}} images at once, the one in the lab puts out {{convOutputs}} values, a fully connected layer of {{units}} units on the same images only {{usualOutputs}}. It is a rule of thumb, not a law. A fully connected layer with as many outputs would keep just as much, and where its weights are counted too, it can be far larger.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that the CNN uses more. That is typical of activations, not a law: an FC layer’s weights can outweigh them, and which is larger is best computed.",
    },
    misconceptions: [
      {
        claim:
          "Usually the fully connected ones. Each of their outputs is joined to every input, and all these joins are values to be kept for the gradient.",
        because:
          "The joins are weights. They make many parameters, but each unit puts out only one number for each image.",
      },
      {
        claim:
          "Usually the convolutional ones. They store a copy of the kernel for every place of the image at which it is used.",
        because:
          "The kernel is stored once, whatever the number of places. What there is much of is its output.",
      },
      {
        claim:
          "Neither. Both have to keep the image that they read, so the memory depends on the input alone and not on the kind of layer.",
        because:
          "What a layer puts out is kept as well, since the next one needs it for its gradient, and there the two differ widely.",
      },
    ],
    sources: [
      "Stanford CS231n, course notes, Convolutional Neural Networks: Architectures, Convolution / Pooling Layers",
      "Krizhevsky 2014, One weird trick for parallelizing convolutional neural networks",
    ],
    worked: "counting",
    exercises: ["activation-memory", "training-memory", "conv-against-linear"],
    neighbours: [34, 83, 82],
    lab: "conv-against-fc",
    picture: { kind: "lab" },
  },
  {
    number: 34,
    topic: "Convolution",
    title: "Parameters: convolutional or fully connected",
    question:
      "Convolutional layers or fully connected layers: which usually have more parameters to learn, and why?",
    answer:
      "Usually the fully connected ones. Every pair of input and output has a weight of its own; a convolution uses small kernels at every place.",
    reason:
      "Count the weights of one output. A fully connected unit needs one for each input value, and no other unit may use them. An output of a convolution needs one for each cell of its window, in every channel, and all places share them: the size of the image does not come into it. In the lab the convolution learns {{convParameters}} numbers. A fully connected layer of {{units}} units learns {{usualParameters}}, and one with as many outputs as the convolution {{twinParameters}}. It is a rule of thumb: between many channels a convolution can have more weights than a small classifier at the end.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says FC. That is the usual case, not a law: a late convolution between hundreds of channels can have more weights than a small FC layer.",
    },
    misconceptions: [
      {
        claim:
          "Usually the convolutional ones. Their kernels are used at every place of the image, and each of these places adds its weights to the count.",
        because:
          "The places share one set of weights, which is learned and counted once. Places count for the multiplications.",
      },
      {
        claim:
          "Neither, as long as both put out equally many values. Each value that is put out needs weights, so equally many outputs take equally many.",
        because:
          "They would, if nothing were shared. Sharing is just what lets a convolution make many outputs from few weights.",
      },
      {
        claim:
          "Usually the fully connected ones. Each of their units has a bias, and a convolution, which only multiplies and adds, has none.",
        because:
          "A convolution has a bias for each filter. Biases are few in either layer; what makes the difference is the weights.",
      },
    ],
    sources: [
      "Krizhevsky 2014, One weird trick for parallelizing convolutional neural networks",
      "LeCun, Bottou, Bengio, Haffner 1998, Gradient-Based Learning Applied to Document Recognition",
    ],
    worked: "counting",
    exercises: ["conv-against-linear", "parameters", "linear-parameters", "unshared-parameters"],
    neighbours: [33, 82, 22],
    lab: "conv-against-fc",
    picture: { kind: "lab", figure: 1 },
  },
];
