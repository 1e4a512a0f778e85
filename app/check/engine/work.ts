import { ANSWER_WORDS } from "@/content/practice";
import type { Arrangement } from "@/content";
import type { Key } from "@/lib/answer/check";
import { keyOf } from "@/lib/answer/check";
import { derive, type TensorName } from "@/lib/derivation";
import { LIBRARIES, type Wanted, codeOf } from "@/lib/question/code";
import {
  type Ask,
  type Operand,
  type Question,
  INPUT_NAMES,
  counts,
  isTensorAsk,
} from "@/lib/question";
import { KernelError, sizeOf } from "@/lib/tensor";
import { toTex } from "@/lib/tex";
import { endsInChannels } from "../../practice/scene/channels-first";
import { draftOf } from "../../practice/scene/draft";
import type { AnswerSpec } from "../../practice/types";
import { texToHtml } from "../../prose/tex";
import { pictureScene } from "../../scene/build-picture";
import { stepScenes } from "../../scene/build-steps";
import { LABELS, ROLES, spokenSymbol } from "../../scene/labels";
import { askedTensor } from "../../scene/tensors";
import type { Form } from "../form";
import { writeOperand } from "../question-form";
import { asksOf, labelOf, saysOf } from "./asks";
import { differencesOf } from "./differences";
import { markForm } from "./mark";
import { readForm } from "./read-form";
import type { HeldFiles, Large, Result, Worked } from "./types";

/** The most cells of a tensor that are drawn one by one, and answered one by one. */
const MOST_CELLS = 144;
/** Above so many products only what is asked is computed: no other conventions, no picture, no steps of all cells. */
const MOST_WORK = 2_000_000;

/** Everything that the page shows of what was typed. */
export function work(
  form: Form,
  held: HeldFiles,
  marks: boolean,
  say: (words: string) => void,
): Worked {
  say("Reading the tensors");
  const { readAs, problems, waits, question, radii } = readForm(form, held);
  if (!question) return { readAs, problems, waits, result: null };
  try {
    say("Working it out");
    return { readAs, problems, waits, result: resultOf(form, question, radii, marks) };
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    return { readAs, problems: { all: error.message }, waits, result: null };
  }
}

function resultOf(
  form: Form,
  question: Question,
  radii: Parameters<typeof markForm>[5],
  marks: boolean,
): Result {
  const solution = counts(question);
  const operands = [...Object.values(question.inputs), ...(question.dy ? [question.dy] : [])];
  const hasValues = operands.every(({ data }) => data !== undefined);
  const asks = asksOf(question, solution, hasValues);
  const ask = asks.find((one) => one.ask === form.ask)?.ask ?? asks[0]?.ask ?? "shapes.y";
  const key = keyOf(question, ask);
  const tensor = key.kind === "tensor" ? key.tensor : null;
  const isSmall =
    solution.macs <= MOST_WORK &&
    operands.every(({ shape }) => sizeOf(shape) <= 65_536) &&
    (tensor?.data.length ?? 0) <= 65_536;
  const spec = specFor(question, ask, key);
  return {
    ask,
    asks,
    says: saysOf(key),
    text: tensor ? writeOperand(tensor) : saysOf(key),
    shape: tensor?.shape ?? null,
    ...(isSmall ? drawn(question, ask, form.at, tensor?.shape) : { picture: null, steps: [] }),
    large: hasValues ? largeOf(question, ask, tensor) : [],
    facts: asks
      .filter((one) => !isTensorAsk(one.ask) && !one.ask.endsWith(".values"))
      .map((one) => ({ label: one.label, value: saysOf(keyOf(question, one.ask)) })),
    differences: isSmall ? differencesOf(question, ask, key) : [],
    answer: spec,
    codes: operands.every(({ shape }) => sizeOf(shape) <= 4096 || !hasValues)
      ? codesOf(question, ask, key, isSmall)
      : [],
    isRounded: Object.keys(radii).length > 0,
    outcome:
      marks && form.answer.trim() !== ""
        ? markForm(question, ask, key, spec ?? LONG_ANSWER, form.answer, radii)
        : null,
  };
}

const LONG_ANSWER: AnswerSpec = { kind: "line", ...ANSWER_WORDS.number };

