import type { OperandDraft, QuestionDraft } from "@/lib/question";
import { operandFrom } from "@/lib/question";
import { formatNumber } from "@/lib/tex";
import { inGroupsOf } from "./groups";
import type { Cells } from "./resize";

/** The tensors that a reader may change, and the settings of the layer. */
export const TENSOR_FIELDS = ["x", "w", "dy"] as const;
export const SETTINGS = ["stride", "padding", "dilation"] as const;
export type TensorField = (typeof TENSOR_FIELDS)[number];
export type Setting = (typeof SETTINGS)[number];
export type FieldName = TensorField | Setting;

/**
 * What was typed, as it was typed: a tensor's planes apart by "|", their rows by ";", the cells by ",";
 * a shape alone as sizes apart by "x". This is also how a link carries it.
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

/** A tensor's cells as typed, plane by plane. @example planesOf("1,2;3,") // [[["1", "2"], ["3", ""]]] */
export function planesOf(text: string): string[][][] {
  return text.split("|").map((plane) => plane.split(";").map((row) => row.split(",")));
}

/** The reverse; a decimal comma is kept as a point. */
export function joinPlanes(planes: readonly Cells[]): string {
  return planes.map((plane) => plane.map(joinRow).join(";")).join("|");
}

function joinRow(row: readonly string[]): string {
  return row.map((cell) => cell.replace(/[,;|]/g, ".")).join(",");
}

/** The axes that lead to a tensor's planes: none for a matrix. @example leadingAxes({ shape: [2, 3, 5, 5] }) // [2, 3] */
export function leadingAxes(draft: OperandDraft | undefined): readonly number[] {
  return draft === undefined ? [] : operandFrom(draft).shape.slice(0, -2);
}

function written(draft: OperandDraft): string {
  const { shape, data } = operandFrom(draft);
  if (!data) return shape.join("x");
  const rows = inGroupsOf(shape.at(-1) ?? 1, Array.from(data, formatNumber));
  return joinPlanes(inGroupsOf(shape.at(-2) ?? 1, rows));
}
