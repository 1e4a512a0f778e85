import type { DeckCard } from "./card";

/** What stays as it is, and what moves along, when the input is moved or turned. */
export const INVARIANCE_CARDS: readonly DeckCard[] = [
  {
    number: 29,
    topic: "Invariance and equivariance",
    title: "Invariance",
    question:
      "What does it mean that a model is invariant to a change of its input, such as a shift?",
    answer:
      "Its output stays the same when the input is changed in that way: $f(T x) = f(x)$. A cat keeps its label wherever in the image it sits.",
    reason:
      "For a label it does not matter where the object stands, so we would like a model that takes no notice. Write $T$ for the change: then $T x$ is the shifted image, and both images have the same output. Max pooling does a part of this. In the picture a shift by one cell changes {{changed}} of the image’s {{cells}} cells, but only {{pooledChanged}} of the {{pooledCells}} pooled ones. A part, not all: real networks are invariant to shifts only approximately, and examples that are shifted in training help.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Its output changes in the same way as the input: $f(T x) = T f(x)$. If a cat moves to the left, what the model says of it moves along.",
        because:
          "That is equivariance. It keeps track of the change; invariance takes no notice of it.",
      },
      {
        claim:
          "Its weights stay the same when the input is changed in that way, so that the model need not be trained again for the changed images.",
        because:
          "No input changes the weights of a trained model. Invariance is a matter of what comes out.",
      },
      {
        claim:
          "Its input is first brought back to a standard form: the model finds out how far a cat has moved, and moves it to the middle again.",
        because:
          "That would be one way to become invariant. The word only says that the output stays, however that comes about.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.3",
      "Azulay, Weiss 2019, Why do deep convolutional networks generalize so poorly to small image transformations?",
    ],
    worked: "pooling",
    exercises: [],
    neighbours: [30, 31, 28],
    lab: "max-pool-shift",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 30,
    topic: "Invariance and equivariance",
    title: "Equivariance",
    question:
      "What does it mean that a function is equivariant to a change of its input, such as a shift?",
    answer:
      "Its output changes along, in a way that corresponds: $f(T x) = T' f(x)$. Whether the change or $f$ comes first, the result is the same.",
    reason:
      "An equivariant function does not forget the change; it shows it. For a convolution, $T$ moves the image and $T'$ moves the feature map, and what was found is found again, further along. In the lab both orders agree in all {{inner}} cells away from the border. At the border {{differ}} cells differ, since the shift pushed something out of the image. Invariance is the special case in which $T'$ does nothing. Always say *to what*: a function can be equivariant to shifts and not to rotations.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck speaks of relationships that are maintained, under scaling and rotation among others. The exact statement is $f(T x) = T' f(x)$ for a change that is named; for a convolution that change is a shift.",
    },
    misconceptions: [
      {
        claim:
          "Its output stays the same when the input is changed in that way: $f(T x) = f(x)$. What it has found, it goes on finding in the same place.",
        because:
          "That is invariance, the special case in which the output takes no notice of the change.",
      },
      {
        claim:
          "Its output has the same height and width as the input, so that every output cell belongs to one input cell and changes when that one does.",
        because:
          "Sizes may differ: with a stride of two, the output moves by one cell when the input moves by two.",
      },
      {
        claim:
          "Its output can be turned back into the input, so that no change of the input, whatever it may be, is ever lost on the way to the output.",
        because:
          "That is invertibility. A ReLU cannot be undone, and yet it is equivariant to shifts.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.2",
      "Cohen, Welling 2016, Group Equivariant Convolutional Networks",
    ],
    exercises: [],
    neighbours: [29, 31, 32],
    lab: "shift-equivariance",
    picture: { kind: "lab" },
  },
  {
    number: 31,
    topic: "Invariance and equivariance",
    title: "How a CNN comes to overlook shifts",
    question: "How does a convolutional network become (nearly) invariant to shifts of an object?",
    answer:
      "In two steps: shared weights make its convolutions equivariant, so the response moves along; pooling then forgets where it was.",
    reason:
      "With shared weights the same detector looks at every place. So a shifted object is found at a shifted place: away from the border the two orders in the lab differ in {{innerDiffer}} of {{inner}} cells. Nothing is overlooked yet, the response has only moved. Pooling takes the largest or the mean over several places, and so no longer says at which of them it was. Local pooling overlooks small shifts, global pooling at the end any shift that stays inside. Borders and strides spoil it a little, so training on shifted examples helps too.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck answers with shared weights and bias. These give *equivariance*: the response moves along. It is pooling that makes it stay.",
    },
    misconceptions: [
      {
        claim:
          "By shared weights alone. The same kernel at every place gives the same output, so it makes no difference where the object stands.",
        because:
          "The same kernel gives the same *response*, but at another place of the output. The plane has changed.",
      },
      {
        claim:
          "By the fully connected layers at its end. They look at all places at once, so it makes no difference to them where the object stands.",
        because:
          "They look at all places with a different weight for each. Of all layers they notice a shift the most.",
      },
      {
        claim:
          "By padding. A border of zeros leaves room around the object, so that it can move about without anything leaving the image.",
        because:
          "Padding keeps the size of the planes. What lies inside moves all the same, and the zeros even mark where the edge is.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, sections 9.2 and 9.3",
      "Zhang 2019, Making Convolutional Networks Shift-Invariant Again",
      "Kayhan, van Gemert 2020, On Translation Invariance in CNNs: Convolutional Layers Can Exploit Absolute Spatial Location",
    ],
    worked: "pooling",
    exercises: [],
    neighbours: [29, 30, 28, 22],
    lab: "shift-equivariance",
    picture: { kind: "lab" },
  },
  {
    number: 32,
    topic: "Invariance and equivariance",
    title: "Equivariant to shifts, not to rotations",
    question:
      "A convolution follows when its image is shifted. Does its output also turn along when the image is turned by 90°?",
    answer:
      "In general it does not. A convolution is equivariant to shifts only; for the turned output, the kernel has to be turned as well.",
    reason:
      "A shift takes the same pairs of pixels and weights to another place. A turn breaks the pairs up, for the kernel stays upright: a detector of upright edges still looks for upright edges, and those of the image now lie flat. In the lab {{differ}} of {{cells}} cells differ from the turned output. With the kernel turned too, {{bothDiffer}} of them do, since the old pairs meet again. Only a kernel that looks the same after the turn is an exception. Where turns should not matter, networks are shown turned examples, or are built with turned copies of their kernels.",
    deck: {
      verdict: "wrong",
      remark:
        "The deck says that when the image rotates, the convolution rotates too. That is true of shifts. For rotations it takes a kernel that is rotated as well, or that looks the same after the turn.",
    },
    misconceptions: [
      {
        claim:
          "Yes, it does. A convolution keeps the spatial relationships in the image, so that its output follows every movement, a rotation included.",
        because:
          "It keeps those relationships that sliding keeps. After a turn each weight meets another neighbour.",
      },
      {
        claim:
          "No, its output stays as it is. The kernel is shared by all places and directions, so that a rotation makes no difference to it.",
        because:
          "The kernel is shared by all places, not by all directions. The turned image as a rule has another output altogether.",
      },
      {
        claim:
          "Yes, provided that image and kernel are square. Then the turned image fits under the kernel just as it did before.",
        because:
          "The size fits, but the numbers do not: those that met the kernel’s top row now meet its right column.",
      },
    ],
    sources: [
      "Cohen, Welling 2016, Group Equivariant Convolutional Networks",
      "Bronstein, Bruna, Cohen, Veličković 2021, Geometric Deep Learning: Grids, Groups, Graphs, Geodesics, and Gauges",
    ],
    exercises: [],
    neighbours: [30, 31, 29],
    lab: "rotation",
    picture: { kind: "lab" },
    given: ["90"],
  },
];
