import { KernelError } from "@/lib/tensor";
import { sameShape, showShape } from "@/lib/question";
import type { LayerSpec } from "../layer-spec";
import type { Layer } from "../network";
import { added, joined, multiplied } from "../pass/merged";

type Shapes = readonly (readonly number[])[];

/** Layers at which branches meet: `from` lists the layers that arrive. */
export const MERGES = {
  Add: { stems: ["add"], takes: [], merge: elementwise, pass: added, looks: () => "cell" },
  Multiply: {
    stems: ["mul"],
    takes: [],
    merge: elementwise,
    pass: multiplied,
    looks: () => "cell",
  },
  Concat: {
    stems: ["concat", "cat"],
    takes: ["axis"],
    merge: concatenated,
    pass: joined,
    looks: () => "cell",
  },
} as const satisfies Readonly<Record<string, LayerSpec>>;

/** Shapes that are alike, or of size 1 where they are not, as broadcasting has it. */
function elementwise(shapes: Shapes): readonly number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  const sizes = Array.from({ length: rank }, (_, axis) =>
    shapes.map((shape) => shape[axis + shape.length - rank] ?? 1),
  );
  const result = sizes.map((along) => along.find((size) => size !== 1) ?? 1);
  if (sizes.every((along, axis) => along.every((size) => size === 1 || size === result[axis]))) {
    return result;
  }
  throw new KernelError(
    "ERR_SHAPE",
    `What arrives has the shapes ${listed(shapes)}; to go together value by value they must be alike. ${advice(shapes)}`,
  );
}

function concatenated(shapes: Shapes, { axis: written = 1 }: Layer): readonly number[] {
  const [first = []] = shapes;
  const axis = written < 0 ? written + first.length : written;
  const rest = (shape: readonly number[]) =>
    shape.map((size, index) => (index === axis ? 0 : size));
  if (axis >= first.length || axis < 0) {
    throw new KernelError(
      "ERR_INDEX",
      `axis is ${written}, but what arrives has the shape ${showShape(first)}.`,
    );
  }
  if (shapes.every((shape) => sameShape(rest(shape), rest(first)))) {
    const together = shapes.reduce((sum, shape) => sum + (shape[axis] ?? 0), 0);
    return first.map((size, index) => (index === axis ? together : size));
  }
  throw new KernelError(
    "ERR_SHAPE",
    `What arrives has the shapes ${listed(shapes)}; to be joined along axis ${axis} all other sizes must be alike. ${advice(shapes)}`,
  );
}

function advice([first = [], second = []]: Shapes): string {
  const channels = first.length === 4 && second.length === 4 && first[1] !== second[1];
  const [, , height = 0, width = 0] = first;
  if (height !== second[2] || width !== second[3]) {
    return `Padding or a stride that gives every branch ${height}×${width} would fit.`;
  }
  return channels ? `A 1×1 convolution to ${first[1]} channels would fit.` : "";
}

function listed(shapes: Shapes): string {
  return shapes.map(showShape).join(" and ");
}
