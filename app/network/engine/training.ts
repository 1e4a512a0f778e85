import { TRAINING_WORDS } from "@/content/network";
import { type NetworkReport, networkReport, trainingOf, withNewHead } from "@/lib/network";
import type { Form } from "../form";
import { problemOf } from "./read";
import { bytesText, countText, figured, percentText } from "./numbers";
import { optionsText } from "./rows";
import type { TrainingScene } from "./types";

/** What a step of training takes, with layers frozen and perhaps a new head. */
export function trainingScene(report: NetworkReport, form: Form): TrainingScene {
  const headed = withHead(report, form.head);
  const used = headed.report ?? report;
  const frozen = new Set(form.frozen);
  const training = trainingOf(used, form.optimiser, frozen);
  const { trained, frozen: kept, total } = training;
  const { units } = used.settings.conventions;
  const parts = (["parameters", "buffers", "gradients", "optimiser", "activations"] as const).map(
    (name) => ({ label: TRAINING_WORDS[name], ...training[name] }),
  );
  const most = Math.max(...parts.map(({ values }) => values));
  return {
    layers: used.layers.flatMap(({ id, params }, place) =>
      (params ?? 0) > 0
        ? [
            {
              id,
              words: `${used.layers[place]?.name ?? ""} ${optionsText(used.examined[place]?.layer ?? { name: "" })}`,
              params: countText(params ?? 0),
              isFrozen: frozen.has(id),
            },
          ]
        : [],
    ),
    head: headed.head,
    ...(headed.problem === undefined ? {} : { headProblem: headed.problem }),
    says: TRAINING_WORDS.says(
      countText(trained),
      countText(trained + kept),
      percentText(trained, trained + kept),
    ),
    parts: [
      ...parts
        .filter(({ values }) => values > 0)
        .map(({ label, values, bytes }) => ({
          label,
          values: countText(values),
          ...figured(bytesText(bytes, units), values, most, total.values, false),
        })),
      {
        label: TRAINING_WORDS.total,
        values: countText(total.values),
        text: bytesText(total.bytes, units),
        hasWorking: false,
      },
    ],
  };
}

interface Headed {
  readonly report?: NetworkReport;
  /** The id of the layer that is, or would be, replaced. */
  readonly head: string | null;
  readonly problem?: string;
}

function withHead(report: NetworkReport, classes: string): Headed {
  const layers = report.examined.map(({ layer }) => layer);
  const out = Number(classes);
  try {
    const { layers: headed, head } = withNewHead(layers, out);
    const id = report.layers[head]?.id ?? null;
    if (classes.trim() === "") return { head: id };
    if (!Number.isSafeInteger(out) || out < 1) {
      return { head: id, problem: TRAINING_WORDS.classes(classes) };
    }
    return { head: id, report: networkReport(headed, report.input, report.settings) };
  } catch (error) {
    const { message } = problemOf(error);
    return { head: null, ...(classes.trim() === "" ? {} : { problem: message }) };
  }
}
