import type { DeckCard } from "./card";

/** How a network is fooled on purpose, and by what it has learned to look at. */
export const ATTACK_CARDS: readonly DeckCard[] = [
  {
    number: 51,
    topic: "Attacks and biases",
    title: "White-box attacks",
    question: "What does the attacker know in a white-box attack on a network?",
    answer:
      "Everything about the model, weights included, so the exact gradient of the loss for the input can be computed.",
    reason:
      "With the weights in hand, the attacker runs a backward pass to the input, as gradient ascent does, and steps where the loss grows. The best-known attack takes one step along the signs of that gradient, $x + \\varepsilon \\cdot \\operatorname{sign}(\\partial L / \\partial x)$: no pixel changes by more than $\\varepsilon$, which can be too little to see. White-box is the worst case for a defender, so a defence is measured by it.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Only the model’s answers: inputs may be sent in and the predicted classes read, but nothing of the inside is known.",
        because: "That is a black-box attack.",
      },
      {
        claim:
          "Everything about the model, and the attacker may also change its weights before it is used on the input.",
        because:
          "Then nothing would have to be fooled. The model stays as it is; only the input is changed.",
      },
      {
        claim:
          "The training data, but not the weights: the attacker has to train a model of the same kind and attack that one.",
        because:
          "A substitute is what one uses when the weights are hidden. White-box means that they are not.",
      },
    ],
    sources: [
      "Szegedy, Zaremba, Sutskever, Bruna, Erhan, Goodfellow, Fergus 2014, Intriguing Properties of Neural Networks",
      "Goodfellow, Shlens, Szegedy 2015, Explaining and Harnessing Adversarial Examples",
    ],
    worked: "backward-pass",
    exercises: ["conv-input-gradient"],
    neighbours: [52, 43, 53],
    picture: {
      kind: "figure",
      figure: {
        kind: "table",
        title: "Two kinds of attack",
        head: ["", "white-box", "black-box"],
        rows: [
          ["architecture and weights", "known", "hidden"],
          ["the model’s answers", "known", "by asking"],
          ["gradient for the input", "exact", "estimated, or a substitute’s"],
          ["how it goes on", "step along the gradient", "try, look, try again"],
        ],
      },
    },
  },
  {
    number: 52,
    topic: "Attacks and biases",
    title: "Black-box attacks",
    question: "How does a black-box attack find an input that fools a network?",
    answer:
      "By trial and error: it sees only the outputs for the inputs that it sends, and keeps the changes that help.",
    reason:
      "Without the weights there is no exact gradient, but outputs can be had for the asking. From many answers the attacker can search at random, estimate the gradient, or train a substitute model and attack that one: an input that fools the substitute often fools the target too, since different networks share weaknesses. Changing a single pixel has been enough, found by a search that saw nothing but the class probabilities.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "By one backward pass: it computes the gradient of the network’s loss for the input and steps along its signs.",
        because: "That takes the weights, so it is a white-box attack.",
      },
      {
        claim:
          "It does not: without the weights there is no gradient, and a network that keeps them secret is safe.",
        because:
          "Queries can stand in for gradients, and inputs that fool one network often fool another.",
      },
      {
        claim:
          "By slipping wrong examples into the training data, so that the network learns to answer wrongly later on.",
        because:
          "That is data poisoning. It acts before training; this attack meets a network that is finished.",
      },
    ],
    sources: [
      "Papernot, McDaniel, Goodfellow, Jha, Celik, Swami 2017, Practical Black-Box Attacks against Machine Learning",
      "Su, Vargas, Sakurai 2019, One Pixel Attack for Fooling Deep Neural Networks",
    ],
    exercises: [],
    neighbours: [51, 43, 53],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "Two ways without the weights",
        boxes: [
          { id: "input", column: 0, lane: 0, label: "changed input", role: "input" },
          { id: "model", column: 1, lane: 0, label: "model", note: "closed", role: "kernel" },
          { id: "answer", column: 2, lane: 0, label: "its answer", role: "output" },
          { id: "keep", column: 3, lane: 0, label: "keep what helped", note: "and try again" },
          { id: "copy", column: 3, lane: 1, label: "train a substitute", role: "kernel" },
          { id: "transfer", column: 4, lane: 1, label: "attack that", note: "it often transfers" },
        ],
        arrows: [
          { from: "input", to: "model" },
          { from: "model", to: "answer" },
          { from: "answer", to: "keep" },
          { from: "answer", to: "copy", label: "or" },
          { from: "copy", to: "transfer" },
        ],
      },
    },
  },
  {
    number: 53,
    topic: "Attacks and biases",
    title: "Texture against shape",
    question:
      "What did Geirhos and colleagues (2019) find that ImageNet-trained CNNs go by, and what helps?",
    answer:
      "By texture more than by shape. Adding images whose texture misleads moves them to shape, and makes them more robust and accurate.",
    reason:
      "Shown a cat’s outline filled with elephant skin, people say cat and the networks say elephant. Texture is enough to do well on ImageNet, so that is what they learn. The cure was to repaint the training images in the styles of random paintings by style transfer: shape stays, texture misleads. Networks trained on these rely on shape and stand noise and distortions better; trained on both kinds of image, they also classify and detect a little better on ordinary photos.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "By shape, as people do. Texture only misleads them, and training on blurred images, which have none, makes them more accurate.",
        because:
          "It is the other way round: where the two disagree, the networks mostly follow the texture.",
      },
      {
        claim:
          "By colour more than by anything else. Training on grey images moves them to shape, and makes them more robust and accurate.",
        because: "Grey versions of ordinary photos are recognised about as well as the originals.",
      },
      {
        claim:
          "By texture more than by shape. That is what makes them robust, since noise and blur change outlines and leave textures as they are.",
        because:
          "Noise and blur disturb textures most. The networks that go by shape turned out to be the robust ones.",
      },
    ],
    sources: [
      "Geirhos, Rubisch, Michaelis, Bethge, Wichmann, Brendel 2019, ImageNet-Trained CNNs Are Biased Towards Texture; Increasing Shape Bias Improves Accuracy and Robustness",
    ],
    exercises: [],
    neighbours: [54, 46, 2],
    picture: {
      kind: "figure",
      figure: {
        kind: "table",
        title: "A cat’s outline filled with elephant skin",
        head: ["who looks", "mostly says", "so goes by"],
        rows: [
          ["people", "cat", "shape"],
          ["a CNN trained on ImageNet", "elephant", "texture"],
          ["the same CNN trained on stylized images", "cat", "shape"],
        ],
      },
    },
    given: ["2019"],
  },
];
