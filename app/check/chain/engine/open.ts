import { GIVEN_WORDS, MAP_WORDS, MULTIPLE_WORDS } from "@/content/chain";
import { type Key, keyOf } from "@/lib/answer/check";
import { type ChainQuestion, type ChainValue, recomputed } from "@/lib/network/chain";
import { counts, type Question } from "@/lib/question";
import { KernelError, type Tensor } from "@/lib/tensor";
import { codesOf } from "../../engine/codes";
import { drawn } from "../../engine/drawn";
import { largeOf, MOST_WORK } from "../../engine/work";
import { MOST_CELLS } from "../../engine/spec";
import { renderInline } from "../../../prose/render";
import { texToHtml } from "../../../prose/tex";
import { signed } from "../../../scene/signed";
import type { CellTable, OpenValue } from "./types";

/** The most cells of a layer that maps each by itself that are listed. */
const MOST_LISTED = 24;

/** The working of one value of a chain. */
export function openValue(
  value: ChainValue,
  values: readonly ChainValue[],
  chain: ChainQuestion,
  at: string,
): OpenValue {
  const { key, tensor, question, ask } = value;
  const own = question && worked(question, ask, at);
  return {
    key,
    shape: tensor.shape,
    ...(own ?? { picture: null, steps: [], codes: [] }),
    large: question ? largeOf(question, ask, tensor) : largeAlone(value),
    words: wordsOf(value, chain),
    cells: question ? null : cellsOf(value, values, chain),
    canProve: question !== undefined,
  };
}

function worked(question: Question, ask: string, at: string) {
  if (!isSmall(question)) return { picture: null, steps: [], codes: [] };
  const key = keyFor(question, ask);
  return {
    ...drawn(question, ask, at, key?.tensor.shape),
    codes: key ? codesOf(question, ask, key, true) : [],
  };
}

function isSmall(question: Question): boolean {
  const operands = [...Object.values(question.inputs), question.dy];
  return (
    counts(question).macs <= MOST_WORK &&
    operands.every((operand) => (operand?.data?.length ?? 0) <= 4096)
  );
}

function keyFor(question: Question, ask: string): Extract<Key, { kind: "tensor" }> | undefined {
  try {
    const key = keyOf(question, ask);
    return key.kind === "tensor" ? key : undefined;
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
}

function largeAlone({ key, tensor: { shape, data } }: ChainValue) {
  return data.length > MOST_CELLS ? [{ title: key, shape, data }] : [];
}

/** What the layer does, and why the value is a multiple of what it gives. */
function wordsOf(value: ChainValue, chain: ChainQuestion): string {
  const said = [ownWords(value, chain), multipleWords(value, chain)].filter((one) => one !== "");
  return said.map((one) => `<p>${renderInline(one)}</p>`).join("");
}

function ownWords({ question, layer, direction }: ChainValue, { dy }: ChainQuestion): string {
  if (question) return "";
  if (!layer || direction === undefined) return dy ? GIVEN_WORDS.dy : GIVEN_WORDS.ones;
  return MAP_WORDS[layer.name]?.[direction] ?? GIVEN_WORDS.other;
}

function multipleWords(
  { key, factor, question }: ChainValue,
  { backward = 1 }: ChainQuestion,
): string {
  if (key === "loss") return factor === 1 ? "" : MULTIPLE_WORDS.sum(factor);
  const terms = question?.dy?.shape.length === 0 ? (question.dy.data?.[0] ?? 1) : 1;
  if (terms !== 1) return MULTIPLE_WORDS.sumGradient(terms);
  return factor === 1 || backward === 1 ? "" : MULTIPLE_WORDS.backward(factor);
}

/** Each cell of a layer that maps values one by one: what goes in, what comes out, and the slope. */
function cellsOf(
  value: ChainValue,
  values: readonly ChainValue[],
  chain: ChainQuestion,
): CellTable | null {
  const { layer, reads, tensor, direction } = value;
  if (!layer || layer.name === "Flatten") return null;
  const x = tensorAt(reads.x, values, chain);
  const dy = tensorAt(reads.dy, values, chain);
  if (!x || (direction === "backward" && !dy)) return null;
  const slopes = dy && recomputed(value, { x, dy: { ...dy, data: dy.data.map(() => 1) } });
  const columns = slopes && dy ? [x, slopes, dy, tensor] : [x, tensor];
  const shown = Math.min(tensor.data.length, MOST_LISTED);
  return {
    heads: (dy ? CELL_HEADS.backward : CELL_HEADS.forward).map(texToHtml),
    rows: Array.from({ length: shown }, (_, cell) =>
      columns.map(({ data }) => signed(data[cell] ?? Number.NaN)),
    ),
    more: tensor.data.length - shown,
  };
}

const CELL_HEADS = {
  forward: ["x", "y"],
  backward: ["x", "\\partial y/\\partial x", "\\partial L/\\partial y", "\\partial L/\\partial x"],
};

function tensorAt(
  key: string | undefined,
  values: readonly ChainValue[],
  { inputs }: ChainQuestion,
): Tensor | undefined {
  if (key !== "x") return values.find((one) => one.key === key)?.tensor;
  const { x } = inputs;
  return x?.data ? x : undefined;
}
