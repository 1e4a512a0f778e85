import { deriveReceptiveField } from "@/lib/derivation";
import { conv2dMacs, conv2dParameters, receptiveField } from "@/lib/tensor";
import { dot, equation, number, power, proseNumber, symbol, words } from "@/lib/tex";
import type { BarsFigure, TableFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";

/** The side of each kernel of the stack, as VGG has it. */
const SMALL = 3;

/** What layers of one kernel size cost, with as many channels going in as coming out. */
interface Cost {
  readonly layers: number;
  readonly kernel: number;
  readonly weights: number;
  readonly macs: number;
}

/** A stack of 3×3 layers against one kernel that sees as far. Card 19; weights alone, as the VGG paper counts. */
export const stackedKernelsLab = defineLab({
  id: "stacked-kernels",
  title: "A stack of small kernels against a large one",
  lead: "Every layer keeps the number of channels and the size of the plane. Add layers to the stack: the one kernel that sees as far grows with the square of its side.",
  fields: {
    layers: { kind: "number", label: "3×3 layers", start: 3, least: 2, most: 10, whole: true },
    channels: { kind: "number", label: "channels", start: 64, least: 1, most: 2048, whole: true },
    size: {
      kind: "number",
      label: "height and width",
      start: 56,
      least: 1,
      most: 512,
      whole: true,
    },
  },
  work({ layers, channels, size }) {
    const chain = Array.from({ length: layers }, (_, index) => ({
      kernel: SMALL,
      name: `layer ${index + 1}`,
    }));
    const field = receptiveField(chain).size;
    const stack = costOf(layers, SMALL, channels, size);
    const single = costOf(1, field, channels, size);
    return {
      results: {
        layers,
        field,
        channels,
        stackWeights: stack.weights,
        singleWeights: single.weights,
        stackMacs: stack.macs,
        singleMacs: single.macs,
        stackFactor: stack.weights / channels ** 2,
        singleFactor: single.weights / channels ** 2,
        percentMore: Math.round(100 * (single.weights / stack.weights - 1)),
      },
      parts: [
        bars(stack, single),
        table(stack, single, field),
        { kind: "steps", steps: deriveReceptiveField(chain).steps },
        {
          kind: "steps",
          steps: [weightStep(stack, channels), weightStep(single, channels)],
        },
        { kind: "steps", steps: [macStep(stack, size), macStep(single, size)] },
      ],
    };
  },
});

function costOf(layers: number, kernel: number, channels: number, size: number): Cost {
  const shape = [channels, channels, kernel, kernel];
  const padding = (kernel - 1) / 2;
  return {
    layers,
    kernel,
    weights: layers * conv2dParameters(shape, false),
    macs: layers * conv2dMacs([1, channels, size, size], shape, { padding }),
  };
}

/** "3 layers of 3×3" or "1 layer of 7×7". */
function nameOf({ layers, kernel }: Cost): string {
  return `${layers} ${layers === 1 ? "layer" : "layers"} of ${kernel}×${kernel}`;
}

function bars(stack: Cost, single: Cost): BarsFigure {
  return {
    kind: "bars",
    title: "Weights of two ways to see as far",
    unit: "weights",
    bars: [
      { label: nameOf(stack), value: stack.weights, role: "output" },
      { label: nameOf(single), value: single.weights, role: "kernel" },
    ],
  };
}

function table(stack: Cost, single: Cost, field: number): TableFigure {
  return {
    kind: "table",
    title: "What each sees and costs",
    head: ["", nameOf(stack), nameOf(single)],
    rows: [
      ["receptive field", `${field}×${field}`, `${field}×${field}`],
      ["weights", stack.weights, single.weights],
      ["multiply–adds", stack.macs, single.macs],
      ["activations (ReLU)", stack.layers, single.layers],
    ],
  };
}

function weightStep(cost: Cost, channels: number): LabStep {
  const { layers, kernel, weights } = cost;
  const each = number(kernel ** 2, "kernel");
  const factors = layers === 1 ? [each] : [layers, each];
  return {
    says: `${nameOf(cost)}: each of the filters has a ${kernel}×${kernel} kernel for every channel, and there are as many filters as channels.`,
    line: equation(
      words("weights"),
      dot(...factors, power(symbol("C"), 2)),
      dot(...factors, power(number(channels, "input"), 2)),
      weights,
    ),
  };
}

function macStep(cost: Cost, size: number): LabStep {
  return {
    says: `${nameOf(cost)}: every weight is used once at each of the ${proseNumber(size ** 2)} places.`,
    line: equation(
      words("MACs"),
      dot(number(size, "output"), number(size, "output"), number(cost.weights, "kernel")),
      cost.macs,
    ),
  };
}
