import { type Question, counts } from "@/lib/question";
import { type Image, gradientOf, imageOf, isChannelsLast, shape4 } from "./image";
import { type Model, computed } from "./model";

/** Max unpooling: every value goes back to its index. */
interface Unpooling {
  readonly x: Image;
  readonly indices: Image;
  readonly overwritten: boolean;
}

/** The output of max unpooling; where values meet they are added, or the last one stays. */
export function unpoolingOutput(question: Question): Model<Unpooling> | undefined {
  const x = imageOf(question, question.inputs.x);
  const indices = imageOf(question, question.inputs.indices);
  if (!x || !indices) return undefined;
  const yShape = counts(question).shapes.y ?? [];
  const shape = shape4(yShape, isChannelsLast(question, yShape.length));
  return {
    right: { x, indices, overwritten: question.params.overlap !== "sum" },
    slips: [
      {
        id: "OVERLAP_OVERWRITTEN",
        readings: [(setup) => (setup.overwritten ? undefined : { ...setup, overwritten: true })],
      },
    ],
    compute: ({ overwritten }) => {
      const area = shape[2] * shape[3];
      const result = new Float64Array(shape[0] * shape[1] * area);
      const inArea = x.shape[2] * x.shape[3];
      x.data.forEach((value, offset) => {
        const at = Math.floor(offset / inArea) * area + (indices.data[offset] ?? 0);
        result[at] = overwritten ? value : (result[at] ?? 0) + value;
      });
      return computed(shape, result);
    },
  };
}

/** How the gradient of a place is given back to the values that went there. */
interface UnpoolingGradient {
  readonly to: "all" | "last" | "shared";
}

/** ∂L/∂X of max unpooling: every value gets back the whole gradient of the place that it went to. */
export function unpoolingGradient(question: Question): Model<UnpoolingGradient> | undefined {
  const indices = imageOf(question, question.inputs.indices);
  const yShape = counts(question).shapes.y ?? [];
  const gradient = gradientOf(question, shape4(yShape, isChannelsLast(question, yShape.length)));
  if (!indices || !gradient) return undefined;
  return {
    right: { to: "all" },
    slips: [
      { id: "OVERLAP_OVERWRITTEN", readings: [() => ({ to: "last" })] },
      { id: "SPREAD_EVENLY", readings: [() => ({ to: "shared" })] },
    ],
    compute: ({ to }) => {
      const places = placesOf(indices, gradient);
      const last = new Map(Array.from(places, (place, offset) => [place, offset]));
      const met = new Map<number, number>();
      for (const place of places) met.set(place, (met.get(place) ?? 0) + 1);
      const values = places.map((place, offset) => {
        const arriving = gradient.data[place] ?? 0;
        if (to === "last" && last.get(place) !== offset) return 0;
        return to === "shared" ? arriving / (met.get(place) ?? 1) : arriving;
      });
      return computed(indices.shape, values);
    },
  };
}

/** Where in y each value went, counted over all planes. */
function placesOf(indices: Image, y: Image): number[] {
  const area = y.shape[2] * y.shape[3];
  const inArea = indices.shape[2] * indices.shape[3];
  return Array.from(indices.data, (index, offset) => Math.floor(offset / inArea) * area + index);
}
