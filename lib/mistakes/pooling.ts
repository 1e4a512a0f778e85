import type { Question } from "@/lib/question";
import { type Image, imageOf } from "./image";
import type { Computation, Model, Slip } from "./model";
import { type Pooling, type Region, poolingOf, regionsOf } from "./pool-regions";
import { paddingIgnored, strideIgnored } from "./sliding";

/** What the sum of a window is divided by. */
type Divisor = "with padding" | "without padding" | "kernel" | "nothing";

interface Pool extends Pooling {
  readonly x: Image;
  readonly kind: "max" | "average";
  readonly zeroPadding: boolean;
  readonly divisor: Divisor;
}

function pool(setup: Pool): Computation | undefined {
  const { x } = setup;
  const regions = regionsOf(setup, x);
  if (!regions) return undefined;
  const [batch, channels, height, width] = x.shape;
  return {
    shape: [batch, channels, regions.plane[0], regions.plane[1]],
    reads: regions.rows(0).count * regions.columns(0).count,
    at: (n, c, h, w) => {
      const [rows, columns] = [regions.rows(h), regions.columns(w)];
      const base = (n * channels + c) * height * width;
      let [sum, inside, largest] = [0, 0, Number.NEGATIVE_INFINITY];
      for (let u = 0; u < rows.count; u++) {
        const row = rows.first + u * rows.step;
        for (let v = 0; v < columns.count; v++) {
          const column = columns.first + v * columns.step;
          if (row < 0 || row >= height || column < 0 || column >= width) continue;
          const value = x.data[base + row * width + column]!;
          inside++;
          sum += value;
          largest = Math.max(largest, value);
        }
      }
      if (setup.kind === "average") return sum / divisorOf(setup.divisor, rows, columns, inside);
      const missing = inside < rows.count * columns.count;
      return setup.zeroPadding && missing ? Math.max(largest, 0) : largest;
    },
  };
}

function divisorOf(divisor: Divisor, rows: Region, columns: Region, inside: number): number {
  switch (divisor) {
    case "with padding":
      return rows.padded * columns.padded;
    case "without padding":
      return inside;
    case "kernel":
      return rows.count * columns.count;
    case "nothing":
      return 1;
  }
}

/** The output of pooling by windows, by adaptive spans or of the whole plane. */
export function poolingOutput(question: Question): Model<Pool> | undefined {
  const x = imageOf(question, question.inputs.x);
  const pooling = x && poolingOf(question, x);
  if (!x || !pooling) return undefined;
  const included = question.params.count_include_pad ?? true;
  return {
    right: {
      ...pooling,
      x,
      kind: question.op.includes("max") ? "max" : "average",
      zeroPadding: false,
      divisor: included ? "with padding" : "without padding",
    },
    slips: SLIPS,
    compute: pool,
  };
}

const SLIPS: readonly Slip<Pool>[] = [
  {
    id: "POOL_KIND_SWAPPED",
    readings: [
      (setup) => swapped(setup, "with padding"),
      (setup) => swapped(setup, "without padding"),
      (setup) =>
        setup.kind === "average"
          ? { ...setup, kind: "max", zeroPadding: true }
          : swapped(setup, "kernel"),
    ],
  },
  {
    id: "ZERO_PADDING_IN_MAX",
    readings: [(setup) => (setup.kind === "max" ? { ...setup, zeroPadding: true } : undefined)],
  },
  { id: "DIVISOR_WITHOUT_PADDING", readings: [dividedBy("with padding", "without padding")] },
  {
    id: "DIVISOR_WITH_PADDING",
    readings: [
      dividedBy("without padding", "with padding"),
      dividedBy("without padding", "kernel"),
      dividedBy("with padding", "kernel"),
    ],
  },
  {
    id: "NOT_DIVIDED",
    readings: [
      (setup) => (setup.kind === "average" ? { ...setup, divisor: "nothing" } : undefined),
    ],
  },
  strideIgnored(),
  paddingIgnored(),
];

function swapped(setup: Pool, divisor: Divisor): Pool {
  if (setup.kind === "average") return { ...setup, kind: "max" };
  return { ...setup, kind: "average", divisor };
}

function dividedBy(right: Divisor, wrong: Divisor) {
  return (setup: Pool): Pool | undefined =>
    setup.kind === "average" && setup.divisor === right ? { ...setup, divisor: wrong } : undefined;
}
