import type { DeckCard } from "../card";

/** Heat maps from the last convolutional layer. */
export const GRAD_CAM_CARDS: readonly DeckCard[] = [
  {
    number: 47,
    topic: "Seeing inside",
    title: "What Grad-CAM is for",
    question: "What does Grad-CAM show about an image and a class?",
    answer:
      "A coarse heat map: the regions of the image that contribute most to that class’s score.",
    reason:
      "The last convolutional layer still knows where things are, and its features already mean something to the classifier. Grad-CAM asks which of its maps speak for the class, and shows where these are active. Ask for another class and the heat moves: on a picture with a cat and a dog, each lights up for its own name. The map is as coarse as that layer, and is enlarged to lie over the image. Nothing has to be retrained.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "A sharp drawing of the edges that the network used, nearly the same for every class.",
        because:
          "That describes guided backpropagation. Grad-CAM is coarse, and depends on the class.",
      },
      {
        claim:
          "A new image, made from noise, that the network takes for a typical one of its class.",
        because:
          "That is class visualization by gradient ascent. Grad-CAM explains an image that is given.",
      },
      {
        claim:
          "An outline of the object of that class, as exact as the masks drawn by people that it learned from.",
        because:
          "That is segmentation. Grad-CAM needs no masks and no training, and its borders are soft.",
      },
    ],
    sources: [
      "Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017, Grad-CAM: Visual Explanations from Deep Networks via Gradient-Based Localization",
    ],
    exercises: [],
    neighbours: [48, 49, 45],
    picture: {
      kind: "figure",
      figure: {
        kind: "table",
        title: "Four ways to explain one image",
        head: ["method", "detail", "depends on the class"],
        rows: [
          ["saliency map", "each pixel, noisy", "yes, but hard to see"],
          ["guided backpropagation", "each pixel, clean", "hardly"],
          ["Grad-CAM", "coarse regions", "yes"],
          ["Guided Grad-CAM", "each pixel, clean", "yes"],
        ],
      },
    },
  },
  {
    number: 48,
    topic: "Seeing inside",
    title: "How Grad-CAM works",
    question: "How is the Grad-CAM map of a class computed?",
    answer:
      "Average the gradient of the class’s score over each map of the last convolutional layer, weight the maps by that, add up, apply ReLU.",
    reason:
      "The averaged gradient says how strongly the score $y_c$ answers to the map $A^k$: $\\alpha_k = \\operatorname{mean}_{i,j}\\, \\partial y_c / \\partial A^k_{i,j}$. So it is the weight of that map for this class. The weighted sum $\\sum_k \\alpha_k A^k$ then shows where the maps that matter are active. ReLU keeps what speaks for the class and drops what speaks for others.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck names the parts but not how they fit: the weight of a map is its gradient averaged over all positions, and the weighted maps are added before the ReLU.",
    },
    misconceptions: [
      {
        claim:
          "Average each feature map of the last convolutional layer over its positions, weight the map by that average, add up and apply ReLU.",
        because:
          "Then the class would not enter at all. The weights must come from the gradient of its score.",
      },
      {
        claim:
          "Take the gradient of the class’s score for every pixel of the input, blur it to a coarse map, and apply ReLU to that.",
        because:
          "That would be a smoothed saliency map. Grad-CAM stops at the last convolutional layer and uses its activations.",
      },
      {
        claim:
          "Add the gradients of the class’s score over all channels of the last convolutional layer, position by position, and apply ReLU.",
        because:
          "The activations are missing. The gradient only weights the maps; where they are active decides where the heat is.",
      },
    ],
    sources: [
      "Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017, Grad-CAM: Visual Explanations from Deep Networks via Gradient-Based Localization",
    ],
    worked: "backward-pass",
    exercises: ["global-avg-pool"],
    neighbours: [47, 49, 22],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "Maps weighted by their averaged gradients",
        boxes: [
          {
            id: "maps",
            column: 0,
            lane: 0,
            label: "last maps Aᵏ",
            note: "K × h × w",
            role: "output",
          },
          { id: "sum", column: 1, lane: 0, label: "weighted sum", note: "h × w", role: "output" },
          { id: "relu", column: 2, lane: 0, label: "ReLU", note: "h × w" },
          {
            id: "heat",
            column: 3,
            lane: 0,
            label: "heat map",
            note: "enlarged to H × W",
            role: "output",
          },
          {
            id: "gradient",
            column: 0,
            lane: 1,
            label: "gradient of the score",
            note: "K × h × w",
            role: "gradient",
          },
          {
            id: "mean",
            column: 1,
            lane: 1,
            label: "mean of each map",
            note: "K weights",
            role: "gradient",
          },
        ],
        arrows: [
          { from: "maps", to: "sum" },
          { from: "gradient", to: "mean" },
          { from: "mean", to: "sum", label: "weights" },
          { from: "sum", to: "relu" },
          { from: "relu", to: "heat" },
        ],
      },
    },
  },
  {
    number: 49,
    topic: "Seeing inside",
    title: "Guided Grad-CAM",
    question: "What does Guided Grad-CAM add to Grad-CAM?",
    answer:
      "Fine detail: it multiplies the enlarged Grad-CAM map, pixel by pixel, by the picture of guided backpropagation.",
    reason:
      "Each has what the other lacks. Guided backpropagation is sharp, but its picture hardly depends on the class; Grad-CAM knows the class, but is coarse. Multiplied, the heat map acts as a soft mask: outside the regions of the class it is near zero and wipes the detail out, inside it lets the detail stand.",
    deck: {
      verdict: "imprecise",
      remark:
        "The product is right. What the deck leaves out: the coarse map must first be enlarged to the size of the image, and the product is taken pixel by pixel.",
    },
    misconceptions: [
      {
        claim:
          "Cleaner weights: it computes the Grad-CAM map as before, but with guided backpropagation’s rule at every ReLU on the way to it.",
        because:
          "The heat map keeps its ordinary gradients. The two pictures are made apart and multiplied at the end.",
      },
      {
        claim:
          "A second view: it adds the picture of guided backpropagation to the enlarged map, so that what either of them shows can be seen.",
        because:
          "A sum would keep the detail of other objects. A product keeps only what both show.",
      },
      {
        claim:
          "A finer grid: it takes the feature maps of the first convolutional layer instead of the last, which have nearly the image’s size.",
        because:
          "Early maps are fine but mean edges, not classes. Guided Grad-CAM still uses the last layer for the heat.",
      },
    ],
    sources: [
      "Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017, Grad-CAM: Visual Explanations from Deep Networks via Gradient-Based Localization",
    ],
    exercises: [],
    neighbours: [44, 47, 48],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "A coarse map that knows the class, times a fine one that does not",
        boxes: [
          {
            id: "cam",
            column: 0,
            lane: 0,
            label: "Grad-CAM",
            note: "h × w, coarse",
            role: "output",
          },
          { id: "large", column: 1, lane: 0, label: "enlarged", note: "H × W", role: "output" },
          { id: "product", column: 2, lane: 0, label: "pixel by pixel ·", note: "H × W" },
          {
            id: "both",
            column: 3,
            lane: 0,
            label: "Guided Grad-CAM",
            note: "H × W",
            role: "output",
          },
          {
            id: "guided",
            column: 1,
            lane: 1,
            label: "guided backpropagation",
            note: "H × W, fine",
            role: "gradient",
          },
        ],
        arrows: [
          { from: "cam", to: "large" },
          { from: "large", to: "product" },
          { from: "guided", to: "product" },
          { from: "product", to: "both" },
        ],
      },
    },
  },
];
