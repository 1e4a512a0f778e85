import type { FlowArrow, FlowBox, FlowFigure } from "@/lib/lab";

/** A box in its place, its label broken into lines. */
export interface PlacedBox extends FlowBox {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** An arrow as a path, and where its label stands. */
export interface PlacedArrow {
  readonly path: string;
  readonly label: string | undefined;
  readonly at: readonly [x: number, y: number];
}

/** A flow laid out, from left to right or from top to bottom. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

export const BOX = { width: 132, height: 62 } as const;
const GAPS = { along: 44, beside: 24 } as const;
const LETTERS = 17;
/** How far an arrow that passes over other boxes bends away from them. */
const BEND = 34;

/** Where the boxes and arrows of a flow stand. */
export function layOut(flow: FlowFigure, upright: boolean): FlowLayout {
  const pitch = upright
    ? { x: BOX.width + GAPS.beside, y: BOX.height + GAPS.along }
    : { x: BOX.width + GAPS.along, y: BOX.height + GAPS.beside };
  const skips = flow.arrows.some((arrow) => passesOver(flow, arrow));
  const margin = { x: upright && skips ? BEND : 0, y: !upright && skips ? BEND : 0 };
  const boxes = flow.boxes.map((box) => ({
    ...box,
    x: margin.x + (upright ? box.lane : box.column) * pitch.x,
    y: margin.y + (upright ? box.column : box.lane) * pitch.y,
    lines: inLines(box.label),
  }));
  return {
    boxes,
    arrows: flow.arrows.flatMap((arrow) => placed(arrow, boxes, upright)),
    width: Math.max(...boxes.map(({ x }) => x)) + BOX.width,
    height: Math.max(...boxes.map(({ y }) => y)) + BOX.height,
  };
}

/** Whether it goes past a box of its own lane. */
function passesOver({ boxes }: FlowFigure, { from, to }: FlowArrow): boolean {
  const [start, end] = [boxes.find(({ id }) => id === from), boxes.find(({ id }) => id === to)];
  if (!start || !end || start.lane !== end.lane) return false;
  return boxes.some(
    ({ lane, column }) =>
      lane === start.lane &&
      column > Math.min(start.column, end.column) &&
      column < Math.max(start.column, end.column),
  );
}

function placed(
  { from, to, label }: FlowArrow,
  boxes: readonly PlacedBox[],
  upright: boolean,
): PlacedArrow[] {
  const [start, end] = [boxes.find(({ id }) => id === from), boxes.find(({ id }) => id === to)];
  if (!start || !end)
    throw new Error(`An arrow goes from “${from}” to “${to}”, which are no boxes.`);
  if (passesOver({ kind: "flow", title: "", boxes, arrows: [] }, { from, to })) {
    return [arch(start, end, label, upright)];
  }
  return [straight(start, end, label, upright)];
}

/** Out of one side and into the facing one, in a curve where the lanes differ. */
function straight(
  start: PlacedBox,
  end: PlacedBox,
  label: string | undefined,
  upright: boolean,
): PlacedArrow {
  const along = start.column !== end.column;
  const back = along ? end.column < start.column : end.lane < start.lane;
  const down = along === upright;
  const [ax, ay] = edge(start, down, !back);
  const [bx, by] = edge(end, down, back);
  const middle: readonly [number, number] = [(ax + bx) / 2, (ay + by) / 2];
  const [mx, my] = middle;
  const bend = down ? `${ax} ${my} ${bx} ${my}` : `${mx} ${ay} ${mx} ${by}`;
  return { path: `M${ax} ${ay}C${bend} ${bx} ${by}`, label, at: middle };
}

/** Over the boxes between the two. */
function arch(
  start: PlacedBox,
  end: PlacedBox,
  label: string | undefined,
  upright: boolean,
): PlacedArrow {
  const [ax, ay] = edge(start, !upright, false);
  const [bx, by] = edge(end, !upright, false);
  if (upright) {
    const x = ax - BEND;
    return {
      path: `M${ax} ${ay}C${x} ${ay} ${x} ${by} ${bx} ${by}`,
      label,
      at: [x, (ay + by) / 2],
    };
  }
  const y = ay - BEND;
  return {
    path: `M${ax} ${ay}C${ax} ${y} ${bx} ${y} ${bx} ${by}`,
    label,
    at: [(ax + bx) / 2, y + 6],
  };
}

/** The middle of a side: of top and bottom, or of left and right; the far one or the near one. */
function edge({ x, y }: PlacedBox, vertical: boolean, far: boolean): [number, number] {
  return vertical
    ? [x + BOX.width / 2, far ? y + BOX.height : y]
    : [far ? x + BOX.width : x, y + BOX.height / 2];
}

function inLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
