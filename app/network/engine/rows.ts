import {
  type Examined,
  type Layer,
  type NetworkReport,
  type ReportRow,
  deriveFigure,
  optionText,
} from "@/lib/network";
import { OPTION_WORDS } from "@/content/network";
import type { Figure } from "../form";
import { bytesText, countText, figured, percentText, perAxisText, sizesText } from "./numbers";
import type { Row, Scene } from "./types";

/** The rows of the table as they are shown. */
export function rowsOf(report: NetworkReport): readonly Row[] {
  const { layers, examined, totals, settings } = report;
  const most = (read: (row: ReportRow) => number | null | undefined) =>
    layers.reduce((largest, row) => Math.max(largest, read(row) ?? 0), 0);
  const [params, macs, values] = [
    most((row) => row.params),
    most((row) => row.macs),
    most((row) => row.activation?.values),
  ];
  return layers.map((row, place) => {
    const one = examined[place];
    const has = (figure: Figure) => hasWorking(one, figure);
    const { bytes = null, values: own = null } = row.activation ?? {};
    return {
      place,
      id: row.id,
      kind: row.name,
      options: one ? optionsText(one.layer) : "",
      ...(row.line === undefined ? {} : { line: row.line }),
      ...fromText(row, place, layers),
      shape: { text: row.shape ? sizesText(row.shape) : "–", hasWorking: has("shape") },
      params: figured(shown(row.params), row.params, params, totals.params, has("params")),
      macs: figured(shown(row.macs), row.macs, macs, totals.macs, has("macs")),
      values: { text: shown(own), hasWorking: has("activation") },
      bytes: figured(
        bytes === null ? "–" : bytesText(bytes, settings.conventions.units),
        own,
        values,
        totals.activation.values,
        has("activation"),
      ),
      field: { text: perAxisText(row.receptive_field), hasWorking: has("receptive_field") },
      jump: { text: perAxisText(row.jump), hasWorking: has("receptive_field") },
      ...(row.error ? { error: row.error.message } : {}),
    };
  });
}

function shown(count: number | null): string {
  return count === null ? "–" : countText(count);
}

/** Whether there is a working, told without writing it. */
function hasWorking(one: Examined | undefined, figure: Figure): boolean {
  if (!one) return false;
  if (figure === "receptive_field") return (one.leaves?.chain?.height.length ?? 0) > 0;
  if (!one.stage) return false;
  return figure === "shape" || figure === "activation" || one.stage.row[figure] > 0;
}

/** The steps of one cell. */
export function stepsOf(report: NetworkReport, place: number, figure: Figure) {
  const one = report.examined[place];
  return one ? deriveFigure(one, figure) : [];
}

/** "3 → 64, 11×11, stride 4" */
export function optionsText(layer: Layer): string {
  const { in: ins, out, kernel, connections, ...rest } = layer;
  const channels = out === undefined ? "" : ins === undefined ? `→ ${out}` : `${ins} → ${out}`;
  const window =
    kernel === undefined
      ? ""
      : typeof kernel === "number"
        ? `${kernel}×${kernel}`
        : kernel.join("×");
  const others = Object.entries(rest).flatMap(([key, value]) => {
    const word = OPTION_WORDS[key];
    return word === undefined ? [] : [word(optionText(value))];
  });
  const partly = connections ? ["not all channels"] : [];
  return [channels, window, ...others, ...partly].filter((text) => text !== "").join(", ");
}

/** The layers that arrive, where it is not the one before. */
function fromText(
  { from }: ReportRow,
  place: number,
  layers: readonly ReportRow[],
): { readonly from: string } | Record<string, never> {
  if (from.length === 1 && from[0] === place - 1) return {};
  return { from: from.map((one) => layers[one]?.id ?? "the input").join(", ") };
}

/** The totals, and where most of it sits. */
export function totalsOf({
  totals,
  settings,
  layers,
}: NetworkReport): Pick<Scene, "totals" | "where"> {
  const { params, macs, activation, buffers } = totals;
  return {
    totals: {
      params: countText(params),
      macs: countText(macs),
      values: countText(activation.values),
      bytes: bytesText(activation.bytes, settings.conventions.units),
    },
    where: [
      ...mostIn("parameters", layers, (row) => row.params ?? 0, params),
      ...mostIn("multiply–adds", layers, (row) => row.macs ?? 0, macs),
      ...mostIn("activations", layers, (row) => row.activation?.values ?? 0, activation.values),
      ...(buffers > 0 ? [`${countText(buffers)} values are kept and not learned`] : []),
    ],
  };
}

function mostIn(
  what: string,
  layers: readonly ReportRow[],
  read: (row: ReportRow) => number,
  all: number,
): readonly string[] {
  if (all === 0 || layers.length < 2) return [];
  const most = layers.reduce((one, row) => (read(row) > read(one) ? row : one));
  return [`${percentText(read(most), all)} of the ${what} are ${most.id}’s`];
}
