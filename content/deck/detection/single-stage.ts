import type { DeckCard } from "../card";
import { DEFAULT_BOXES, OVERLAP, SUPPRESSED } from "./boxes";
import { HEADS, SINGLE_STAGE, TWO_LOSSES } from "./pipelines";
import { FAST_R_CNN, SSD, YOLO } from "./sources";

/** Boxes and classes in one pass, and how a detector is judged. */
export const SINGLE_STAGE_CARDS: readonly DeckCard[] = [
  {
    number: 62,
    topic: "Detection",
    title: "Single-stage detection",
    question: "What makes an object detector a single-stage one?",
    answer:
      "One pass gives classes and boxes at every place of the feature map, without proposing regions first.",
    reason:
      "Detection asks what is in the image and where, for as many objects as there may be. A feature map is a grid already, and each of its cells sees a part of the image. So let each cell say what it sees and how a box around it should lie: a convolution does that for all cells in one go. That is fast. The price is that nearly all of the many candidates are background, and training has to cope with that.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck describes detection as such: find an object and put a box around it. Single-stage says how: without a stage that proposes regions.",
    },
    misconceptions: [
      {
        claim:
          "It looks for a single object in each image: one pass of the network gives one class and one box.",
        because:
          "“Single” counts stages, not objects. That task is called classification with localisation.",
      },
      {
        claim:
          "One network first proposes regions on its feature map, then classifies each region with its own last layers.",
        because: "These are two stages, although they share a network, as in Faster R-CNN.",
      },
      {
        claim:
          "It gives classes and boxes from the last feature map alone, whereas other detectors use maps of several sizes.",
        because: "The number of maps is another matter: SSD is single-stage and uses several.",
      },
    ],
    sources: [YOLO, SSD],
    exercises: [],
    neighbours: [63, 65, 66, 68],
    picture: { kind: "figure", figure: SINGLE_STAGE },
  },
  {
    number: 63,
    topic: "Detection",
    title: "The losses of a single-stage detector",
    question: "Which losses does a single-stage detector minimise, and how do they come together?",
    answer:
      "A weighted sum: one for the class, often cross-entropy, and one for the box, such as smooth L1 or squared error.",
    reason:
      "What an object is, is a choice among classes, so its loss compares probabilities. Where it is, is a handful of numbers, so its loss measures distances. Both are added with a weight between them and trained together, because one network answers both. The choice differs: the first YOLO uses squared errors throughout, even for classes; SSD uses cross-entropy for classes and smooth L1 for boxes, which large errors pull on less.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck names cross-entropy and mean squared error. The pattern is right, but neither YOLO nor SSD uses just this pair.",
    },
    misconceptions: [
      {
        claim:
          "Cross-entropy for both: the class is one choice, and each of the box’s coordinates is a choice among the pixels.",
        because:
          "Cross-entropy would call a miss by one pixel as wrong as a miss by a hundred. For distances a regression loss fits.",
      },
      {
        claim:
          "A single one: the overlap of predicted and true box. The class follows from the box that overlaps best.",
        because:
          "A box in the right place can still bear the wrong label. The class needs a loss of its own.",
      },
      {
        claim:
          "Two in turn: first the box’s loss until the boxes are good, then the class’s loss with the boxes held fixed from then on.",
        because: "Both are minimised together, as one sum. The shared features have to serve both.",
      },
    ],
    sources: [YOLO, SSD],
    exercises: ["cross-entropy", "mse-backward"],
    neighbours: [62, 64, 66],
    picture: { kind: "figure", figure: TWO_LOSSES },
    given: ["1"],
  },
  {
    number: 64,
    topic: "Detection",
    title: "Several heads on shared features",
    question: "What is a multi-headed architecture?",
    answer:
      "A network whose first layers are shared and then part into heads, one a task, such as class and box.",
    reason:
      "To say what an object is and where it ends, one needs much the same features: edges, textures, parts. Computing them once and reading them twice saves work, and each task’s training helps the features of the other. In the backward pass the gradients of all heads arrive at the shared layers and add up there.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "Several networks, trained apart from each other, whose answers to the same question are averaged at the end.",
        because: "That is an ensemble. Its members share nothing, and all have the same task.",
      },
      {
        claim:
          "A layer with several kernel sizes side by side, whose feature maps are stacked and passed on together.",
        because: "That is an inception module: several paths inside one layer, not several tasks.",
      },
      {
        claim:
          "A network that reads several inputs, such as an image and a text, by first layers of their own that then join.",
        because: "There the inputs differ. Here one input has several outputs.",
      },
    ],
    sources: ["Caruana 1997, Multitask Learning", FAST_R_CNN],
    exercises: [],
    neighbours: [21, 62, 63, 75],
    picture: { kind: "figure", figure: HEADS },
  },
  {
    number: 65,
    topic: "Detection",
    title: "SSD, the single-shot detector",
    question: "What is the key idea of SSD, and what happens to boxes that overlap?",
    answer:
      "Cells of several feature maps score and refine default boxes; non-maximum suppression then drops weaker overlapping ones.",
    reason:
      "Guessing a box from nothing is hard; correcting one is easier. So every cell starts from default boxes of several shapes, and small convolutions say, for each of them, which class it holds and how to move and stretch it. Coarse maps answer for large objects, fine maps for small ones. Several boxes will find the same object. Taking the most confident and dropping those that overlap it much is no part of the network: it is done afterwards, class by class.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck describes how one of several overlapping boxes is chosen, as if SSD did it itself. That step is non-maximum suppression (NMS), and most detectors end with it.",
    },
    misconceptions: [
      {
        claim:
          "Crops of several sizes slide over the image, each is classified by itself; overlapping crops of one class are merged into their mean.",
        because:
          "That is the old sliding window. SSD computes the features once, and suppression drops boxes without averaging them.",
      },
      {
        claim:
          "Each cell of one feature map names the class at its place; neighbouring cells of the same class are then joined to a box.",
        because:
          "That would be segmentation. SSD predicts the boxes’ coordinates themselves, from several maps.",
      },
      {
        claim:
          "A small network proposes boxes; each is pooled to a fixed size and scored, and of overlapping boxes the largest is kept.",
        because:
          "Proposing and pooling are the way of two stages, and confidence decides what is kept, not size.",
      },
    ],
    sources: [SSD],
    exercises: [],
    neighbours: [62, 63, 66, 67],
    picture: { kind: "figure", figure: DEFAULT_BOXES },
  },
  {
    number: 66,
    topic: "Detection",
    title: "What was new in YOLO",
    question: "What was unique about YOLO when it appeared?",
    answer:
      "It makes detection one regression: a single pass gives boxes and classes together, trained with one loss.",
    reason:
      "Before, detectors were pipelines: something proposed regions, something classified them, something tidied up, each trained apart. YOLO lays a grid over the image, and the cell that holds an object’s centre answers for it, with boxes, how sure it is of each, and class probabilities. As all of it comes from one network, one loss, a weighted sum of errors in place, confidence and class, trains everything at once. Among boxes that overlap, non-maximum suppression still has to choose.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "It looks at each training image only once: a single pass over the data is enough, so that it trains in real time.",
        because:
          "The name speaks of a pass at prediction. Training takes many epochs, as it does for others.",
      },
      {
        claim:
          "It was the first to share features: the network runs once, and proposed regions are cut from its feature map.",
        because: "That was Fast R-CNN’s step. YOLO has no proposed regions at all.",
      },
      {
        claim:
          "It finds boxes at several scales by default boxes of several shapes, which it scores and refines in every feature map.",
        because:
          "Default boxes on several maps are SSD’s idea; the first YOLO had a single grid and none.",
      },
    ],
    sources: [YOLO],
    exercises: [],
    neighbours: [62, 63, 65],
    picture: { kind: "figure", figure: SUPPRESSED },
  },
  {
    number: 67,
    topic: "Detection",
    title: "Mean average precision",
    question: "How is a detector’s mean average precision (mAP) found, and what is IoU needed for?",
    answer:
      "IoU decides what counts as a hit; AP is the area under a class’s precision–recall curve, mAP its mean over classes.",
    reason:
      "IoU, *intersection over union*, says how well two boxes agree: the area that both cover, divided by the area that at least one covers. Above a threshold, often 0.5, a detection is a hit; a second hit on the same object counts as false. Now go through one class’s detections from the most confident down: precision is the share of hits so far, recall the share of objects found so far. A good detector keeps precision high while recall grows, so the area under that curve is its score.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck has the parts in order but lets them run into each other: IoU is not averaged. It only decides what counts as a hit; precision and recall are made of hits.",
    },
    misconceptions: [
      {
        claim:
          "It is the mean of the IoU between every detection and the true box that lies nearest to it, over all images and classes.",
        because:
          "That would ignore objects that were missed, and confidence as well. IoU only decides what is a hit.",
      },
      {
        claim:
          "It is the share of detections with the right class, counted for each image and then averaged; IoU breaks ties.",
        because: "That leaves out recall: one safe detection an image would score perfectly.",
      },
      {
        claim:
          "It is the precision at the one confidence at which IoU is highest, averaged over all the classes.",
        because:
          "No single confidence is picked. The whole curve counts, from the most confident detection to the least.",
      },
    ],
    sources: [
      "Everingham, Van Gool, Williams, Winn, Zisserman 2010, The Pascal Visual Object Classes (VOC) Challenge",
    ],
    exercises: [],
    neighbours: [62, 65, 68],
    picture: { kind: "figure", figure: OVERLAP },
    given: ["0.5"],
  },
];
