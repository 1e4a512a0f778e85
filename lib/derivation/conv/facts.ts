import type { Sliding } from "../sizes/sliding";
import { type WorkedCell, outsideCount, placeOf } from "./cell";
import { matters } from "../view";
import { capitalised, partsNote } from "../wording";
import type { ConvModel } from "./model";
import type { Plan } from "./plan";

/** The numbers and words that the captions of a cell use. */
export function factsOf(
  model: ConvModel,
  worked: WorkedCell,
  alone = false,
): Record<string, string | number> {
  const { plan, cell } = worked;
  const [image, channel, row, column] = cell;
  const place = capitalised(placeOf(plan, cell));
  return {
    image,
    channel,
    row,
    column,
    place,
    move: alone ? place : moveOf(model.sliding, worked),
    bias: worked.bias === undefined ? "" : "; the bias comes last",
    outside: outsideCount(worked),
    padding: alone ? "" : paddingNote(model, worked),
    parts: partsNote(worked.parts[0]?.of),
  };
}

/** What the rule reads as zero. */
export function zerosNote({ sliding, transposed }: ConvModel, plan: Plan): string {
  const scatters = plan.kind === "stamp" || (plan.kind === "input-gradient" && !transposed);
  const { height, width } = sliding;
  const dilated = height.dilation > 1 || width.dilation > 1;
  if (scatters && dilated) return " (where u and v come out whole and lie inside the kernel)";
  if (scatters) return " (beyond the kernel’s edges K counts as 0)";
  const padded = height.padBefore + height.padAfter + width.padBefore + width.padAfter > 0;
  if (!padded) return "";
  return transposed ? " (what was cropped counts as 0)" : " (on the padding X counts as 0)";
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
  const [image, channel, row, column] = cell;
  const several = [
    ...(matters(plan.target, 0) ? [`image ${image}`] : []),
    ...(matters(plan.target, 1) ? [`filter ${channel}`] : []),
  ];
  return capitalised([...several, windowMove(sliding, row, column)].join(", "));
}

function windowMove({ height, width }: Sliding, row: number, column: number): string {
  if (row === 0 && column === 0) return "top-left window";
  if (row === height.outSize - 1 && column === width.outSize - 1) return "last window";
  if (column === 0) {
    return height.stride === 1
      ? "next row, from the left"
      : `jump ${height.stride} rows down, from the left`;
  }
  return width.stride === 1 ? "one step to the right" : `jump ${width.stride} cells to the right`;
}
