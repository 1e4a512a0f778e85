import type { DeckCard } from "../card";
import {
  FAST_PIPELINE,
  FASTER_PIPELINE,
  MASK_PIPELINE,
  R_CNN_PIPELINE,
  TWO_STAGES,
} from "./pipelines";
import { FAST_R_CNN, FASTER_R_CNN, R_CNN } from "./sources";

/** Regions first, then what is in them: the R-CNN family. */
export const TWO_STAGE_CARDS: readonly DeckCard[] = [
  {
    number: 68,
    topic: "Detection",
    title: "Two-stage detection",
    question: "What are the two stages of a two-stage object detector?",
    answer:
      "First it proposes regions that may hold an object; then it classifies each of them and refines its box.",
    reason:
      "Nearly all of an image is background. The first stage only has to say *something is here*, which is cheap, and leaves some hundreds of regions, or a few thousand. The second can then look at each with care: features for just this region, a class (or background after all), and a correction of the box. That tends to be more accurate than deciding everything at once, and slower.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "First it classifies the image as a whole; then it searches for the places where the class that was found can be.",
        because:
          "An image may hold many classes. Places are proposed first, whatever class they hold.",
      },
      {
        claim:
          "First it labels every pixel with a class; then it draws a box around each connected patch of pixels.",
        because:
          "That is segmentation with boxes added. Two objects of a class that touch would become one.",
      },
      {
        claim:
          "First it predicts classes and boxes at every place; then it drops those that overlap with a more confident one.",
        because:
          "That is a single-stage detector and its non-maximum suppression. No region is looked at again.",
      },
    ],
    sources: [R_CNN, FASTER_R_CNN],
    exercises: [],
    neighbours: [62, 69, 70, 74],
    picture: { kind: "figure", figure: TWO_STAGES },
  },
  {
    number: 69,
    topic: "Detection",
    title: "Selective search and R-CNN",
    question: "How does R-CNN, the first of its family, find its regions, and why is it slow?",
    answer:
      "By selective search, which groups similar pixels without labels. It is slow because the CNN runs for each region anew.",
    reason:
      "Selective search begins with many small patches of like colour and texture and merges neighbours that resemble each other; every patch on the way is a proposal. Nothing is learned in it. It leaves about 2000 regions, and each is cut out, brought to one size and sent through the whole CNN, though most of them overlap and show the same pixels again.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says “unsupervised learning”. What is meant is selective search: it does without labels, but nothing is learned either; it groups pixels by fixed rules.",
    },
    misconceptions: [
      {
        claim:
          "By a small network on the feature map, which scores boxes at every place. It is slow because that network has to be trained as well.",
        because:
          "That is Faster R-CNN’s region proposal network, which came later and made proposals fast.",
      },
      {
        claim:
          "By sliding a window over every place at every scale. It is slow because the number of windows is enormous.",
        because:
          "That was the way before. Selective search exists to classify far fewer regions than that.",
      },
      {
        claim:
          "By clustering the features of all training images without labels. It is slow because the clustering takes many rounds.",
        because:
          "Regions are found in each image by itself, from its pixels; no training images are needed for it.",
      },
    ],
    sources: [
      R_CNN,
      "Uijlings, van de Sande, Gevers, Smeulders 2013, Selective Search for Object Recognition",
    ],
    exercises: [],
    neighbours: [68, 70, 71, 74],
    picture: { kind: "figure", figure: R_CNN_PIPELINE },
    given: ["2000"],
  },
  {
    number: 70,
    topic: "Detection",
    title: "Fast R-CNN",
    question: "What is the key idea of Fast R-CNN?",
    answer:
      "Run the CNN once over the image, project the regions proposed there onto its feature map, and pool each.",
    reason:
      "A convolution gives the same answer for a patch whether or not the rest of the image is there (but for the borders). So there is no need to cut regions out before the CNN: compute one feature map, and find each region on it by dividing its coordinates by the network’s total stride. RoI pooling brings every region to one size, and a few fully connected layers give class and box.",
    deck: {
      verdict: "wrong",
      remark:
        "The deck has it the other way round: boxes in the feature map, mapped to the image. The regions are proposed in the image and projected onto the feature map.",
    },
    misconceptions: [
      {
        claim:
          "Run the CNN once over the whole image, find boxes within its feature map, and map these back to places of the image.",
        because:
          "The regions come from the image, by selective search, and go to the feature map. Finding them on the map came with Faster R-CNN.",
      },
      {
        claim:
          "Cut out the proposed regions first and send all of them through the CNN as one batch, so that they are computed side by side.",
        because:
          "A batch would compute overlapping regions over and over. Here the image goes through once.",
      },
      {
        claim:
          "Leave the proposals out, and let every cell of the feature map predict a class and a box directly.",
        because: "That is single-stage detection. Fast R-CNN still depends on proposals.",
      },
    ],
    sources: [FAST_R_CNN],
    exercises: [],
    neighbours: [69, 71, 72, 74],
    picture: { kind: "figure", figure: FAST_PIPELINE },
  },
  {
    number: 71,
    topic: "Detection",
    title: "What makes Fast R-CNN fast",
    question: "What does Fast R-CNN gain over R-CNN?",
    answer:
      "It reuses computation: the convolutions run once for the image, not once for each of many regions.",
    reason:
      "Regions by the thousand overlap, so R-CNN computes the features of the same pixels again and again. On one shared feature map each region costs only its pooling and the last layers. There is more: class and box are trained with one loss in one run, where R-CNN trained its parts one after another and kept features on disk. What remains slow is finding the regions.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "It saves the proposals: boxes come from the network itself, so that selective search is no longer needed.",
        because:
          "That is the step to Faster R-CNN. Here selective search remains, and is the slow part.",
      },
      {
        claim:
          "It saves parameters: all regions use the same weights, where R-CNN has weights for each region.",
        because:
          "R-CNN uses one network for all regions, too. What it repeats is the computing, not the weights.",
      },
      {
        claim:
          "It saves resolution: the image is made small before the CNN, so that each region has fewer pixels.",
        because: "The speed comes from sharing one pass over the image, not from a smaller image.",
      },
    ],
    sources: [FAST_R_CNN],
    exercises: ["macs"],
    neighbours: [69, 70, 72, 74],
    picture: { kind: "figure", figure: FAST_PIPELINE },
  },
  {
    number: 74,
    topic: "Detection",
    title: "Faster R-CNN",
    question: "What does Faster R-CNN put in the place of selective search, and how does it go on?",
    answer:
      "A region proposal network on the shared feature map; its best boxes are pooled and classified as in Fast R-CNN.",
    reason:
      "Once features were shared, finding the regions took most of the time. But the feature map already knows where things are. The RPN is a small network of convolutions on it: at each place it scores a few reference boxes (*anchors*) of different size and shape as object or not, and corrects them. Overlapping proposals are suppressed, the best few hundred go on. Proposals become nearly free, and they are learned.",
    deck: { verdict: "right" },
    misconceptions: [
      {
        claim:
          "A region proposal network on the image’s pixels, separate from the CNN; each of its boxes is cut out and sent through the CNN.",
        because:
          "Then nothing would be shared. The RPN reads the same feature map that the regions are pooled from.",
      },
      {
        claim:
          "A region proposal network which also names the class of each box, so that the second stage only removes what overlaps.",
        because:
          "The RPN only tells object from background. Naming the class is the second stage’s work.",
      },
      {
        claim:
          "Nothing: every cell of the feature map gives classes and boxes at once, and the second stage is dropped.",
        because:
          "That would be single-stage. Faster R-CNN keeps both stages and shares their features.",
      },
    ],
    sources: [FASTER_R_CNN],
    exercises: [],
    neighbours: [68, 69, 70, 75],
    picture: { kind: "figure", figure: FASTER_PIPELINE },
  },
  {
    number: 75,
    topic: "Detection",
    title: "Mask R-CNN",
    question: "What does Mask R-CNN add to Faster R-CNN?",
    answer:
      "A branch that predicts a mask for each region, and RoIAlign, which rounds nothing, in place of RoI pooling.",
    reason:
      "A box says roughly where an object is; the mask says which of its pixels are the object. So two dogs that overlap become two masks: instance segmentation. A mask makes small shifts visible, and RoI pooling shifts, since it rounds a region’s edges to whole cells of the map. RoIAlign keeps the edges where they are and reads the map in between by bilinear interpolation. Class and mask are separate: there is a mask for each class, and the class branch says which one counts.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck names the masks and leaves out RoIAlign, which the paper counts as the missing piece. Masks are predicted for regions, beside class and box, rather than applied to finished boxes.",
    },
    misconceptions: [
      {
        claim:
          "A segmentation of the whole image by a second network; its label map is then cut into objects by the boxes.",
        because:
          "The masks come from the same features, region by region. One label map could not tell two dogs that overlap.",
      },
      {
        claim:
          "A mask laid over each proposed region before it is classified, so that the background counts as zero.",
        because:
          "The mask is an output, predicted beside class and box. It hides nothing from them.",
      },
      {
        claim:
          "A third branch that bends the box into a polygon around the object, and larger RoI pooling so that its corners are exact.",
        because:
          "It predicts pixels, not corners; and the rounding is removed by RoIAlign, not made smaller.",
      },
    ],
    sources: ["He, Gkioxari, Dollár, Girshick 2017, Mask R-CNN"],
    exercises: [],
    neighbours: [56, 64, 72, 74],
    picture: { kind: "figure", figure: MASK_PIPELINE },
  },
];
