import type { Sliding } from "../sliding";
import { type WorkedCell, outsideCount, placeOf } from "./cell";
import type { ConvModel } from "./model";

/** The numbers and words that the captions of a cell use. */
export function factsOf(model: ConvModel, worked: WorkedCell): Record<string, string | number> {
  const { plan, cell } = worked;
  const [image, channel, row, column] = cell;
  return {
    image,
    channel,
    row,
    column,
    place: capitalised(placeOf(plan, cell)),
    move: moveOf(model.sliding, worked),
    bias: worked.bias === undefined ? "" : ", and the bias at the end",
    outside: outsideCount(worked),
    padding: paddingNote(model, worked),
    parts:
      worked.parts.length > 0 ? `one sum for each ${worked.parts[0]?.of ?? "part"}, then ` : "",
  };
}

/** @example capitalised("row 0") // "Row 0" */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function paddingNote(model: ConvModel, worked: WorkedCell): string {
  const outside = outsideCount(worked);
  if (outside === 0) return "";
  const where = model.transposed ? "in what is cropped" : "on padding";
  const all = worked.products.length;
  if (outside === all) return `; every tap lies ${where} and adds 0`;
  return outside === 1
    ? `; one tap lies ${where} and adds 0`
    : `; ${outside} of ${all} taps lie ${where} and add 0`;
}

/** How the window came here from the one before. */
function moveOf(sliding: Sliding, { plan, cell }: WorkedCell): string {
  if (plan.kind !== "forward") return "";
  const { height, width } = sliding;
  const [, , row, column] = cell;
  if (row === 0 && column === 0) return "Top-left window";
  if (row === height.outSize - 1 && column === width.outSize - 1) return "Last window";
  if (column === 0) {
    return height.stride === 1
      ? "Next row, from the left"
      : `Jump ${height.stride} rows down, from the left`;
  }
  return width.stride === 1 ? "One step to the right" : `Jump ${width.stride} cells to the right`;
}
