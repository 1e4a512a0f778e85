import type { Question } from "@/lib/question";
import { type Image, imageOf } from "./image";
import type { Computation, Model } from "./model";
import { type Pooling, poolingOf, regionsOf } from "./pool-regions";

interface Indices extends Pooling {
  readonly x: Image;
  readonly lastOfTies: boolean;
  /** Where an index counts: in the plane, in the window, or in the part of the window that lies in the plane. */
  readonly counted: "in plane" | "in window" | "in part";
}

function indices(setup: Indices): Computation | undefined {
  const { x, lastOfTies } = setup;
  const regions = regionsOf(setup, x);
  if (!regions) return undefined;
  const [batch, channels, height, width] = x.shape;
  return {
    shape: [batch, channels, regions.plane[0], regions.plane[1]],
    reads: regions.rows(0).count * regions.columns(0).count,
    at: (n, c, h, w) => {
      const [rows, columns] = [regions.rows(h), regions.columns(w)];
      const base = (n * channels + c) * height * width;
      let [best, found, inside] = [Number.NEGATIVE_INFINITY, 0, 0];
      for (let u = 0; u < rows.count; u++) {
        const row = rows.first + u * rows.step;
        for (let v = 0; v < columns.count; v++) {
          const column = columns.first + v * columns.step;
          if (row < 0 || row >= height || column < 0 || column >= width) continue;
          const value = x.data[base + row * width + column]!;
          if (value > best || (lastOfTies && value === best)) {
            best = value;
            if (setup.counted === "in plane") found = row * width + column;
            else found = setup.counted === "in part" ? inside : u * columns.count + v;
          }
          inside++;
        }
      }
      return found;
    },
  };
}

/** The places of the maxima, counted in each plane; a tie goes to the first. */
export function poolingIndices(question: Question): Model<Indices> | undefined {
  const x = imageOf(question, question.inputs.x);
  const pooling = x && poolingOf(question, x);
  if (!x || !pooling) return undefined;
  return {
    right: { ...pooling, x, lastOfTies: false, counted: "in plane" },
    slips: [
      {
        id: "INDEX_IN_WINDOW",
        readings: [
          (setup) => ({ ...setup, counted: "in window" }),
          (setup) => ({ ...setup, counted: "in part" }),
        ],
      },
      { id: "LAST_OF_TIES", readings: [(setup) => ({ ...setup, lastOfTies: true })] },
    ],
    compute: indices,
  };
}