function specFor(question: Question, ask: string, key: Key): AnswerSpec | null {
  const name = askedTensor(ask);
  if (key.kind === "tensor" && name && key.tensor.shape.length > 0) {
    if (key.tensor.data.length > MOST_CELLS) return null;
    const { words, symbol } = LABELS[name];
    const { shape } = key.tensor;
    const common = { words, symbol: texToHtml(symbol), spoken: spokenSymbol(symbol), shape };
    return {
      kind: "grid",
      tensor: name,
      role: ROLES[name],
      ...common,
      asksSize: false,
      endsInChannels: endsInChannels(question, name, shape),
    };
  }
  return { kind: "line", ...lineWords(ask, key) };
}

function lineWords(ask: string, key: Key) {
  if (ask === "params" || ask === "macs" || ask === "flops") return ANSWER_WORDS[ask];
  if (key.kind === "shape") return ANSWER_WORDS.shape;
  if (key.kind === "field") return ANSWER_WORDS.field;
  return key.kind === "bytes" ? ANSWER_WORDS.bytes : ANSWER_WORDS.number;
}

function drawn(question: Question, ask: string, at: string, shape?: readonly number[]) {
  const draft = draftOf(question);
  if (!draft) return { picture: null, steps: [] };
  const asked = ask as Ask;
  const arrangement = arranged(question, ask);
  const spec = { question: draft, ...(arrangement ? { arrangement } : {}) };
  const cell = cellFrom(at, shape);
  return {
    picture: pictureScene(spec, isTensorAsk(ask) ? [asked] : []),
    steps: stepsOrNone(() =>
      stepScenes({ ...spec, plan: [{ ask: asked, ...(cell ? { at: cell } : {}) }] }),
    ),
  };
}

function stepsOrNone<T>(make: () => readonly T[]): readonly T[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof KernelError) return [];
    throw error;
  }
}

/** The cell that is named, where the tensor has it. */
function cellFrom(at: string, shape: readonly number[] | undefined): readonly number[] | undefined {
  const indices = at.split(",").map(Number);
  const fits =
    at !== "" &&
    indices.length === shape?.length &&
    indices.every(
      (index, axis) => Number.isInteger(index) && index >= 0 && index < (shape[axis] ?? 0),
    );
  return fits ? indices : undefined;
}

/** More biases than these push the output aside. */
const MOST_BIASES = 4;

/** Inputs that the usual pictures of a layer do not show. */
function arranged({ op, inputs, dy }: Question, ask: string): Arrangement | undefined {
  const given: TensorName[] = INPUT_NAMES.filter((name) => inputs[name]);
  const isUsual = given.every((name) => name === "x" || name === "w" || name === "b");
  const asked = askedTensor(ask) ?? "y";
  if (asked === "y" && inputs.w && sizeOf(inputs.b?.shape ?? []) > MOST_BIASES)
    return ["x", op === "conv_transpose2d" ? "·" : "⋆", "w", "→", "y"];
  if (isUsual && asked !== "indices") return undefined;
  return [...given, ...(dy && asked !== "y" ? (["dy"] as const) : []), "→", asked];
}

function largeOf(question: Question, ask: string, asked: Operand | null): Large[] {
  const tensors = [
    ...INPUT_NAMES.map((name) => ({ title: LABELS[name].words, operand: question.inputs[name] })),
    { title: labelOf(ask), operand: asked ?? undefined },
  ];
  return tensors.flatMap(({ title, operand }) =>
    operand?.data && operand.data.length > MOST_CELLS
      ? [{ title, shape: operand.shape, data: operand.data }]
      : [],
  );
}

function codesOf(question: Question, ask: string, key: Key, isSmall: boolean) {
  const lines = isSmall
    ? stepsOrNone(() => derive(question, ask as Ask).steps.map(({ line }) => toTex(line)))
    : [];
  const aligned = lines.map((line) => `  ${line.replace("=", "&=")}`).join(" \\\\\n");
  const latex = `\\begin{align*}\n${aligned}\n\\end{align*}`;
  return [
    ...LIBRARIES.map((name) => ({ name, text: codeOf(question, ask, wantedOf(key), name) })),
    ...(lines.length > 0 ? [{ name: "LaTeX", text: latex }] : []),
  ];
}

function wantedOf(key: Key): Wanted {
  if (key.kind === "tensor") return key.tensor;
  return "sizes" in key ? key.sizes : key.value;
}
