import type { OperandDraft, QuestionDraft } from "@/lib/question";
import { operandFrom } from "@/lib/question";
import { formatNumber } from "@/lib/tex";

/** The tensors that a reader may change, and the settings of the layer. */
export const TENSOR_FIELDS = ["x", "w", "dy"] as const;
export const SETTINGS = ["stride", "padding", "dilation"] as const;
export type TensorField = (typeof TENSOR_FIELDS)[number];
export type Setting = (typeof SETTINGS)[number];
export type FieldName = TensorField | Setting;

/**
 * What was typed, as it was typed: a tensor's rows apart by ";", its cells by ","; a shape alone as
 * sizes apart by "x". This is also how a link carries it.
 */
export type Fields = Readonly<Partial<Record<FieldName, string>>>;

/** The fields that a draft starts from. @example fieldsOf({ op: "conv2d", inputs: { x: [[1, 2]] } }).x // "1,2" */
export function fieldsOf({ inputs, dy, params }: QuestionDraft): Fields {
  return {
    ...(inputs.x === undefined ? {} : { x: written(inputs.x) }),
    ...(inputs.w === undefined ? {} : { w: written(inputs.w) }),
    ...(dy === undefined ? {} : { dy: written(dy) }),
    stride: String(params?.stride ?? 1),
    padding: String(params?.padding ?? 0),
    dilation: String(params?.dilation ?? 1),
  };
}

/** Whether a field that starts with this text holds a shape alone. @example isShapeField("4x4") // true */
export function isShapeField(start: string): boolean {
  return start.includes("x");
}

/** A tensor's cells as typed. @example cellsOf("1,2;3,") // [["1", "2"], ["3", ""]] */
export function cellsOf(text: string): string[][] {
  return text.split(";").map((row) => row.split(","));
}

/** The reverse; a decimal comma is kept as a point. */
export function joinCells(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => cell.replace(/[,;]/g, ".")).join(",")).join(";");
}

function written(draft: OperandDraft): string {
  const { shape, data } = operandFrom(draft);
  if (!data) return shape.join("x");
  const width = shape.at(-1) ?? 1;
  const texts = Array.from(data, formatNumber);
  const rows = Array.from({ length: texts.length / width }, (_, row) =>
    texts.slice(row * width, (row + 1) * width),
  );
  return joinCells(rows);
}
