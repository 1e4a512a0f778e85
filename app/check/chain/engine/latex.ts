import { settingWords } from "@/lib/exercises";
import { layerIds } from "@/lib/network";
import type { ChainQuestion, ChainValue } from "@/lib/network/chain";
import { derive } from "@/lib/derivation";
import type { Ask } from "@/lib/question";
import { toTex } from "@/lib/tex";
import { stepsOrNone } from "../../engine/drawn";
import { displayed, inOnePiece, plain, tensorLines } from "../../engine/latex";
import type { ChainForm } from "../form";
import { problemOf } from "./problem";
import { symbolOf } from "./values";

/** The most numbers of a tensor that are written out. */
const MOST_WRITTEN = 256;

/** A chain in one piece of LaTeX: what is given, then every value, forward and back, with its working. */
export function latexOfChain(form: ChainForm): string {
  const { question, values } = problemOf(form);
  return inOnePiece([
    plain(chainWords(question)),
    displayed(givenLines(question)),
    ...values.flatMap(valueLines),
  ]);
}

function chainWords({ layers, loss, backward = 1 }: ChainQuestion): string {
  const said = layers.map(({ name, kernel, stride, padding, dilation }) => {
    const settings = settingWords({
      ...(kernel === undefined ? {} : { kernel }),
      ...(stride === undefined ? {} : { stride }),
      ...(padding === undefined ? {} : { padding }),
      ...(dilation === undefined ? {} : { dilation }),
    });
    return settings === "" ? name : `${name} (${settings})`;
  });
  const end = loss ? [`${loss.name}, ${loss.reduction}`] : [];
  const times = backward === 1 ? "" : ` backward() runs ${backward} times.`;
  return `${[...said, ...end].join(" → ")}.${times}`;
}

function givenLines({ layers, inputs, loss, dy }: ChainQuestion): string[] {
  const kinds = new Map(
    layerIds(layers).flatMap((ids, place) => ids.map((id) => [id, layers[place]?.name] as const)),
  );
  const lines = Object.entries(inputs).flatMap(([key, operand]) => {
    const kind = kinds.get(key.slice(0, key.lastIndexOf(".")));
    return isShort(operand.data?.length) ? tensorLines(inputSymbol(key, kind), operand) : [];
  });
  return [
    ...lines,
    ...(loss ? tensorLines("T", loss.target) : []),
    ...(dy && isShort(dy.data?.length) ? tensorLines("G", dy) : []),
  ];
}

function inputSymbol(key: string, kind: string | undefined): string {
  if (key === "x") return "X";
  const { of, symbol } = symbolOf(key, kind);
  return `${symbol}^{\\text{${plain(of)}}}`;
}

function valueLines({ key, tensor, question, ask, layer }: ChainValue): string[] {
  const { of, symbol } = symbolOf(key, layer?.name);
  const title = `\\textbf{${plain(of)}}, $${symbol}$:`;
  const answer = isShort(tensor.data.length)
    ? displayed(tensorLines(symbol, tensor))
    : plain(`${tensor.shape.join("×")} numbers.`);
  const lines =
    question && isShort(tensor.data.length)
      ? stepsOrNone(() => derive(question, ask as Ask).steps.map(({ line }) => toTex(line)))
      : [];
  if (lines.length === 0) return [title, answer];
  const aligned = lines.map((line) => `  ${line.replace("=", "&=")}`).join(" \\\\\n");
  return [title, answer, `\\begin{align*}\n${aligned}\n\\end{align*}`];
}

function isShort(length: number | undefined): boolean {
  return (length ?? 0) <= MOST_WRITTEN;
}
