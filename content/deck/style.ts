import type { DeckCard } from "./card";

/** Style transfer: what an image shows and how it is painted, told apart by features. */
export const STYLE_CARDS: readonly DeckCard[] = [
  {
    number: 54,
    topic: "Style transfer",
    title: "The two losses of style transfer",
    question: "Which two losses does style transfer make small, and what does each compare?",
    answer:
      "A content loss compares features with the content image’s; a style loss compares Gram matrices of features with the style image’s.",
    reason:
      "Features keep their places, so matching them cell by cell keeps what is seen and where. A Gram matrix has forgotten the places and says only which channels are active together, so matching it brings in the texture without the layout. The network stays fixed: gradient descent on $L = \\alpha \\cdot L_{\\text{content}} + \\beta \\cdot L_{\\text{style}}$ changes the pixels. If the squared differences add up to {{content}} for the content and {{style}} for the style, and both weights are 1, the loss is {{total}}. Papers put various factors before these sums.",
    deck: {
      verdict: "imprecise",
      remark:
        "Both losses are right. The deck leaves open what the Gram matrix is taken of: the flattened channels of a layer. Factors before the sums differ from paper to paper.",
    },
    misconceptions: [
      {
        claim:
          "A content loss compares Gram matrices with the content image’s; a style loss compares features, place by place, with the style image’s.",
        because:
          "The other way round. Features place by place would copy the style image’s objects as well.",
      },
      {
        claim:
          "A content loss compares the pixels of the new image with the content image’s; a style loss compares its colours with the style image’s.",
        because:
          "Equal pixels would leave nothing to restyle, and style is more than colour. Both losses live on features of a network.",
      },
      {
        claim:
          "A content loss is the cross-entropy for the class of the content image; a style loss is the cross-entropy for the painter of the style image.",
        because: "No class is predicted. The trained classifier only lends its features.",
      },
    ],
    sources: [
      "Gatys, Ecker, Bethge 2016, Image Style Transfer Using Convolutional Neural Networks",
      "Johnson, Alahi, Fei-Fei 2016, Perceptual Losses for Real-Time Style Transfer and Super-Resolution",
    ],
    exercises: [],
    neighbours: [55, 43, 53],
    lab: "gram",
    picture: { kind: "lab", figure: 1 },
    given: ["1"],
  },
  {
    number: 55,
    topic: "Style transfer",
    title: "The Gram matrix of features",
    question: "What is the Gram matrix of a layer’s feature maps?",
    answer:
      "The C×C matrix of inner products between the C flattened channels: it says which channels are active at the same places.",
    reason:
      "Write each of the $C$ channels as one long row, which makes $F$ a $C \\times HW$ matrix, and multiply every row with every row: $G = F F^\\top$. Two channels that light up together give a large number; two that never do give 0. The sum runs over all places, so where something happened is lost: shuffle the positions and $G$ stays the same. So {{channels}} channels of {{positions}} positions give {{cells}} cells, and with more positions the matrix would be no larger. Some divide $G$ by $C \\cdot H \\cdot W$.",
    deck: {
      verdict: "imprecise",
      remark:
        "The deck says that it relates vectors. Which ones matters: the flattened channels of one layer, by their inner products.",
    },
    misconceptions: [
      {
        claim:
          "The HW×HW matrix of inner products between the positions: it says which places have the same channels active.",
        because:
          "That is $F^\\top F$, which compares places and keeps the layout. For style the places have to go, so the channels are compared.",
      },
      {
        claim:
          "The C×C matrix of correlations between the flattened channels, from −1 to 1: their means and spreads are taken out first.",
        because:
          "The Gram matrix takes plain inner products. Nothing is centred, and its cells may be of any size.",
      },
      {
        claim:
          "The vector of the C channels’ mean activations: it says how active each channel is over the whole of the image.",
        because: "Means speak of each channel alone. The Gram matrix holds every pair of channels.",
      },
    ],
    sources: [
      "Gatys, Ecker, Bethge 2016, Image Style Transfer Using Convolutional Neural Networks",
      "Johnson, Alahi, Fei-Fei 2016, Perceptual Losses for Real-Time Style Transfer and Super-Resolution",
    ],
    exercises: [],
    neighbours: [54, 41, 53],
    lab: "gram",
    picture: { kind: "lab" },
    given: ["0", "1"],
  },
];
