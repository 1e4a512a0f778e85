import { LAYER_KINDS, optionText, type Layer } from "@/lib/network";
import { FRAMEWORK_WORDS, readAsWords } from "@/content/network";
import type { Form } from "../form";
import { besideOf, replacedOf } from "./beside";
import { checkedOf } from "./checked";
import { sizesText } from "./numbers";
import { type Read, readNetworkOf, readText } from "./read";
import { rowsOf, totalsOf } from "./rows";
import { runOffer } from "./run-offer";
import { sightOf } from "./sight";
import { trainingScene } from "./training";
import type { BuiltLayer, Scene, Worked } from "./types";
import { workingOf } from "./working";

/** Everything that the page shows of what was typed. */
export function work(form: Form, say: (words: string) => void): Worked {
  say("Reading the network");
  const read = readNetworkOf(form);
  const other = readOther(form);
  say("Counting its layers");
  return {
    readAs: readAs(read),
    problems: read.problems,
    notes: notesOf(read),
    ...(read.inputProblem === undefined ? {} : { inputProblem: read.inputProblem }),
    ...(read.source?.input ? { ownInput: sizesText(read.source.input) } : {}),
    other: { readAs: readAs(other), problems: problemsOf(other), notes: notesOf(other) },
    builder: {
      kinds: LAYER_KINDS.map(({ name }) => name),
      layers: (read.source?.layers ?? []).map(builtLayer),
    },
    scene: read.report ? sceneOf(read.report, other, form) : null,
  };
}

function readAs({ source }: Read): string {
  if (!source) return "";
  return readAsWords(FRAMEWORK_WORDS[source.framework ?? "json"], source.layers.length);
}

/** The network beside it takes the same input unless it has one of its own. */
function readOther(form: Form): Read {
  return readText(form.other, form.otherInput.trim() === "" ? form.input : form.otherInput, form);
}

function notesOf({ source }: Read): Worked["notes"] {
  return (source?.notes ?? []).map(({ line, message }) => ({ line, message }));
}

function problemsOf({ problems, inputProblem, report }: Read): Worked["problems"] {
  return [
    ...problems,
    ...(inputProblem === undefined ? [] : [{ message: inputProblem }]),
    ...(report?.layers ?? []).flatMap(({ error, line }) =>
      error ? [{ message: error.message, ...(line === undefined ? {} : { line }) }] : [],
    ),
  ];
}

function sceneOf(report: NonNullable<Read["report"]>, other: Read, form: Form): Scene {
  return {
    rows: rowsOf(report),
    ...totalsOf(report),
    working: workingOf(report, form),
    sight: sightOf(report, form),
    training: trainingScene(report, form),
    run: runOffer(report),
    beside: other.report ? besideOf(report, other.report, form) : null,
    ...replacedOf(report, form),
    ...checkedOf(report, form),
  };
}

function builtLayer(layer: Layer): BuiltLayer {
  const takes = LAYER_KINDS.find(({ name }) => name === layer.name)?.takes ?? [];
  const keys = ["id", ...takes, "from"];
  const values: ReadonlyMap<string, Layer[keyof Layer]> = new Map(Object.entries(layer));
  return {
    name: layer.name,
    id: layer.id ?? "",
    options: keys.map((key) => ({
      key,
      text: optionText(values.get(key)),
    })),
  };
}
