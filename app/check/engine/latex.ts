import { OP_WORDS } from "@/content/check";
import type { Key } from "@/lib/answer/check";
import { type TensorName, derive } from "@/lib/derivation";
import { settingWords } from "@/lib/exercises";
import { type Ask, type Operand, type Question, INPUT_NAMES, isTensorAsk } from "@/lib/question";
import { coordinatesOf, sizeOf } from "@/lib/tensor";
import { formatNumber, toTex } from "@/lib/tex";
import { LABELS } from "../../scene/labels";
import { askedTensor } from "../../scene/tensors";
import { labelOf, saysOf } from "./asks";
import { stepsOrNone } from "./drawn";

/** Question, answer and working in one piece of LaTeX, tensors as bmatrix; a plane each where they have more axes. */
export function latexOf(question: Question, ask: string, key: Key): string {
  return inOnePiece([
    questionWords(question),
    displayed(given(question)),
    `\\textbf{Answer}, ${plain(labelOf(ask, question.op))}:`,
    displayed(answerLines(ask, key)),
    ...workingOf(question, ask),
  ]);
}

function questionWords({ op, params }: Question): string {
  const settings = settingWords(params);
  return plain(`${OP_WORDS[op]}${settings === "" ? "" : ` with ${settings}`}.`);
}

function given({ inputs, dy }: Question): string[] {
  const lines = INPUT_NAMES.flatMap((name) => {
    const operand = inputs[name];
    return operand ? tensorLines(LABELS[name].symbol, operand) : [];
  });
  return dy ? [...lines, ...tensorLines(LABELS.dy.symbol, dy)] : lines;
}

function answerLines(ask: string, key: Key): string[] {
  const name: TensorName | undefined = isTensorAsk(ask) ? askedTensor(ask) : undefined;
  if (key.kind !== "tensor") return [`\\text{${plain(saysOf(key))}}`];
  return tensorLines(name ? LABELS[name].symbol : "L", key.tensor);
}

function workingOf(question: Question, ask: string): string[] {
  const lines = stepsOrNone(() =>
    derive(question, ask as Ask).steps.map(({ line }) => toTex(line)),
  );
  if (lines.length === 0) return [];
  const aligned = lines.map((line) => `  ${line.replace("=", "&=")}`).join(" \\\\\n");
  return ["\\textbf{Working}:", `\\begin{align*}\n${aligned}\n\\end{align*}`];
}

/**
 * A tensor as lines of LaTeX: a matrix, or one for each plane, by its indices.
 *
 * @example tensorLines("X", { shape: [1, 2], data: Float64Array.of(1, -2) }) // ["X = \\begin{bmatrix} 1 & -2 \\end{bmatrix}"]
 */
export function tensorLines(symbol: string, { shape, data }: Operand): string[] {
  if (!data) return [`${symbol} \\in \\mathbb{R}^{${shape.join(" \\times ") || "1"}}`];
  if (shape.length === 0) return [`${symbol} = ${formatNumber(data[0] ?? Number.NaN)}`];
  const [height, width] = shape.length === 1 ? [1, shape[0] ?? 1] : shape.slice(-2);
  const leads = shape.slice(0, -2);
  const plane = (height ?? 1) * (width ?? 1);
  return Array.from({ length: sizeOf(leads) }, (_, index) => {
    const cells = data.subarray(index * plane, (index + 1) * plane);
    const indices = coordinatesOf(leads, index).join(",");
    const name = indices === "" ? symbol : `{${symbol}}_{${indices}}`;
    return `${name} = ${matrix(cells, width ?? 1)}`;
  });
}

function matrix(cells: Float64Array, width: number): string {
  const rows = Array.from({ length: cells.length / Math.max(1, width) }, (_, row) =>
    Array.from(cells.subarray(row * width, (row + 1) * width), formatNumber).join(" & "),
  );
  return `\\begin{bmatrix} ${rows.join(" \\\\ ")} \\end{bmatrix}`;
}

/** Lines set apart, one under another. */
export function displayed(lines: readonly string[]): string {
  return `\\begin{gather*}\n${lines.map((line) => `  ${line}`).join(" \\\\\n")}\n\\end{gather*}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  "×": "$\\times$",
  "·": "$\\cdot$",
  "−": "$-$",
  "∂": "$\\partial$",
  γ: "$\\gamma$",
  β: "$\\beta$",
  "–": "--",
  "’": "'",
  ε: "$\\varepsilon$",
};

/** Words as LaTeX writes them. */
export function plain(words: string): string {
  return words
    .replaceAll(/[×·−∂γβ–’ε]/g, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/[%&#_]/g, "\\$&");
}

/** As many columns as bmatrix takes unless told otherwise. */
const USUAL_COLUMNS = 10;

/** Paragraphs as one text, which makes room for matrices of many columns. */
export function inOnePiece(paragraphs: readonly string[]): string {
  const text = paragraphs.join("\n\n");
  const rows = text.match(/\\begin\{bmatrix\}[^\\]*/g) ?? [];
  const widest = rows.reduce((most, row) => Math.max(most, row.split("&").length), 0);
  return widest > USUAL_COLUMNS ? `\\setcounter{MaxMatrixCols}{${widest}}\n\n${text}` : text;
}
