import type { FlowFigure } from "@/lib/lab";

type Box = FlowFigure["boxes"][number];
type Role = NonNullable<Box["role"]>;

const IMAGE = box("image", 0, 0, "image", "input");

function box(id: string, column: number, lane: number, label: string, role?: Role, note?: string) {
  return { id, column, lane, label, ...(role ? { role } : {}), ...(note ? { note } : {}) };
}

/** Arrows written "a b", from the one to the other. */
function flow(title: string, boxes: readonly Box[], arrows: readonly string[]): FlowFigure {
  const parted = arrows.map((arrow) => arrow.split(" "));
  return {
    kind: "flow",
    title,
    boxes,
    arrows: parted.map(([from = "", to = ""]) => ({ from, to })),
  };
}

export const SINGLE_STAGE = flow(
  "One pass, from the image to boxes and classes",
  [
    IMAGE,
    box("cnn", 1, 0, "CNN", "kernel", "feature map"),
    box("class", 2, 0, "classes", "output", "at every place"),
    box("box", 2, 1, "boxes", "output", "at every place"),
  ],
  ["image cnn", "cnn class", "cnn box"],
);

export const HEADS = flow(
  "Shared layers, then a head for each task",
  [
    IMAGE,
    box("shared", 1, 0, "shared layers", "kernel"),
    box("class", 2, 0, "head", "kernel", "what is it?"),
    box("box", 2, 1, "head", "kernel", "where is it?"),
    box("mask", 2, 2, "head", "kernel", "which pixels?"),
  ],
  ["image shared", "shared class", "shared box", "shared mask"],
);

export const TWO_LOSSES = flow(
  "A loss for what it is, a loss for where it is",
  [
    IMAGE,
    box("cnn", 1, 0, "CNN", "kernel"),
    box("class", 2, 0, "class", "output", "cross-entropy"),
    box("box", 2, 1, "box", "output", "smooth L1"),
    box("loss", 3, 0, "loss", "gradient", "weighted sum"),
  ],
  ["image cnn", "cnn class", "cnn box", "class loss", "box loss"],
);

export const TWO_STAGES = flow(
  "First propose, then decide",
  [
    IMAGE,
    box("propose", 1, 0, "propose", "kernel", "where might it be?"),
    box("decide", 2, 0, "decide", "kernel", "for each region"),
    box("class", 3, 0, "class", "output"),
    box("box", 3, 1, "refined box", "output"),
  ],
  ["image propose", "propose decide", "decide class", "decide box"],
);

export const R_CNN_PIPELINE = flow(
  "R-CNN: the network runs for every region",
  [
    IMAGE,
    box("search", 1, 0, "selective search", undefined, "about 2000 regions"),
    box("warp", 2, 0, "crop and resize", undefined, "each region"),
    box("cnn", 3, 0, "CNN", "kernel", "once a region"),
    box("class", 4, 0, "class and box", "output"),
  ],
  ["image search", "search warp", "warp cnn", "cnn class"],
);

export const FAST_PIPELINE = flow(
  "Fast R-CNN: the network runs once",
  [
    IMAGE,
    box("cnn", 1, 0, "CNN", "kernel", "once an image"),
    box("pool", 2, 0, "RoI pooling", undefined, "each region"),
    box("class", 3, 0, "class and box", "output"),
    box("search", 1, 1, "selective search", undefined, "finds regions"),
  ],
  ["image cnn", "image search", "cnn pool", "search pool", "pool class"],
);

export const FASTER_PIPELINE = flow(
  "Faster R-CNN: the network proposes as well",
  [
    IMAGE,
    box("cnn", 1, 0, "CNN", "kernel", "once an image"),
    box("pool", 3, 0, "RoI pooling", undefined, "each region"),
    box("class", 4, 0, "class and box", "output"),
    box("rpn", 2, 1, "RPN", "kernel", "the best regions"),
  ],
  ["image cnn", "cnn pool", "cnn rpn", "rpn pool", "pool class"],
);

export const MASK_PIPELINE = flow(
  "Mask R-CNN: one more branch for each region",
  [
    IMAGE,
    box("cnn", 1, 0, "CNN", "kernel", "once an image"),
    box("align", 3, 0, "RoIAlign", undefined, "each region"),
    box("class", 4, 0, "class and box", "output"),
    box("rpn", 2, 1, "RPN", "kernel", "the best regions"),
    box("mask", 4, 1, "mask", "output", "pixel by pixel"),
  ],
  ["image cnn", "cnn align", "cnn rpn", "rpn align", "align class", "align mask"],
);
