import type { RegionsFigure } from "@/lib/lab";

/** [left, top, right, bottom] */
type Corners = RegionsFigure["regions"][number]["corners"];

function areaOf([left, top, right, bottom]: Corners): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function common(one: Corners, other: Corners): Corners {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

function union(one: Corners, other: Corners): number {
  return areaOf(one) + areaOf(other) - areaOf(common(one, other));
}

const TRUE_BOX: Corners = [1, 1, 8, 6];
const PREDICTED: Corners = [3, 2, 10, 7];
const SHARED = common(TRUE_BOX, PREDICTED);

/** A predicted box over the true one, with what both cover. */
export const OVERLAP: RegionsFigure = {
  kind: "regions",
  title: `Intersection over union: ${areaOf(SHARED)} cells lie in both boxes, ${union(TRUE_BOX, PREDICTED)} in at least one`,
  width: 11,
  height: 8,
  regions: [
    { label: "true box", role: "input", corners: TRUE_BOX },
    { label: "predicted", role: "output", corners: PREDICTED },
    { label: "in both", role: "kernel", corners: SHARED, dashed: true },
  ],
};

const CENTRE = [5.5, 4.5] as const;
const DEFAULT_SIZES = [
  [3, 3],
  [6, 3],
  [3, 6],
] as const;

/** The default boxes of one cell of a feature map, which all share its centre. */
export const DEFAULT_BOXES: RegionsFigure = {
  kind: "regions",
  title: "One cell of a feature map, and the default boxes around its centre",
  width: 11,
  height: 9,
  regions: [
    ...DEFAULT_SIZES.map(([width, height]) => ({
      label: shapeOf(width, height),
      role: "output" as const,
      corners: around(width, height),
      dashed: true,
    })),
    { label: "cell", role: "kernel", corners: around(1, 1) },
  ],
};

function around(width: number, height: number): Corners {
  const [x, y] = CENTRE;
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function shapeOf(width: number, height: number): string {
  if (width === height) return "square";
  return width > height ? "wide" : "tall";
}

interface Scored {
  readonly object: string;
  readonly score: number;
  readonly corners: Corners;
}

/** Two objects, each found more than once. */
const FOUND: readonly Scored[] = [
  { object: "left", score: 0.9, corners: [1, 2, 5, 8] },
  { object: "left", score: 0.8, corners: [2, 2, 6, 8] },
  { object: "left", score: 0.7, corners: [1, 3, 5, 9] },
  { object: "right", score: 0.6, corners: [9, 3, 13, 7] },
  { object: "right", score: 0.4, corners: [8, 3, 12, 7] },
];
const MOST_OVERLAP = 0.5;

/** The strongest box first; whatever overlaps a box that was kept by more than the threshold is dropped. */
function keptOf(found: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  for (const box of found.toSorted((one, other) => other.score - one.score)) {
    if (!kept.some((other) => overlap(box.corners, other.corners) > MOST_OVERLAP)) kept.push(box);
  }
  return kept;
}

function overlap(one: Corners, other: Corners): number {
  return areaOf(common(one, other)) / union(one, other);
}

const KEPT = keptOf(FOUND);

/** What non-maximum suppression leaves of overlapping boxes. */
export const SUPPRESSED: RegionsFigure = {
  kind: "regions",
  title: "Boxes with their confidence: non-maximum suppression keeps the solid ones",
  width: 14,
  height: 10,
  regions: FOUND.map((box) => ({
    label: `${box.object}, ${box.score}`,
    role: box.object === "left" ? "output" : "kernel",
    corners: box.corners,
    dashed: !KEPT.includes(box),
  })),
};
