import { type LayerEdit, editedLayers, shapeTaken, writeLayers } from "@/lib/network";
import { parseLayers } from "@/lib/network/schema";
import { readSource } from "@/lib/network/source";
import { DEFAULT_CONVENTIONS } from "@/lib/question";
import { KernelError } from "@/lib/tensor";
import { BLANK, type Form } from "../form";
import { sizesText } from "./numbers";
import { readNetworkOf } from "./read";

/** The form of a file: code as it is, a question with its layers a line each. */
export function openFile(text: string): Form {
  const source = readSource(text);
  const isQuestion = source.conventions !== undefined;
  return {
    ...BLANK,
    code: isQuestion ? writeLayers(source.layers) : text,
    input: source.input ? sizesText(source.input) : "",
    conventions: source.conventions ?? BLANK.conventions,
    dtype: source.dtype ?? BLANK.dtype,
  };
}

/**
 * The network as a question, which `network` and `solve` read; images come N×C×H×W.
 *
 * @throws KernelError where there is no network yet
 */
export function saveForm(form: Form): string {
  const { source, report } = readNetworkOf(form);
  if (!source || !report) {
    throw new KernelError("ERR_INPUT", "There is no network to save yet.");
  }
  const { conventions, dtype } = report.settings;
  const usual = { ...conventions, layout: DEFAULT_CONVENTIONS.layout };
  const isUsual = JSON.stringify(usual) === JSON.stringify(DEFAULT_CONVENTIONS);
  const question = {
    op: "network",
    inputs: { x: { shape: shapeTaken(report.input, conventions.layout) } },
    ...(isUsual ? {} : { conventions: usual }),
    ...(dtype === "float32" ? {} : { dtype }),
  };
  const head = JSON.stringify(question, null, 1).slice(0, -2);
  return `${head},\n "layers": ${writeLayers(source.layers).trim()}\n}\n`;
}

/**
 * The list of layers with one change, as JSON.
 *
 * @throws KernelError for a text that is no value of its option
 */
export function editForm(form: Form, edit: LayerEdit): string {
  const layers = readNetworkOf(form).source?.layers ?? [];
  return writeLayers(parseLayers(editedLayers(layers, edit)));
}
