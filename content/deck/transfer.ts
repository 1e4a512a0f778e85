import type { DeckCard } from "./card";
import { FROM_LARGE_TO_SMALL, KEPT_AND_NEW, TWO_WAYS, WHAT_TO_TRAIN } from "./transfer-pictures";

const YOSINSKI =
  "Yosinski, Clune, Bengio, Lipson 2014, How Transferable Are Features in Deep Neural Networks?";
const HE = "He, Girshick, Dollár 2019, Rethinking ImageNet Pre-training";

/** Starting from what a network has learned elsewhere, and how much data that saves. */
export const TRANSFER_CARDS: readonly DeckCard[] = [
  {
    number: 8,
    topic: "Transfer learning",
    title: "The idea of transfer learning",
    question: "What is the idea behind transfer learning?",
    answer:
      "Features that a network has learned on a large data set are used again to learn a new task.",
    reason:
      "Much of what a network learns about photographs is not about its own classes. Its first layers answer to edges and colours, the next ones to textures and simple shapes, and these are worth having for almost any images. Only the last layers belong to the old task alone. So a new task need not begin from nothing: it takes over the general part and learns what is special about it.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Images of a large data set are added to one’s own, so that a network has more to learn from.",
        because: "What is carried over is the weights; the old images need not even be at hand.",
      },
      {
        claim:
          "The predictions of a large network are taken as labels for one’s own images, which have none.",
        because:
          "That is pseudo-labelling or distillation, and the old network must know the new classes for it.",
      },
      {
        claim:
          "The architecture of a proven network is used again, and trained on one’s own images from scratch.",
        because: "A borrowed architecture with random weights has learned nothing yet.",
      },
    ],
    sources: [YOSINSKI],
    exercises: [],
    neighbours: [9, 10, 11],
    picture: {
      kind: "figure",
      figure: KEPT_AND_NEW,
    },
  },
  {
    number: 9,
    topic: "Transfer learning",
    title: "Transfer learning, step by step",
    question:
      "Which three steps lead from a large data set to a network for a small one of your own?",
    answer:
      "Train on the large data set, or take such weights; start your network from them; go on training on your own data.",
    reason:
      "The first step is costly and is usually done already: weights trained on ImageNet can be downloaded. Starting from them means copying all that fits, and a new last layer where the classes differ. The third step is ordinary training, only that it begins near a good place, so a small learning rate is wise: large steps would undo what was taken over.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Train on your own data first; take over the weights of a network for the large data set; go on training on the large one.",
        because:
          "The order is turned round: the general knowledge comes first, and the task at hand has the last word.",
      },
      {
        claim:
          "Put both data sets together; train one network on all of them; cut off the classes that you do not need.",
        because:
          "That is training from scratch on more data. Transfer needs the weights alone, not the large data set.",
      },
      {
        claim:
          "Train one network on each data set; take the average of their weights; keep whichever head you need.",
        because:
          "Two networks trained apart order their features differently, so an average of their weights means nothing.",
      },
    ],
    sources: ["PyTorch documentation, Transfer Learning for Computer Vision Tutorial", YOSINSKI],
    exercises: [],
    neighbours: [8, 13, 14],
    picture: {
      kind: "figure",
      figure: FROM_LARGE_TO_SMALL,
    },
  },
  {
    number: 10,
    topic: "Transfer learning",
    title: "When transfer learning helps little",
    question: "When does transfer learning gain little, or even harm?",
    answer:
      "When the new task is very unlike the old one, say sketches after photographs, so that few features are of use.",
    reason:
      "Features are worth as much as they have to say about the new images. Photographs teach colours, textures and shading, and a line drawing has none of them. The first layers usually still help a little; the later a layer stands, the more it is made for its old task. So the further apart the tasks are, the fewer layers are worth keeping and the more must be learned anew.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "When the new data set is much smaller than the old one: its few images cannot move weights that so many have shaped.",
        because: "Few images of one’s own are the very reason to transfer.",
      },
      {
        claim:
          "When the new task has other classes than the old one: the features were learned to tell the old ones apart.",
        because:
          "Only the head is tied to the classes. Features for dogs and cars serve flowers too, if the images are alike in kind.",
      },
      {
        claim:
          "When the new task has fewer classes than the old one: the surplus outputs go on taking part in the softmax.",
        because: "The head is replaced by one with as many outputs as there are new classes.",
      },
    ],
    sources: [YOSINSKI, "Kornblith, Shlens, Le 2019, Do Better ImageNet Models Transfer Better?"],
    exercises: [],
    neighbours: [8, 14, 16],
    picture: {
      kind: "figure",
      figure: WHAT_TO_TRAIN,
    },
  },
  {
    number: 11,
    topic: "Transfer learning",
    title: "What transfer learning saves",
    question: "What is the main benefit of transfer learning?",
    answer:
      "A task can be learned from far fewer labelled examples than training from scratch takes.",
    reason:
      "Labels cost people’s time, and features need many of them. When the features are there already, only what is special about the task is left to learn. Keep all of AlexNet but its last layer, and for {{classes}} classes there are {{newHead}} weights and biases to find instead of all {{parameters}}: one in {{oneIn}}. Some hundreds of images can be enough for the first, hardly for the second.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "A network gets by with far fewer layers, since the layers of the old task have done a part of the work.",
        because:
          "All layers that are kept have to be computed for every image, so the network is as deep as before.",
      },
      {
        claim:
          "A network runs faster once it is trained, since its frozen layers need not be computed.",
        because: "Frozen means that the weights do not change. The layer is computed all the same.",
      },
      {
        claim:
          "A network can no longer overfit, since its features were learned on another data set.",
        because:
          "It overfits less easily, but a head, and any layer that is trained further, can still learn a small set by heart.",
      },
    ],
    sources: [
      YOSINSKI,
      "Donahue, Jia, Vinyals, Hoffman, Zhang, Tzeng, Darrell 2014, DeCAF: A Deep Convolutional Activation Feature for Generic Visual Recognition",
    ],
    exercises: ["linear-parameters"],
    neighbours: [8, 15, 17],
    lab: "frozen-layers",
    picture: { kind: "lab" },
  },
  {
    number: 13,
    topic: "Transfer learning",
    title: "A new head",
    question:
      "A network was trained to tell 1000 classes apart; you have 10 classes of your own. What must change in the network?",
    answer:
      "Its last layer is replaced by a fully connected one with an output for each of your classes.",
    reason:
      "The old last layer turns features into 1000 scores, none of which is about your classes. The features below it can stay as they are. In AlexNet the old head has {{oldHead}} parameters; the new one has {{newHead}}, a weight for each of its inputs and each class, and a bias for each class. It starts from random weights, so it has to be trained whatever else is frozen.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Its first layer is replaced by a new convolution, with one filter for each of your classes.",
        because:
          "The first layer has to fit the image’s channels, not the classes, and its edges and colours are the best thing to keep.",
      },
      {
        claim: "Nothing: the ten outputs that answer most to your images are used as your classes.",
        because:
          "Outputs that happen to respond stand for other classes; they would have to be taught yours, as a new head is.",
      },
      {
        claim: "A softmax with ten outputs is put after the 1000 scores, which stay as they are.",
        because:
          "A softmax has no weights and as many outputs as inputs, so it cannot map old classes to new ones.",
      },
    ],
    sources: ["PyTorch documentation, Transfer Learning for Computer Vision Tutorial"],
    worked: "counting",
    exercises: ["linear-parameters", "network-parameters"],
    neighbours: [9, 14, 15],
    lab: "frozen-layers",
    picture: { kind: "lab" },
    given: ["1000", "10"],
  },
  {
    number: 14,
    topic: "Transfer learning",
    title: "Fine-tune all, or freeze some",
    question: "Which two ways are there to train on from pre-trained weights?",
    answer:
      "Update all weights, or freeze some layers and train only the rest, such as the fully connected ones.",
    reason:
      "Updating everything, called fine-tuning, lets the features themselves bend towards the new task: good with enough data and a small learning rate. Freezing holds the features as they are: good with little data. In AlexNet with a new head for {{classes}} classes, everything means {{parameters}} parameters, the fully connected layers {{connected}}, and the head alone {{newHead}}. Often both are done in turn: first the head, then more.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Update only the first layers, which see the new images, and keep the last ones, which have to decide.",
        because:
          "It is the other way round: first layers are the most general and are kept, the last belong to the old task.",
      },
      {
        claim:
          "Draw all weights anew, or keep all of them, the last layer’s included, and train nothing.",
        because:
          "The one gives up what was learned, the other cannot know the new classes. The useful ways lie between.",
      },
      {
        claim:
          "Update the weights and freeze the biases, or update the biases and freeze the weights.",
        because: "What is frozen is chosen by layers, since layers differ in how general they are.",
      },
    ],
    sources: [YOSINSKI, "PyTorch documentation, Transfer Learning for Computer Vision Tutorial"],
    worked: "counting",
    exercises: ["network-parameters", "training-memory"],
    neighbours: [10, 13, 15],
    lab: "frozen-layers",
    picture: { kind: "lab" },
  },
  {
    number: 15,
    topic: "Transfer learning",
    title: "Why layers are frozen",
    question: "Why would one freeze a part of a pre-trained network?",
    answer:
      "So that fewer parameters have to be learned from the new data, which may be too few to tune all features.",
    reason:
      "With few examples a large network can fit all of them and still have learned nothing of use; in doing so it also overwrites the features that it was chosen for. A frozen layer cannot. With seven of AlexNet’s {{layers}} layers frozen, {{trained}} of {{parameters}} parameters are trained. It is cheaper as well: frozen weights need no gradient and no optimiser’s memory, and below the first trained layer nothing has to be kept for the backward pass.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "So that frozen layers need not be computed on the forward pass, which makes predictions much faster.",
        because:
          "The forward pass is the same. What is saved is the backward pass through the frozen layers below.",
      },
      {
        claim:
          "So that no gradient passes through the frozen layers, which keeps the gradients of all others from vanishing.",
        because:
          "To reach a trained layer below a frozen one, gradients do pass through it; only its own weights stay.",
      },
      {
        claim:
          "So that the new head starts from weights that are already good, and needs no training.",
        because: "The new head is random at first. It is the one part that must be trained.",
      },
    ],
    sources: [YOSINSKI, "PyTorch documentation, Autograd mechanics (requires_grad)"],
    worked: "counting",
    exercises: ["training-memory", "network-parameters"],
    neighbours: [11, 13, 14],
    lab: "frozen-layers",
    picture: { kind: "lab" },
  },
  {
    number: 16,
    topic: "Transfer learning",
    title: "Random weights and a large data set",
    question:
      "True or false: with a large data set of one’s own, training from random weights converges faster than from pre-trained ones.",
    answer:
      "False. From random weights it takes longer; with enough data it can end at the same accuracy.",
    reason:
      "Pre-trained weights begin with edges and textures in place; random ones have to find those first. On COCO, He, Girshick and Dollár trained detectors both ways. The ones from random weights needed a much longer training, and then caught up. So a large data set takes away what pre-training gains in accuracy, not what it gains in time.",
    deck: {
      verdict: "wrong",
      remark:
        "The deck says true. What was found is that random weights can reach the same accuracy, given more steps; it is pre-training that converges faster.",
    },
    misconceptions: [
      {
        claim:
          "True. Pre-trained weights first have to be unlearned, and random ones are free to go anywhere.",
        because:
          "Most of what was learned is of use, so little is unlearned. In practice the pre-trained network is ahead from the start.",
      },
      {
        claim: "False. From random weights it takes longer, and always ends at a lower accuracy.",
        because:
          "With enough data and steps, networks from random weights have come out just as accurate.",
      },
      {
        claim:
          "True. A large data set makes every start equally good, and random weights save the work of copying.",
        because: "The ends can be equally good, but the way there from random weights is longer.",
      },
    ],
    sources: [HE],
    exercises: [],
    neighbours: [8, 10, 17],
    picture: {
      kind: "figure",
      figure: TWO_WAYS,
    },
  },
  {
    number: 17,
    topic: "Transfer learning",
    title: "Three regions of the learning curve",
    question:
      "As the training set grows, the error on new data goes through three regions. Which are they?",
    answer:
      "Small data: no better than guessing. Power law: error falls as a power of the data size. Irreducible: more data hardly help.",
    reason:
      "A few examples say too little about a task to beat guessing. Once they say enough, each multiple of the data takes the same factor off the error that can still be removed: over two logarithmic axes that is a straight line. At last the wrong labels and ambiguous images remain. Suppose 1000 examples leave 42 %, 16\u202f000 leave 22 %, and 2 % is irreducible: then halving what lies above that takes {{halving}} times the data, and an error of 12 % would take {{needed}} examples.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that in the middle region the error improves linearly. It falls as a power of the data size; the straight line is on log–log axes.",
    },
    misconceptions: [
      {
        claim:
          "Small data: the error falls fast. Linear: each further example takes off the same amount. Saturated: the error is zero.",
        because:
          "Small data are the flat beginning, not the steep part; and the fall is by factors, so each further example counts for less.",
      },
      {
        claim:
          "Underfitting: both errors fall. Best fit: the test error is lowest. Overfitting: the test error rises as more data come in.",
        because:
          "Those are regions of capacity or of training time. More data do not make the test error rise.",
      },
      {
        claim:
          "Small data: no better than guessing. Exponential: each further example halves the error. Irreducible: more data hardly help.",
        because:
          "That fall would be far too fast. It takes a multiple of all the data, not one more example, for each halving.",
      },
    ],
    sources: [
      "Hestness, Narang, Ardalani, Diamos, Jun, Kianinejad, Patwary, Yang, Zhou 2017, Deep Learning Scaling Is Predictable, Empirically",
    ],
    exercises: [],
    neighbours: [4, 11, 16],
    lab: "power-law",
    picture: { kind: "lab" },
    given: ["1000", "42", "16\u202f000", "22", "2", "12"],
  },
];
