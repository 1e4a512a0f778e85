import { conclude } from "@/lib/derivation";
import { type NetworkReport, networkReport, trainingOf, withNewHead } from "@/lib/network";
import { KernelError } from "@/lib/tensor";
import { difference, dot, equation, fraction, number, proseNumber, sum, words } from "@/lib/tex";
import type { BarsFigure, TableFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";
import { ALEXNET, LENET_5, type ReadyNetwork, VGG_16, ownNetwork } from "../ready-networks";

/** A layer that learns: what it has, and whether it is trained on. */
interface Learner {
  readonly id: string;
  readonly name: string;
  readonly params: number;
  readonly isFrozen: boolean;
}

const READY: Readonly<Record<string, ReadyNetwork>> = {
  alexnet: ALEXNET,
  "vgg-16": VGG_16,
  "lenet-5": LENET_5,
};

/** How much is trained when the first layers are frozen and the head is new. Cards 11 and 13–15. */
export const frozenLayersLab = defineLab({
  id: "frozen-layers",
  title: "What is still trained",
  lead: "The last layer is always new, with one output for each of your classes. Freeze more of the others, or none, and watch how much your own data would have to teach.",
  fields: {
    network: {
      kind: "choice",
      label: "network",
      start: "alexnet",
      options: [
        { value: "alexnet", label: "AlexNet" },
        { value: "vgg-16", label: "VGG-16" },
        { value: "lenet-5", label: "LeNet-5" },
        { value: "own", label: "the layers below" },
      ],
    },
    own: {
      kind: "grid",
      label: "convolutions of your own network, on a 3×32×32 image",
      columns: ["filters", "kernel"],
      start: [
        [16, 3],
        [32, 3],
        [64, 3],
      ],
      most: [5, 2],
      least: 1,
      whole: true,
    },
    frozen: {
      kind: "number",
      label: "frozen layers, from the first on",
      start: 7,
      least: 0,
      most: 20,
      whole: true,
    },
    classes: {
      kind: "number",
      label: "classes of your own",
      start: 10,
      least: 1,
      most: 30000,
      whole: true,
    },
  },
  work({ network, own, frozen, classes }) {
    const { report, features, oldHead, newHead } = withHeadFor(
      classes,
      READY[network] ?? ownNetwork(checkedOwn(own)),
    );
    const learners = learnersOf(report, frozen);
    checkFrozen(frozen, learners);
    const frozenIds = new Set(learners.filter(({ isFrozen }) => isFrozen).map(({ id }) => id));
    const { trained, frozen: kept, parameters: all } = trainingOf(report, "sgd", frozenIds);
    const parameters = all.values;
    return {
      results: {
        layers: learners.length,
        parameters,
        trained,
        frozen: kept,
        oldHead,
        newHead,
        convolutions: paramsOf(learners, "Conv2d"),
        connected: paramsOf(learners, "Linear"),
        oneIn: Math.round(parameters / trained),
        classes,
      },
      parts: [
        bars(learners),
        table(learners),
        {
          kind: "steps",
          steps: [
            headStep(features, classes, newHead),
            ...trainedSteps(learners, { parameters, trained, kept }),
          ],
        },
      ],
    };
  },
});

function checkedOwn(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  for (const [index, [filters = 1, kernel = 1]] of rows.entries()) {
    if (filters <= 2048 && kernel <= 11) continue;
    throw new KernelError(
      "ERR_INPUT",
      `Convolution ${index + 1} has ${proseNumber(filters)} filters of ${kernel}×${kernel}; up to 2048 filters of up to 11×11 fit.`,
    );
  }
  return rows;
}

/** A network's report with the new head in its place, and what the head is made from. */
function withHeadFor(classes: number, before: ReadyNetwork) {
  const old = reportOf(before);
  const { layers, head } = withNewHead(before.layers, classes);
  const arriving = old.examined[head]?.stage?.inShape ?? [];
  const newHead = networkReport(layers.slice(head, head + 1), arriving).totals.params;
  const report: NetworkReport = {
    ...old,
    layers: old.layers.map((row, index) => (index === head ? { ...row, params: newHead } : row)),
  };
  return {
    report,
    features: arriving[1] ?? 0,
    oldHead: old.layers[head]?.params ?? 0,
    newHead,
  };
}

/** No field changes the networks to transfer from, so each is counted once. */
const COUNTED = new WeakMap<ReadyNetwork, NetworkReport>();

function reportOf(network: ReadyNetwork): NetworkReport {
  const counted = COUNTED.get(network);
  if (counted) return counted;
  const report = networkReport(network.layers, network.input);
  const fault = report.layers.find(({ error }) => error)?.error;
  if (fault) throw new KernelError("ERR_INPUT", fault.message);
  COUNTED.set(network, report);
  return report;
}

function learnersOf({ layers }: NetworkReport, frozen: number): Learner[] {
  return layers
    .filter(({ params }) => (params ?? 0) > 0)
    .map(({ id, name, params }, index) => ({
      id,
      name,
      params: params ?? 0,
      isFrozen: index < frozen,
    }));
}

function checkFrozen(frozen: number, learners: readonly Learner[]): void {
  const most = learners.length - 1;
  if (frozen <= most) return;
  throw new KernelError(
    "ERR_INPUT",
    `This network has ${learners.length} layers that learn, and the last is new and knows nothing yet, so up to ${most} can be frozen; it is ${frozen}.`,
  );
}

function paramsOf(learners: readonly Learner[], kind: string): number {
  return learners.filter(({ name }) => name === kind).reduce((all, { params }) => all + params, 0);
}

function bars(learners: readonly Learner[]): BarsFigure {
  return {
    kind: "bars",
    title: "Parameters of each layer that learns",
    unit: "parameters",
    bars: learners.map(({ id, params, isFrozen }) => ({
      label: `${id}, ${isFrozen ? "frozen" : "trained"}`,
      value: params,
      role: isFrozen ? "input" : "gradient",
    })),
  };
}

function table(learners: readonly Learner[]): TableFigure {
  return {
    kind: "table",
    title: "Layer by layer",
    head: ["layer", "parameters", "trained"],
    rows: learners.map(({ id, params, isFrozen }) => [id, params, isFrozen ? 0 : params]),
  };
}

function headStep(features: number, classes: number, newHead: number): LabStep {
  return {
    says: "The new head has a weight for each feature that arrives and each class, and a bias for each class.",
    line: equation(
      words("new head"),
      dot(sum(number(features, "input"), 1), number(classes, "output")),
      newHead,
    ),
  };
}

interface Counts {
  readonly parameters: number;
  readonly trained: number;
  readonly kept: number;
}

function trainedSteps(learners: readonly Learner[], counts: Counts): LabStep[] {
  const { parameters, trained, kept } = counts;
  const trainedOnes = learners.filter(({ isFrozen }) => !isFrozen).map(({ params }) => params);
  return [
    {
      says: "With the new head in its place, all layers together.",
      line: equation(words("all"), sum(...learners.map(({ params }) => params)), parameters),
    },
    {
      says: "Frozen weights are used as they are: no gradient changes them.",
      line: equation(
        words("trained"),
        ...(trainedOnes.length > 1 ? [sum(...trainedOnes)] : []),
        number(trained, "gradient"),
      ),
    },
    {
      says: "What was learned on the other data and stays.",
      line: equation(words("frozen"), difference(parameters, trained), number(kept, "input")),
    },
    {
      says: "So of the whole network this share is trained.",
      line: conclude(
        words("share"),
        fraction(number(trained, "gradient"), parameters),
        trained / parameters,
      ),
    },
  ];
}
