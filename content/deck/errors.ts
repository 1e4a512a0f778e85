import type { DeckCard } from "./card";

/** Where a model's error comes from, and the data set that many models begin with. */
export const ERROR_CARDS: readonly DeckCard[] = [
  {
    number: 2,
    topic: "Errors and data",
    title: "What “trained on ImageNet” means",
    question:
      "“Trained on ImageNet” usually means trained on one part of it. How many images and classes has that part?",
    answer: "The challenge of 2012: about 1.28 million training photographs in 1000 classes.",
    reason:
      "ImageNet as a whole is far larger: about 14.2 million images in about 21\u202f800 categories, the nodes of a dictionary of nouns. For the yearly challenge, ILSVRC, a part of it with 1000 classes was set apart. Its training images of 2012, 1\u202f281\u202f167 of them, became the standard, and most pre-trained networks have seen just these.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck gives these figures as ImageNet’s. They are those of the 2012 challenge’s training set, which is less than a tenth of it.",
    },
    misconceptions: [
      {
        claim:
          "The whole of ImageNet: about 14.2 million photographs, each in one of some 21\u202f800 classes.",
        because:
          "That is the full collection; the networks that are handed around saw the challenge’s part of it.",
      },
      {
        claim: "A balanced set of 60\u202f000 small photographs, 32×32 pixels each, in 10 classes.",
        because: "Those are the figures of CIFAR-10, training and test images together.",
      },
      {
        claim: "About 1000 photographs in all, one for each of some 1.28 million classes.",
        because: "The numbers are swapped: many images a class, not many classes.",
      },
    ],
    sources: [
      "Deng, Dong, Socher, Li, Li, Fei-Fei 2009, ImageNet: A Large-Scale Hierarchical Image Database",
      "Russakovsky and others 2015, ImageNet Large Scale Visual Recognition Challenge",
    ],
    exercises: [],
    neighbours: [8, 11, 18],
    picture: {
      kind: "figure",
      figure: {
        kind: "bars",
        title: "The challenge of 2012 inside ImageNet",
        unit: "images",
        bars: [
          { label: "all of ImageNet", value: 14197122, role: "input" },
          { label: "training set of 2012", value: 1281167, role: "output" },
          { label: "validation set of 2012", value: 50000, role: "kernel" },
        ],
      },
    },
    given: [
      "2012",
      "1.28",
      "1000",
      "14.2",
      "21\u202f800",
      "1\u202f281\u202f167",
      "60\u202f000",
      "32",
      "10",
    ],
  },
  {
    number: 3,
    topic: "Errors and data",
    title: "Optimisation error",
    question: "A trained network still makes errors. Which part of them is the optimisation error?",
    answer: "The part that stays because training did not find the best weights it could have.",
    reason:
      "One architecture can be set to countless weights, and some fit the training data best. Training walks towards those, but it may stop early, crawl over a plateau or take steps of the wrong size. Whatever it leaves above the error of the best weights is its own doing. Suppose that the best weights would err on {{secondBest}} % of the training data, but training ended at {{secondTrain}} %: then {{secondOptimisation}} percentage points are the optimiser’s.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "The part that stays because the network is too simple, so that no weights could remove it.",
        because: "That is the modelling error; even a perfect optimiser cannot lower it.",
      },
      {
        claim:
          "The part that appears on new data only, because the network learned its examples by heart.",
        because:
          "That is the estimation error. A failure to optimise shows on the training data already.",
      },
      {
        claim: "The part that no model can remove, because some labels are wrong.",
        because:
          "That is the best possible error, which is left to every model and every optimiser.",
      },
    ],
    sources: ["Bottou, Bousquet 2008, The Tradeoffs of Large Scale Learning"],
    exercises: [],
    neighbours: [4, 5, 7],
    lab: "error-gaps",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 4,
    topic: "Errors and data",
    title: "Estimation error",
    question: "What is meant by a network’s estimation error?",
    answer:
      "What comes of learning from a sample: the weights that fit these examples best are not the best for new ones.",
    reason:
      "The training examples are a sample, and every sample has accidents of its own: a background that happens to go with a label, say. A flexible network learns these too, since they lower the training error, and on new images they mislead it. That is overfitting, and its plainest sign is a test error above the training error, say {{secondTest}} % against {{secondTrain}} %. More data and regularisation hold it down.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck describes the sign of it, overfitting. What it leaves out is what it depends on: it grows with capacity, and shrinks with more data or regularisation.",
    },
    misconceptions: [
      {
        claim:
          "The error that comes of stopping too early: with more steps of training the same weights would fit new images too.",
        because:
          "That is optimisation error. Training longer lowers the training error and can raise the estimation error.",
      },
      {
        claim:
          "The error that comes of too small a network: no weights of it describe what the images show.",
        because:
          "That is modelling error, and the remedy, a larger network, makes estimation harder.",
      },
      {
        claim:
          "The error of measuring: a test set is finite, so the test error is only an estimate of the true one.",
        because:
          "That is an uncertainty of the measurement. Estimation error is real and stays, however large the test set is.",
      },
    ],
    sources: [
      "Bottou, Bousquet 2008, The Tradeoffs of Large Scale Learning",
      "Goodfellow, Bengio, Courville 2016, Deep Learning, chapter 5",
    ],
    exercises: [],
    neighbours: [3, 5, 12],
    lab: "error-gaps",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 5,
    topic: "Errors and data",
    title: "Modelling error",
    question: "When does a model have a large modelling error?",
    answer:
      "When it is too simple for the task: no choice of its weights describes how the answer depends on the input.",
    reason:
      "Choosing an architecture is choosing a class of functions. If the true relation is not among them, even the best member of the class stays away from it, with endless data and a perfect optimiser. If the best of the class errs on {{firstBest}} % where {{possible}} % would be possible, {{firstModelling}} percentage points are lost before training begins. Only another class, usually a larger one, can win them back. It is also called approximation error.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "When it has too many weights for its data: they can describe anything, so they describe the noise as well.",
        because:
          "That makes the estimation error large. Many weights make the modelling error small.",
      },
      {
        claim:
          "When its loss is hard to minimise: good weights are there, but the gradient does not lead to them.",
        because:
          "Then good weights exist, so the class is fine; what is large is the optimisation error.",
      },
      {
        claim:
          "When its training error is much lower than its test error: what it models holds for its own examples only.",
        because:
          "That gap is estimation error. A model that is too simple errs about as much on both.",
      },
    ],
    sources: ["Bottou, Bousquet 2008, The Tradeoffs of Large Scale Learning"],
    exercises: [],
    neighbours: [3, 4, 6],
    lab: "error-gaps",
    picture: { kind: "lab", figure: 1 },
  },
  {
    number: 6,
    topic: "Errors and data",
    title: "A linear classifier on photographs",
    question:
      "Multi-class logistic regression on raw pixels, or AlexNet: which has the larger modelling error on photographs, and why?",
    answer:
      "Logistic regression: one weighted sum of pixels for each class cannot tell a thousand kinds of objects apart.",
    reason:
      "A linear score has one template for each class and asks how well the image matches it, pixel by pixel. A cat on the left and a cat on the right, a black one and a white one, would all have to fit the same template. AlexNet can build edges, textures and parts in between, so far better functions are within its reach. With figures invented for such a pair: {{firstModelling}} percentage points of modelling error for the linear model, {{secondModelling}} for the deep one.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "AlexNet: with its millions of weights there is far more in it that can be set wrongly than in one weighted sum.",
        because:
          "Weights that are set wrongly are a matter of optimisation or estimation. The more a class contains, the smaller its modelling error.",
      },
      {
        claim:
          "Neither: both end in the same softmax over the same classes, so the decisions that they can express are the same.",
        because:
          "The softmax is the same, what goes into it is not: scores of raw pixels here, scores of learned features there.",
      },
      {
        claim:
          "Logistic regression: its loss has many local minima, and training is likely to end in a poor one.",
        because:
          "Its loss is convex, so every local minimum is a global one. It is the class itself that falls short.",
      },
    ],
    sources: [
      "Bottou, Bousquet 2008, The Tradeoffs of Large Scale Learning",
      "Krizhevsky, Sutskever, Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks",
    ],
    exercises: [],
    neighbours: [5, 7, 12],
    lab: "error-gaps",
    picture: { kind: "lab" },
  },
  {
    number: 7,
    topic: "Errors and data",
    title: "The errors of AlexNet",
    question:
      "AlexNet and multi-class logistic regression learn from the same photographs. How do AlexNet’s modelling, estimation and optimisation errors compare?",
    answer:
      "Its modelling error is smaller. Its estimation error is larger unless regularised, and its optimisation error probably too.",
    reason:
      "Depth lets AlexNet express far more, so the best of its class comes nearer to what is possible. But about 60 million weights can also store the accidents of a million photographs, which is why its authors needed augmentation and dropout. And its loss is not convex, so nothing promises that gradient descent ends at the best weights; for logistic regression every minimum is the best. With invented figures: estimation goes up from {{firstEstimation}} to {{secondEstimation}} percentage points and optimisation from {{firstOptimisation}} to {{secondOptimisation}}, while modelling falls from {{firstModelling}} to {{secondModelling}}.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck grants AlexNet the same degree of estimation error. With the same data and no regularisation, the larger model’s tends to be larger.",
    },
    misconceptions: [
      {
        claim:
          "All three are smaller. A network that describes photographs better also generalises better and is easier to train.",
        because:
          "The three pull in different directions: what makes a class rich makes its best member hard to pick out and hard to find.",
      },
      {
        claim:
          "Its modelling error is larger, since there is more to model. Its estimation and optimisation errors are about the same.",
        because:
          "A richer class contains better functions, so modelling error is what AlexNet has less of.",
      },
      {
        claim:
          "Its modelling and estimation errors are smaller. Only its optimisation error is larger, because depth makes gradients vanish.",
        because:
          "More weights on the same data overfit more easily. Without augmentation and dropout AlexNet did so substantially.",
      },
    ],
    sources: [
      "Krizhevsky, Sutskever, Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks",
      "Bottou, Bousquet 2008, The Tradeoffs of Large Scale Learning",
    ],
    exercises: [],
    neighbours: [6, 12, 18],
    lab: "error-gaps",
    picture: { kind: "lab" },
    given: ["60"],
  },
  {
    number: 12,
    topic: "Errors and data",
    title: "Does more capacity lower estimation error?",
    question: "True or false: a model of larger capacity always has a smaller estimation error.",
    answer:
      "False. Capacity lowers the modelling error; on the same data, unregularised, it tends to raise the estimation error.",
    reason:
      "The more functions a model can express, the more of them fit the same examples, and the examples do not say which one holds for the rest of the world. So the choice depends more on the accidents of the sample. More data or regularisation, such as weight decay, dropout or early stopping, narrow the choice again. It is a tendency, not a law: networks far larger than their data need sometimes generalise better again, which is known as double descent.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck’s “false” is right, but it blames the missing regularisation. The cause is the capacity; regularisation and more data hold its effect down.",
    },
    misconceptions: [
      {
        claim:
          "True. A larger model fits its examples more closely, and what fits the examples more closely fits new data more closely.",
        because:
          "A close fit lowers the training error. Whether it holds on new data is the question that estimation error asks.",
      },
      {
        claim:
          "False. Estimation error depends on the amount of data alone, so the capacity of the model makes no difference to it.",
        because:
          "It depends on both: how many examples there are, and how many functions they have to choose among.",
      },
      {
        claim:
          "False. A larger capacity raises the modelling error, and the estimation error stays what it was.",
        because: "A larger class contains the smaller one, so its best member cannot be worse.",
      },
    ],
    sources: [
      "Goodfellow, Bengio, Courville 2016, Deep Learning, chapter 5",
      "Belkin, Hsu, Ma, Mandal 2019, Reconciling Modern Machine-Learning Practice and the Classical Bias–Variance Trade-off",
    ],
    exercises: [],
    neighbours: [4, 7, 17],
    lab: "error-gaps",
    picture: { kind: "lab" },
  },
];
