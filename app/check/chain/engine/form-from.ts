import { type Layer, layerIds } from "@/lib/network";
import type { ChainQuestion } from "@/lib/network/chain";
import type { Operand } from "@/lib/question";
import { sizeOf } from "@/lib/tensor";
import { writeOperand } from "../../question-form";
import { BLANK_CHAIN, type ChainForm, type LayerRow } from "../form";
import { fieldsOf, isKind, type LayerField, WEIGHT_NAMES } from "../kinds";

/** The most numbers of one tensor that go into a field. */
const MOST_IN_FIELD = 4096;

/**
 * The form of a chain; null where it has a layer that the editor does not, or a tensor too long for a field.
 *
 * @example chainFormFrom(parseChain({ op: "network", layers: [{ name: "ReLU" }], inputs: { x: [[1, -2]] } }))?.x // "[[1, -2]]"
 */
export function chainFormFrom(question: ChainQuestion): ChainForm | null {
  const { layers, inputs, loss, dy, seed, backward, conventions, dtype } = question;
  const ids = layerIds(layers);
  const rows = layers.map((layer, index) => rowFrom(layer, ids[index] ?? [], inputs));
  const operands = [...Object.values(inputs), ...(dy ? [dy] : [])];
  if (operands.some(({ data }) => (data?.length ?? 0) > MOST_IN_FIELD)) return null;
  const known = rows.filter((row) => row !== null);
  if (known.length < rows.length) return null;
  return {
    ...BLANK_CHAIN,
    layers: known,
    x: written(inputs["x"]),
    ...(loss
      ? { loss: loss.name, target: written(loss.target), reduction: loss.reduction }
      : { dy: written(dy) }),
    seed: seed === undefined ? "" : String(seed),
    backward: backward === undefined || backward === 1 ? "" : String(backward),
    conventions,
    dtype,
  };
}

function rowFrom(
  layer: Layer,
  ids: readonly string[],
  inputs: Readonly<Record<string, Operand>>,
): LayerRow | null {
  const { name, from, shares, activation } = layer;
  if (!isKind(name) || from !== undefined || shares !== undefined || activation !== undefined)
    return null;
  const weights: { -readonly [Name in keyof LayerRow["weights"]]: string } = {};
  for (const weight of WEIGHT_NAMES) {
    const operand = ids.map((id) => inputs[`${id}.${weight}`]).find((one) => one !== undefined);
    if (operand) weights[weight] = written(operand);
  }
  const options: { -readonly [Name in LayerField]?: string } = {};
  for (const field of fieldsOf(name)) {
    const text = optionText(layer, field);
    if (text !== undefined) options[field] = text;
  }
  return { kind: name, options, weights };
}

function optionText(layer: Layer, field: LayerField): string | undefined {
  const value = field === "padding" ? (layer.pad ?? layer.padding) : layer[field];
  if (value === undefined || (field === "bias" && value === true)) return undefined;
  return typeof value === "object" ? value.map((one) => one ?? "None").join(", ") : String(value);
}

function written(operand: Operand | undefined): string {
  if (!operand) return "";
  return sizeOf(operand.shape) === 1 && operand.shape.length < 2 && operand.data
    ? String(operand.data[0])
    : writeOperand(operand);
}
