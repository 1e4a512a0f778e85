import { type ReadTensor, readOperandText } from "@/lib/answer/operand";
import { readSizes } from "@/lib/answer/check";
import {
  type Operand,
  type Question,
  type QuestionDraft,
  type OpenParams,
  counts,
  filledParams,
  questionFrom,
} from "@/lib/question";
import type { Radii } from "@/lib/question/rounded";
import { KernelError, type KernelErrorCode } from "@/lib/tensor";
import { FIELDS, type Form, type OperandName, operandsOf, textOf } from "../form";
import { readParams } from "../read-params";
import { describe } from "./describe";
import type { HeldFiles, Place } from "./types";

export interface ReadForm {
  readonly readAs: Partial<Record<OperandName, string>>;
  readonly problems: Partial<Record<Place, string>>;
  readonly waits: boolean;
  readonly question: Question | null;
  readonly radii: Radii;
}

/** What was typed as a question whose sizes hold together, or a sentence beside each field that does not fit. */
export function readForm(form: Form, held: HeldFiles): ReadForm {
  const { params, problems: paramProblems } = readParams(form);
  const problems: Partial<Record<Place, string>> = { ...paramProblems };
  const readAs: Partial<Record<OperandName, string>> = {};
  const radii: Partial<Record<OperandName, Float64Array>> = {};
  const operands: Partial<Record<OperandName, Operand>> = {};
  for (const name of operandsOf(form.op)) {
    const read = readOperandField(form, name, held);
    if (!read) continue;
    if ("problem" in read) {
      problems[name] = read.problem;
      continue;
    }
    operands[name] = read.operand;
    readAs[name] = describe(read.operand, read.radius);
    if (read.radius?.some((radius) => radius > 0)) radii[name] = read.radius;
  }
  const partial = { readAs, problems, radii, question: null };
  if (Object.keys(problems).length > 0) return { ...partial, waits: false };
  const missing = FIELDS[form.op].required.filter((name) => !operands[name]);
  if (missing.length > 0) return { ...partial, waits: true };
  const { dy, ...inputs } = operands;
  const draft = {
    op: form.op,
    inputs,
    ...(dy ? { dy } : {}),
    conventions: form.conventions,
    dtype: form.dtype,
  };
  return { ...partial, ...checked(draft, params, operands.x?.shape ?? [], form), waits: false };
}

function checked(
  draft: QuestionDraft,
  open: OpenParams,
  shape: readonly number[],
  form: Form,
): Pick<ReadForm, "question" | "problems"> {
  try {
    const params = filledParams(draft.op, open, shape, form.conventions.layout);
    const question = questionFrom({ ...draft, params });
    counts(question);
    return { question, problems: {} };
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    return { question: null, problems: { [placeOf(error, form)]: error.message } };
  }
}

const PLACES: Readonly<Partial<Record<KernelErrorCode, readonly Place[]>>> = {
  ERR_STRIDE: ["stride"],
  ERR_PADDING: ["padding"],
  ERR_WINDOW: ["w", "kernel", "output_size"],
  ERR_CHANNELS: ["w", "gamma"],
  ERR_GRADIENT: ["dy"],
};

/** Beside which field the kernel's own sentence stands: the one it names, else the one its code is about. */
function placeOf({ code, message }: KernelError, { op }: Form): Place {
  const fields: readonly Place[] = [...operandsOf(op), ...FIELDS[op].params];
  const named = /inputs\.(\w+)/.exec(message)?.[1];
  return (
    fields.find((field) => field === named) ??
    PLACES[code]?.find((place) => fields.includes(place)) ??
    fields.find((field) => message.startsWith(`${field} `)) ??
    "all"
  );
}

type ReadField =
  | { readonly operand: Operand; readonly radius?: Float64Array }
  | { readonly problem: string };

function readOperandField(form: Form, name: OperandName, held: HeldFiles): ReadField | undefined {
  const file = form.sizesOnly ? undefined : held[name];
  if (file) return { operand: { shape: file.shape, data: file.data } };
  const text = textOf(form, name);
  if (text.trim() === "") return undefined;
  const isSizes = form.sizesOnly || /^\s*\d+(?:\s*[x×]\s*\d+)+\s*$/.test(text);
  if (isSizes) {
    const sizes = readSizes(text);
    return sizes.kind === "value"
      ? { operand: { shape: sizes.value } }
      : { problem: sizes.message };
  }
  const read = readText(text, form);
  return "problem" in read
    ? read
    : { operand: cased(read.tensor, name, form), radius: read.radius };
}

/** Operations on images, of which a single row is one of height 1. */
const ON_IMAGES = /^conv|pool2d$/;

/** One number for each channel may stand in one row or column; a row of an image needs no brackets. */
function cased(
  tensor: ReadTensor["tensor"],
  name: OperandName,
  { op }: Form,
): ReadTensor["tensor"] {
  const isRow = tensor.shape.length === 1 && ["x", "w", "dy", "indices"].includes(name);
  if (isRow && ON_IMAGES.test(op)) return { ...tensor, shape: [1, ...tensor.shape] };
  if (!["b", "gamma", "beta"].includes(name)) return tensor;
  return tensor.shape.length < 2 && tensor.shape.length > 0
    ? tensor
    : { ...tensor, shape: [tensor.data.length] };
}

const kept = new Map<string, ReadTensor | { readonly problem: string }>();
const MOST_KEPT = 12;

/** A long text is read once, however often another field changes. */
function readText(text: string, { precision }: Form): ReadTensor | { readonly problem: string } {
  const key = `${precision} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const reading = readOperandText(text, { precision });
  const read = reading.kind === "value" ? reading.value : { problem: reading.message };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, read);
  return read;
}
