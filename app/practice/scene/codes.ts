import { type Variant, statementOf } from "@/lib/exercises";
import { asNumpy, asPyTorch } from "../as-code";
import { channelsFirst } from "./channels-first";
import { isLayer } from "./draft";

/** The problem to take elsewhere: its statement as LaTeX, its tensors and its layer as code. */
export function codesOf(variant: Variant): { readonly name: string; readonly text: string }[] {
  const { question, ask } = variant;
  const latex = { name: "LaTeX", text: statementOf(variant).tex };
  if (!isLayer(question)) return [latex];
  return [
    latex,
    { name: "PyTorch", text: asPyTorch(channelsFirst(question), ask) },
    { name: "NumPy", text: asNumpy(question) },
  ];
}
