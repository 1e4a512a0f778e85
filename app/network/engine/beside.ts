import { VERSUS_WORDS } from "@/content/network";
import { type NetworkReport, type ReportRow, fullyConnectedTwin, trainingOf } from "@/lib/network";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { type Question, counts } from "@/lib/question";
import { bytesOf } from "@/lib/tensor";
import { derive } from "@/lib/derivation";
import type { Form } from "../form";
import { bytesText, countText, perAxisText } from "./numbers";
import { optionsText } from "./rows";
import type { Figured, Replaced, Versus } from "./types";
import { scenesOf } from "./working";

interface Line {
  readonly label: string;
  readonly values: readonly [number, number];
  readonly write: (value: number) => string;
}

/** Two networks, total by total. */
export function besideOf(one: NetworkReport, other: NetworkReport, form: Form): Versus {
  const { units } = one.settings.conventions;
  const bytes = (value: number) => bytesText(value, units);
  const both = (read: (report: NetworkReport) => number) => [read(one), read(other)] as const;
  const versus = versusOf(namesOf(form), [
    { label: VERSUS_WORDS.params, values: both(paramsOf), write: countText },
    { label: VERSUS_WORDS.macs, values: both(({ totals }) => totals.macs), write: countText },
    {
      label: VERSUS_WORDS.weights,
      values: both((report) => bytesOf(paramsOf(report), report.settings.dtype)),
      write: bytes,
    },
    {
      label: VERSUS_WORDS.activations,
      values: both(({ totals }) => totals.activation.bytes),
      write: bytes,
    },
    {
      label: VERSUS_WORDS.training[form.optimiser],
      values: both((report) => trainingOf(report, form.optimiser).total.bytes),
      write: bytes,
    },
    { label: VERSUS_WORDS.layers, values: both(({ layers }) => layers.length), write: countText },
  ]);
  return { ...versus, lines: [...versus.lines, ...fieldLine(one, other)] };
}

/** Ready-made networks by their names. */
function namesOf({ code, other }: Form): Versus["names"] {
  const [one, another] = [code, other].map(
    (text) => KNOWN_NETWORKS.find((known) => known.code === text)?.title,
  );
  const areAlike = one !== undefined && one === another;
  const { one: first, other: second } = VERSUS_WORDS.names;
  return areAlike ? [first, second] : [one ?? first, another ?? second];
}

function paramsOf({ totals }: NetworkReport): number {
  return totals.params;
}

/** How far the last cells that see a plane see, where both can be told. */
function fieldLine(one: NetworkReport, other: NetworkReport): Versus["lines"] {
  const [first, second] = [one, other].map(({ layers }) =>
    layers.findLast(({ receptive_field }) => receptive_field !== null),
  );
  if (!first || !second) return [];
  return [{ label: VERSUS_WORDS.field, sides: [fieldOf(first), fieldOf(second)], ratio: "" }];
}

function fieldOf({ receptive_field, id }: ReportRow): Figured {
  return { text: `${perAxisText(receptive_field)} (${id})`, hasWorking: false };
}

function versusOf(names: Versus["names"], lines: readonly Line[]): Versus {
  return {
    names,
    lines: lines.map(({ label, values, write }) => {
      const most = Math.max(...values);
      const side = (value: number) => ({
        text: write(value),
        hasWorking: false,
        part: most === 0 ? 0 : value / most,
      });
      return { label, sides: [side(values[0]), side(values[1])], ratio: ratioText(values) };
    }),
  };
}

/** "12.3 times" */
function ratioText([one, other]: readonly [number, number]): string {
  const [less, more] = [Math.min(one, other), Math.max(one, other)];
  if (less === more) return VERSUS_WORDS.alike;
  if (less === 0) return "";
  const times = more / less;
  return `${times >= 100 ? countText(Math.round(times)) : String(Number(times.toPrecision(3)))} ×`;
}

/** The convolutions of a network, and the fully connected layer that would stand in for the chosen one. */
export function replacedOf(
  { examined, layers, settings }: NetworkReport,
  { replaced }: Form,
): {
  readonly convolutions: readonly { place: string; words: string }[];
  readonly replaced: Replaced | null;
} {
  const candidates = examined.filter(
    (one) => fullyConnectedTwin(one) !== undefined && !one.stage?.parts,
  );
  const convolutions = candidates.map(({ index, id, layer }) => ({
    place: String(index),
    words: `${id}: ${optionsText(layer)}`,
  }));
  const one = candidates.find(({ index }) => String(index) === replaced) ?? candidates[0];
  const twin = one && fullyConnectedTwin(one);
  const question = one?.stage?.question;
  if (!one || !twin || !question) return { convolutions, replaced: null };
  const { units } = settings.conventions;
  return {
    convolutions,
    replaced: {
      place: String(one.index),
      versus: twins(question, twin, units, layers[one.index]?.id ?? ""),
      steps: [
        { title: VERSUS_WORDS.convolution, steps: scenesOf(derive(question, "params").steps) },
        { title: VERSUS_WORDS.connectedParameters, steps: scenesOf(derive(twin, "params").steps) },
      ],
    },
  };
}

function twins(
  question: Question,
  twin: Question,
  units: NetworkReport["settings"]["conventions"]["units"],
  id: string,
): Versus {
  const [one, other] = [counts(question), counts(twin)];
  const bytes = (value: number) => bytesText(value, units);
  return versusOf(
    [id, VERSUS_WORDS.connected],
    [
      { label: VERSUS_WORDS.params, values: [one.params, other.params], write: countText },
      {
        label: VERSUS_WORDS.weights,
        values: [bytesOf(one.params, question.dtype), bytesOf(other.params, question.dtype)],
        write: bytes,
      },
      { label: VERSUS_WORDS.macs, values: [one.macs, other.macs], write: countText },
      {
        label: VERSUS_WORDS.output,
        values: [one.memory["y"]?.bytes ?? 0, other.memory["y"]?.bytes ?? 0],
        write: bytes,
      },
    ],
  );
}
