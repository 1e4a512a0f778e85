import { type Question, counts } from "@/lib/question";
import { type Image, imageOf, isChannelsLast, shape4 } from "./image";
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
