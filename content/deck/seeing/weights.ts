import type { DeckCard } from "../card";

/** Looking at what is stored and what it answers: weights, features and activations. */
export const WEIGHT_CARDS: readonly DeckCard[] = [
  {
    number: 38,
    topic: "Seeing inside",
    title: "A picture of a fully connected node",
    question: "How can the weights of one node of a fully connected layer be looked at?",
    answer:
      "Write them back into rows, in the shape of the image that the layer takes in, and show them as shades of grey.",
    reason:
      "A node that is connected to every pixel has exactly one weight for each. Flattening only wrote the pixels in a row, so writing the weights back into rows puts each where its pixel was. Bright weights ask for light there and dark ones for the opposite: the picture is the template that the node compares an image with. For a node further in, the weights belong to features, not pixels, and the picture says much less.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Collect the node’s outputs for many images, arrange them in a square in the order of the images, and show them as shades of grey.",
        because: "Those are activations, which change with the images; the weights stay the same.",
      },
      {
        claim:
          "Slide its weights over an image like a kernel, and show the map of the results as a picture.",
        because:
          "The node has as many weights as the image has pixels: it fits in one place only and gives one number.",
      },
      {
        claim:
          "It cannot be done: once the image has been flattened to a row, no weight has a place in the picture any more.",
        because:
          "Flattening keeps the order, so the place of each weight can be read off its position in the row.",
      },
    ],
    sources: ["Stanford CS231n, course notes, Linear Classification (weights as templates)"],
    exercises: [],
    neighbours: [39, 43, 50],
    lab: "weights-as-image",
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "Back along the way that the image came",
        boxes: [
          { id: "image", column: 0, lane: 0, label: "image", note: "H × W", role: "input" },
          { id: "flat", column: 1, lane: 0, label: "flattened", note: "H·W pixels", role: "input" },
          { id: "node", column: 2, lane: 0, label: "node", note: "H·W weights", role: "kernel" },
          { id: "score", column: 3, lane: 0, label: "output", note: "one number", role: "output" },
          { id: "plane", column: 2, lane: 1, label: "in rows", note: "H × W", role: "kernel" },
          { id: "picture", column: 1, lane: 1, label: "picture", note: "shades of grey" },
        ],
        arrows: [
          { from: "image", to: "flat" },
          { from: "flat", to: "node" },
          { from: "node", to: "score" },
          { from: "node", to: "plane" },
          { from: "plane", to: "picture" },
        ],
      },
    },
  },
  {
    number: 39,
    topic: "Seeing inside",
    title: "A picture of a kernel",
    question: "How can a kernel of a convolutional layer be looked at?",
    answer:
      "Stretch its weights so that the smallest becomes 0 and the largest 255, and show them as shades of grey.",
    reason:
      "Weights are small and often negative, so they cannot be shown as they are. Subtract the smallest, divide by the range, multiply by 255: the order and the spacing stay, and every weight becomes a shade. With weights from {{least}} to {{most}}, say, a weight of 0 comes out as {{zero}}, which is a grey and not black. A kernel over the three colours of an image is a little colour picture; deeper kernels have one plane for each input channel and are harder to read.",
    deck: {
      verdict: "imprecise",
      remark:
        "The scaling is right. But the deck calls the result a feature map: that is what the layer puts out for an image. Scaled weights are a picture of the kernel itself.",
    },
    misconceptions: [
      {
        claim:
          "Convolve an image with it, stretch what comes out so that it runs from 0 to 255, and show that as shades of grey.",
        because:
          "That is a feature map. It shows where this image has the pattern, and another image gives another map.",
      },
      {
        claim:
          "Set its negative weights to 0, as ReLU does, scale the rest up to 255, and show them as shades of grey.",
        because:
          "Negative weights say where the kernel wants darkness. Without them half of its pattern is gone.",
      },
      {
        claim:
          "Divide its weights by 255, so that all of them lie between 0 and 1, and show them as shades of grey.",
        because:
          "That maps bytes to small numbers. Weights are small already, and the negative ones would stay negative.",
      },
    ],
    sources: [
      "Krizhevsky, Sutskever, Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks",
      "Zeiler, Fergus 2014, Visualizing and Understanding Convolutional Networks",
    ],
    worked: "channels-and-filters",
    exercises: [],
    neighbours: [38, 41, 42],
    lab: "weights-as-image",
    picture: { kind: "lab" },
    given: ["0", "255", "1"],
  },
  {
    number: 40,
    topic: "Seeing inside",
    title: "What t-SNE keeps",
    question: "What does t-SNE do with a network’s features, and what does its picture keep?",
    answer:
      "It maps them non-linearly to a plane so that close neighbours stay neighbours; far distances say little.",
    reason:
      "t-SNE turns distances into similarities: how likely each point is to pick each other point as its neighbour. It then moves the points of the plane until their similarities match those of the features. To tear neighbours apart costs much; to place strangers a bit too close costs little. So trust who lies beside whom, and read nothing into the size of a cluster or the gap between two; both change with the setting called perplexity.",
    deck: {
      verdict: "imprecise",
      remark:
        "The non-linear map to a plane is right. But pairwise distances are not kept: what is kept is the neighbourhood of each point.",
    },
    misconceptions: [
      {
        claim:
          "It projects them linearly onto the two directions in which they vary the most, and keeps as much of the variance as it can.",
        because: "That is principal component analysis. The map of t-SNE is not linear.",
      },
      {
        claim:
          "It maps them non-linearly to a plane and keeps every pairwise distance, so that lengths in the picture can be measured.",
        because:
          "Many dimensions do not fit in a plane at true lengths. t-SNE gives up the far distances to keep the near ones in order.",
      },
      {
        claim:
          "It sorts them into classes and draws each class as a cluster of its own, as a classifier would.",
        because:
          "It knows no labels. Where clusters appear, the features made them; colours are added afterwards.",
      },
    ],
    sources: [
      "Van der Maaten, Hinton 2008, Visualizing Data using t-SNE",
      "Wattenberg, Viégas, Johnson 2016, How to Use t-SNE Effectively",
    ],
    exercises: [],
    neighbours: [38, 42, 45],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "From images to a map of neighbours",
        boxes: [
          { id: "images", column: 0, lane: 0, label: "images", role: "input" },
          { id: "network", column: 1, lane: 0, label: "network", role: "kernel" },
          {
            id: "features",
            column: 2,
            lane: 0,
            label: "features",
            note: "many dimensions",
            role: "output",
          },
          { id: "tsne", column: 3, lane: 0, label: "t-SNE", note: "match similarities" },
          {
            id: "map",
            column: 4,
            lane: 0,
            label: "points",
            note: "two dimensions",
            role: "output",
          },
        ],
        arrows: [
          { from: "images", to: "network" },
          { from: "network", to: "features" },
          { from: "features", to: "tsne" },
          { from: "tsne", to: "map" },
        ],
      },
    },
  },
  {
    number: 41,
    topic: "Seeing inside",
    title: "What the strongest activation points to",
    question:
      "You see an image and the feature map that one kernel makes of it. What does the map’s strongest cell show you?",
    answer:
      "Which patch of the input the kernel responds to most: the one that this cell was computed from.",
    reason:
      "Each cell of the map says how well one patch of the input fits the kernel’s pattern, so the largest cell marks the best fit. To find the patch, walk back: its first row and column are those of the cell times the stride, less the padding. Under a 3×3 kernel at stride 1 and without padding, a cell in row {{row}}, column {{column}}, counted from 0, sees rows {{top}} to {{bottom}} and columns {{left}} to {{right}} of the input. Deep in a network the patch is the cell’s whole receptive field.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck speaks of an area of the kernel. The area lies in the input: the kernel is what responds there.",
    },
    misconceptions: [
      {
        claim:
          "Which part of the kernel matters most, since its largest weight stands at the strongest cell’s place.",
        because:
          "A map has a cell for each position of the kernel, not for each weight. Every cell uses all weights.",
      },
      {
        claim:
          "Which patch of the input is the brightest, since the map copies the image at a coarser scale.",
        because:
          "A kernel answers to its pattern. One whose weights add up to zero gives nothing at all on a patch that is evenly bright.",
      },
      {
        claim:
          "Where the object lies that the network will name, since the strongest cell marks the predicted class.",
        because:
          "One kernel knows no class. Many maps, and the layers after them, decide what is named.",
      },
    ],
    sources: [
      "Zeiler, Fergus 2014, Visualizing and Understanding Convolutional Networks",
      "Girshick, Donahue, Darrell, Malik 2014, Rich Feature Hierarchies for Accurate Object Detection and Semantic Segmentation",
    ],
    worked: "slide-a-kernel",
    exercises: [],
    neighbours: [1, 39, 47],
    lab: "strongest-activation",
    picture: { kind: "lab" },
    given: ["3", "1", "0"],
  },
  {
    number: 42,
    topic: "Seeing inside",
    title: "Why pictures of a network are hard to trust",
    question: "Name two reasons why it is hard to say what a visualization of a network shows.",
    answer:
      "No measure says how useful the picture is, so people must be asked; and a concept is spread over many units, not tied to one.",
    reason:
      "A classifier can be scored against labels, but for an explanation there is no right answer to compare with: whether it helps is found out by studies with people, or by tests such as whether it changes when the weights are scrambled. And networks learn distributed representations: a wheel may light up dozens of units, each of which also answers to other things. So the picture of one unit is a part of a pattern, and naming it after what we see in it can mislead.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Kernels are too small to be seen, and their weights change with every image that is put in, so no picture of them lasts.",
        because:
          "They are small but can be enlarged, and after training they stay the same whatever the image.",
      },
      {
        claim:
          "Gradients exist for weights only, and hidden layers cannot be read out, so pictures have to be guessed from the outputs.",
        because:
          "Both can be had: any activation can be read, and backpropagation reaches the input as well.",
      },
      {
        claim:
          "Each unit stands for one concept, but the network does not say which; and there are far too many units to look at all of them one by one.",
        because:
          "Many units answer to several things, and many concepts need several units. That is what a distributed representation means.",
      },
    ],
    sources: [
      "Doshi-Velez, Kim 2017, Towards a Rigorous Science of Interpretable Machine Learning",
      "Adebayo, Gilmer, Muelly, Goodfellow, Hardt, Kim 2018, Sanity Checks for Saliency Maps",
      "Szegedy, Zaremba, Sutskever, Bruna, Erhan, Goodfellow, Fergus 2014, Intriguing Properties of Neural Networks",
    ],
    exercises: [],
    neighbours: [39, 40, 44],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "A distributed representation: many to many",
        boxes: [
          { id: "wheel", column: 0, lane: 0, label: "a wheel", role: "input" },
          { id: "fur", column: 0, lane: 1, label: "fur", role: "input" },
          { id: "sky", column: 0, lane: 2, label: "the sky", role: "input" },
          { id: "first", column: 1, lane: 0, label: "unit A", role: "output" },
          { id: "second", column: 1, lane: 1, label: "unit B", role: "output" },
          { id: "third", column: 1, lane: 2, label: "unit C", role: "output" },
        ],
        arrows: [
          { from: "wheel", to: "first" },
          { from: "wheel", to: "second" },
          { from: "fur", to: "second" },
          { from: "fur", to: "third" },
          { from: "sky", to: "first" },
          { from: "sky", to: "third" },
        ],
      },
    },
  },
];
