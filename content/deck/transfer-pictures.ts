import type { FlowFigure, TableFigure } from "@/lib/lab";

/** What is kept of a trained network, and what is new. */
export const KEPT_AND_NEW: FlowFigure = {
  kind: "flow",
  title: "What is kept, and what is new",
  boxes: [
    { id: "image", column: 0, lane: 0, label: "image", role: "input" },
    { id: "early", column: 1, lane: 0, label: "early layers", note: "edges: kept" },
    { id: "middle", column: 2, lane: 0, label: "middle layers", note: "textures: kept" },
    { id: "old", column: 3, lane: 0, label: "old head", note: "left off", role: "kernel" },
    {
      id: "new",
      column: 3,
      lane: 1,
      label: "new head",
      note: "your classes",
      role: "output",
    },
  ],
  arrows: [
    { from: "image", to: "early" },
    { from: "early", to: "middle" },
    { from: "middle", to: "old" },
    { from: "middle", to: "new" },
  ],
};

/** The three steps of transfer learning. */
export const FROM_LARGE_TO_SMALL: FlowFigure = {
  kind: "flow",
  title: "From a large data set to a small one",
  boxes: [
    { id: "large", column: 0, lane: 0, label: "large data set", role: "input" },
    { id: "trained", column: 1, lane: 0, label: "trained network", note: "once, by anyone" },
    {
      id: "start",
      column: 2,
      lane: 0,
      label: "your network",
      note: "the same weights",
    },
    { id: "own", column: 2, lane: 1, label: "your data", role: "input" },
    {
      id: "tuned",
      column: 3,
      lane: 0,
      label: "trained further",
      note: "for your task",
      role: "output",
    },
  ],
  arrows: [
    { from: "large", to: "trained", label: "train" },
    { from: "trained", to: "start", label: "copy" },
    { from: "start", to: "tuned" },
    { from: "own", to: "tuned" },
  ],
};

/** What to train, by how much data there are and how near they are. */
export const WHAT_TO_TRAIN: TableFigure = {
  kind: "table",
  title: "A rule of thumb for what to train",
  head: ["your images", "few of them", "many of them"],
  rows: [
    ["like the old ones", "the new head alone", "everything, gently"],
    ["unlike the old ones", "a new head on early features", "everything, or from scratch"],
  ],
};

/** With enough data both beginnings end alike. */
export const TWO_WAYS: FlowFigure = {
  kind: "flow",
  title: "With enough data: two ways to the same accuracy",
  boxes: [
    { id: "pretrained", column: 0, lane: 0, label: "pre-trained weights", role: "input" },
    { id: "short", column: 1, lane: 0, label: "fewer steps" },
    { id: "same", column: 3, lane: 0, label: "same accuracy", role: "output" },
    { id: "random", column: 0, lane: 1, label: "random weights", role: "input" },
    { id: "features", column: 1, lane: 1, label: "find features" },
    { id: "long", column: 2, lane: 1, label: "many more steps" },
  ],
  arrows: [
    { from: "pretrained", to: "short" },
    { from: "short", to: "same" },
    { from: "random", to: "features" },
    { from: "features", to: "long" },
    { from: "long", to: "same" },
  ],
};
