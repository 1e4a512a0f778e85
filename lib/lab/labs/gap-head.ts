import { linearMacs, linearParameters } from "@/lib/tensor";
import { dot, equation, number, parentheses, sum, times, words } from "@/lib/tex";
import type { BarsFigure, TableFigure } from "../figure";
import { type LabStep, defineLab } from "../lab";

/** A head of a classifier: how many features its fully connected layer reads, and what that costs. */
interface Head {
  readonly features: number;
  readonly parameters: number;
  readonly macs: number;
}

/** Global average pooling and a fully connected layer, against flattening and one. Card 22; both with biases. */
export const gapHeadLab = defineLab({
  id: "gap-head",
  title: "Average each channel, or flatten everything?",
  lead: "Both heads turn the last feature maps into class scores. Double the height and width: one head learns four times as much, the other notices nothing.",
  fields: {
    height: { kind: "number", label: "height", start: 7, least: 1, most: 64, whole: true },
    width: { kind: "number", label: "width", start: 7, least: 1, most: 64, whole: true },
    channels: { kind: "number", label: "channels", start: 512, least: 1, most: 4096, whole: true },
    classes: { kind: "number", label: "classes", start: 1000, least: 1, most: 30000, whole: true },
  },
  work({ height, width, channels, classes }) {
    const flat = headOf(channels * height * width, classes);
    const gap = headOf(channels, classes);
    return {
      results: {
        flatFeatures: flat.features,
        flatParameters: flat.parameters,
        gapFeatures: gap.features,
        gapParameters: gap.parameters,
        times: Math.round(flat.parameters / gap.parameters),
      },
      parts: [
        bars(flat, gap),
        table(flat, gap),
        {
          kind: "steps",
          steps: [
            {
              says: "Flattened, every value of every channel is a feature of its own.",
              line: equation(
                words("features"),
                times(number(channels, "input"), number(height, "input"), number(width, "input")),
                flat.features,
              ),
            },
            learned(flat, classes, "The fully connected layer then has a weight for each of them"),
            {
              says: "Averaged over its whole plane, each channel becomes one number. That takes additions and a division, nothing learned, whatever the size of the plane.",
              line: equation(words("features"), number(channels, "input")),
            },
            learned(gap, classes, "Now the fully connected layer has a weight for each channel"),
          ],
        },
      ],
    };
  },
});

function headOf(features: number, classes: number): Head {
  return {
    features,
    parameters: linearParameters([classes, features], true),
    macs: linearMacs([1, features], [classes, features]),
  };
}

function learned({ features, parameters }: Head, classes: number, says: string): LabStep {
  return {
    says: `${says} and each class, and a bias for each class.`,
    line: equation(
      words("parameters"),
      dot(parentheses(sum(number(features, "input"), 1)), number(classes, "output")),
      parameters,
    ),
  };
}

function bars(flat: Head, gap: Head): BarsFigure {
  return {
    kind: "bars",
    title: "Parameters of the head",
    unit: "parameters",
    bars: [
      { label: "flatten, then fully connected", value: flat.parameters, role: "kernel" },
      { label: "global average, then fully connected", value: gap.parameters, role: "output" },
    ],
  };
}

function table(flat: Head, gap: Head): TableFigure {
  return {
    kind: "table",
    title: "The two heads",
    head: ["", "flatten", "global average"],
    rows: [
      ["features that arrive", flat.features, gap.features],
      ["parameters", flat.parameters, gap.parameters],
      ["multiply–adds of the fully connected layer", flat.macs, gap.macs],
    ],
  };
}
