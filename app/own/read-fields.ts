import { type OperandDraft, type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { KernelError, type KernelErrorCode, type NestedNumbers } from "@/lib/tensor";
import { readFinite } from "../scene/read-finite";
import { inGroupsOf } from "./groups";
import {
  type FieldName,
  type Fields,
  fieldsOf,
  isShapeField,
  leadingAxes,
  planesOf,
} from "./fields";

export type Problems = Readonly<Partial<Record<FieldName | "all", string>>>;

export type ReadFields =
  | { readonly ok: true; readonly draft: QuestionDraft }
  | { readonly ok: false; readonly problems: Problems };

/** What was typed as a question, or a sentence beside each field that cannot be read or does not fit. */
export function readFields(start: QuestionDraft, fields: Fields): ReadFields {
  const problems: Partial<Record<FieldName | "all", string>> = {};
  const reading = <T>(name: FieldName, read: (text: string) => T): T | undefined => {
    const text = fields[name];
    if (text === undefined) return undefined;
    try {
      return read(text);
    } catch (error) {
      problems[name] = messageOf(error);
      return undefined;
    }
  };
  const first = fieldsOf(start);
  const x = reading("x", readerFor(first.x, start.inputs.x));
  const w = reading("w", readerFor(first.w, start.inputs.w));
  const dy = reading("dy", readerFor(first.dy, start.dy));
  const params = {
    ...start.params,
    stride: reading("stride", readSetting) ?? 1,
    padding: reading("padding", readSetting) ?? 0,
    dilation: reading("dilation", readSetting) ?? 1,
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return check({
    ...start,
    params,
    inputs: {
      ...start.inputs,
      ...(x === undefined ? {} : { x }),
      ...(w === undefined ? {} : { w }),
    },
    ...(dy === undefined ? {} : { dy }),
  });
}

function check(draft: QuestionDraft): ReadFields {
  try {
    solve(questionFrom(draft));
    return { ok: true, draft };
  } catch (error) {
    const place = error instanceof KernelError ? (PLACES[error.code] ?? "all") : "all";
    return { ok: false, problems: { [place]: messageOf(error) } };
  }
}

/** Beside which field the kernel's own errors stand. */
const PLACES: Readonly<Partial<Record<KernelErrorCode, FieldName>>> = {
  ERR_STRIDE: "stride",
  ERR_PADDING: "padding",
  ERR_WINDOW: "w",
  ERR_CHANNELS: "w",
  ERR_GRADIENT: "dy",
};

/** How a field is read that starts with this text. */
function readerFor(start = "", draft?: OperandDraft): (text: string) => OperandDraft {
  return isShapeField(start) ? readSizes : (text) => readPlanes(text, leadingAxes(draft));
}

function readSizes(text: string): OperandDraft {
  return { shape: text.split("x").map(readSize) };
}

function readPlanes(text: string, axes: readonly number[]): OperandDraft {
  const planes = planesOf(text).map((plane) => plane.map((row) => row.map(readCell)));
  return nested(planes, axes);
}

/** Planes under the axes that lead to them; a matrix has one plane and no such axis. */
function nested(planes: readonly NestedNumbers[], axes: readonly number[]): NestedNumbers {
  const last = axes.at(-1);
  if (last !== undefined && axes.length > 1)
    return nested(inGroupsOf(last, planes), axes.slice(0, -1));
  return last === undefined && planes.length === 1 ? (planes[0] ?? []) : planes;
}

function readCell(text: string): number {
  const read = readFinite(text);
  if (!read.ok) throw new Error(text.trim() === "" ? "One cell is still empty." : read.message);
  return read.value;
}

function readSetting(text: string): number {
  const read = readFinite(text);
  if (!read.ok) throw new Error(text.trim() === "" ? "A number belongs here." : read.message);
  return read.value;
}

function readSize(text: string): number {
  if (!/^\s*\d+\s*$/.test(text)) {
    throw new Error(
      text.trim() === ""
        ? "One size is still empty."
        : `“${text.trim()}” is no size. A whole number such as 4 would fit.`,
    );
  }
  return Number(text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
