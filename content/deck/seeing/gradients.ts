import type { DeckCard } from "../card";

/** Looking by gradients for the input: climbing a score, ReLU on the way back, saliency. */
export const GRADIENT_CARDS: readonly DeckCard[] = [
  {
    number: 43,
    topic: "Seeing inside",
    title: "Gradient ascent on the input",
    question:
      "What does gradient ascent change when it is used to look into a network, and in which direction?",
    answer:
      "It changes the input, along the gradient of a score, so that the score grows; the weights stay as they are.",
    reason:
      "The gradient points to where the score grows fastest, so adding a little of it raises the score: $x \\leftarrow x + \\eta \\cdot \\partial S / \\partial x$. It is the same backward pass as in training, carried on to the input. In a small layer, say, one step with $\\eta = {{eta}}$ takes the score from {{before}} to {{first}}, where a step of descent would have taken it to {{firstDown}}.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "It changes the weights, along the gradient of the loss, so that the loss grows; the input stays as it is.",
        because:
          "That would undo training. Here the trained network is what we look at, and only the image moves.",
      },
      {
        claim:
          "It changes the input, against the gradient of a score, just as training changes the weights against that of the loss.",
        because:
          "Training wants its loss to fall, so it subtracts. Here the score is to grow, so the gradient is added.",
      },
      {
        claim:
          "It changes the input at random, and keeps those changes that happen to raise the score.",
        because:
          "That would be a search without gradients. One backward pass gives the best small change for all pixels at once.",
      },
    ],
    sources: [
      "Erhan, Bengio, Courville, Vincent 2009, Visualizing Higher-Layer Features of a Deep Network",
      "Simonyan, Vedaldi, Zisserman 2014, Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency Maps",
    ],
    worked: "backward-pass",
    exercises: ["conv-input-gradient", "linear-backward"],
    neighbours: [50, 45, 51],
    lab: "gradient-ascent",
    picture: { kind: "lab" },
  },
  {
    number: 44,
    topic: "Seeing inside",
    title: "Guided backpropagation",
    question: "At a ReLU on the way back, which gradients does guided backpropagation let through?",
    answer:
      "Only those that are positive themselves and arrive where the forward input was positive.",
    reason:
      "Plain backpropagation asks whether the forward input was above 0; the deconvnet asks whether the arriving gradient is. Guided backpropagation asks both, so that only paths remain on which every unit was active and every unit speaks for the score. That makes the picture clean. Of {{cells}} cells with signs of every kind, say, something passes in {{backprop}} by backpropagation, in {{deconvnet}} by the deconvnet, and in {{guided}} by the guided rule. Clean is not yet faithful: such pictures change little when the upper layers are scrambled.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck’s wording is loose. Two conditions must both hold on the way back: forward input above 0, and arriving gradient above 0.",
    },
    misconceptions: [
      {
        claim:
          "All those that arrive where the forward input was positive, whether they are positive or negative themselves.",
        because: "That is plain backpropagation, which keeps negative gradients.",
      },
      {
        claim:
          "All those that are positive themselves, whether or not the forward input was positive at that place.",
        because:
          "That is the deconvnet’s rule. It lets gradients through units that were not active at all.",
      },
      {
        claim:
          "All of them, with their signs removed, since only the strength of a gradient matters.",
        because:
          "A negative gradient speaks against the score. Without its sign it would count as support.",
      },
    ],
    sources: [
      "Springenberg, Dosovitskiy, Brox, Riedmiller 2015, Striving for Simplicity: The All Convolutional Net",
      "Zeiler, Fergus 2014, Visualizing and Understanding Convolutional Networks",
      "Adebayo, Gilmer, Muelly, Goodfellow, Hardt, Kim 2018, Sanity Checks for Saliency Maps",
    ],
    worked: "backward-pass",
    exercises: [],
    neighbours: [45, 49, 43],
    lab: "relu-backward",
    picture: { kind: "lab" },
    given: ["0"],
  },
  {
    number: 45,
    topic: "Seeing inside",
    title: "Saliency maps",
    question: "What does a saliency map show, and how is it computed?",
    answer:
      "How strongly each pixel affects the score of a class: the size of that score’s gradient at the pixel, from one backward pass.",
    reason:
      "Run the image forward, take the score of one class before the softmax, and run one backward pass all the way to the input. Where the gradient is large, a small change of the pixel changes the score much. The sign is dropped, and of the colour channels the largest is kept, so that each pixel gets one shade. It tells what the score is sensitive to, which is not quite the same as what made it high.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "How much each weight of the first layer has learned: the size of the loss’s gradient at that weight, drawn as a picture.",
        because:
          "Gradients for weights serve training. A saliency map has the shape of the image, so its gradient is for the pixels.",
      },
      {
        claim:
          "How active the first layer is at each pixel: its strongest feature map, enlarged and laid over the image.",
        because:
          "Activations of the first layer show edges, whatever the class. A saliency map depends on the class that is asked for.",
      },
      {
        claim:
          "What the network takes to be typical of a class: the image that many steps of gradient ascent on that class’s score lead to.",
        because:
          "That is class visualization, which makes a new image. A saliency map is one gradient at an image that is given.",
      },
    ],
    sources: [
      "Simonyan, Vedaldi, Zisserman 2014, Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency Maps",
    ],
    worked: "backward-pass",
    exercises: ["conv-input-gradient", "linear-backward"],
    neighbours: [46, 43, 44, 47],
    picture: {
      kind: "figure",
      figure: {
        kind: "flow",
        title: "Forward to a score, back to the pixels",
        boxes: [
          { id: "image", column: 0, lane: 0, label: "image", note: "C × H × W", role: "input" },
          { id: "network", column: 1, lane: 0, label: "network", role: "kernel" },
          { id: "score", column: 2, lane: 0, label: "class score", role: "output" },
          { id: "back", column: 2, lane: 1, label: "one backward pass" },
          {
            id: "gradient",
            column: 1,
            lane: 1,
            label: "gradient",
            note: "C × H × W",
            role: "gradient",
          },
          {
            id: "map",
            column: 0,
            lane: 1,
            label: "saliency map",
            note: "H × W",
            role: "gradient",
          },
        ],
        arrows: [
          { from: "image", to: "network" },
          { from: "network", to: "score" },
          { from: "score", to: "back" },
          { from: "back", to: "gradient" },
          { from: "gradient", to: "map" },
        ],
      },
    },
  },
  {
    number: 46,
    topic: "Seeing inside",
    title: "Finding a bias with a saliency map",
    question: "How can a saliency map show that a classifier has learned a bias?",
    answer:
      "Look where the important pixels lie. If they lie on the snow around a wolf and not on the wolf, a wrong cue was learned.",
    reason:
      "If nearly every wolf in the training data stands in snow, then snow predicts the label as well as the wolf does, and the network takes the easier cue. A test set of the same kind has the same snow, so the accuracy looks fine. A map of what the score depends on gives it away at a glance. The well-known example of wolves and huskies was found with LIME, another explanation of single predictions; the idea is the same.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Compare the maps of two classes. The class whose map is brighter overall is the one that the network is biased towards.",
        because:
          "Each map is scaled by its own largest value. What counts is where the bright pixels lie.",
      },
      {
        claim:
          "Check that the map covers the whole image evenly. If it does not, the network ignores pixels that it should have used.",
        because:
          "A good classifier does look more at the object than at the rest. Uneven is what one hopes for.",
      },
      {
        claim:
          "It cannot: a bias shows in the accuracy on test images, and a map of a single image adds nothing to that.",
        because:
          "Test images from the same source share the bias, so the accuracy stays high while the cue is wrong.",
      },
    ],
    sources: [
      "Ribeiro, Singh, Guestrin 2016, “Why Should I Trust You?” Explaining the Predictions of Any Classifier",
      "Simonyan, Vedaldi, Zisserman 2014, Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency Maps",
    ],
    exercises: [],
    neighbours: [45, 47, 53],
    picture: {
      kind: "figure",
      figure: {
        kind: "table",
        title: "One answer, two maps",
        head: ["the network says", "the map is bright on", "what it has learned"],
        rows: [
          ["wolf", "the animal", "what a wolf looks like"],
          ["wolf", "the snow around it", "where wolves were photographed"],
        ],
      },
    },
  },
  {
    number: 50,
    topic: "Seeing inside",
    title: "Drawing what a class looks like",
    question: "Name a practical use of gradient ascent on the input.",
    answer:
      "Class visualization: it turns noise into an image that shows what the network takes a class to look like.",
    reason:
      "The score of the class is a function of the image, so its gradient says how each pixel should change to make the image more like that class. Repeat, and the patterns that the network has learned appear. Two things matter: climb the score before the softmax, since after it one could also win by pushing the other classes down; and pay a price for large values, such as $\\lambda \\cdot \\lVert x \\rVert^2$, or the score grows without end. In one small layer, say, it goes from {{before}} to {{after}}, by the same amount with every step.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Faster training: the weights climb the accuracy directly, where gradient descent on the loss would take a detour.",
        because:
          "Accuracy goes in jumps and has no useful gradient; and here the weights do not move at all.",
      },
      {
        claim:
          "Saliency: from a given photo, it marks the pixels that the score of its class depends on, and leaves the photo as it is.",
        because: "That takes one gradient and no step. Ascent changes the image, again and again.",
      },
      {
        claim:
          "Retrieval: from all training images, it picks the one for which the score of a class is the highest.",
        because:
          "That is a search over images that exist. Ascent makes an image that need not look like any of them.",
      },
    ],
    sources: [
      "Simonyan, Vedaldi, Zisserman 2014, Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency Maps",
      "Yosinski, Clune, Nguyen, Fuchs, Lipson 2015, Understanding Neural Networks Through Deep Visualization",
    ],
    worked: "backward-pass",
    exercises: ["conv-input-gradient", "linear-backward"],
    neighbours: [43, 45, 51],
    lab: "gradient-ascent",
    picture: { kind: "lab", figure: 1 },
    given: ["2"],
  },
];
