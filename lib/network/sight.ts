import { type ReceptiveField, pairOf, receptiveField, resolveWindow } from "@/lib/tensor";
import type { NamedLayer } from "@/lib/derivation";
import type { Conventions } from "@/lib/question";
import type { LayerWindow, Looks } from "./layer-spec";
import type { PerAxis, Sight } from "./network";

type Plane = readonly [height: number, width: number];

/** The windows that lie between a cell and the input, along each axis; none of them where `regular` is false. */
export interface Chain {
  readonly height: readonly NamedLayer[];
  readonly width: readonly NamedLayer[];
  /** The plane that arrives at the next layer, also after it is flattened. */
  readonly plane: Plane;
}

/** The layer that a chain passes through: its id, and what "same" means to it. */
export interface Passed {
  readonly name: string;
  readonly padding: Conventions["padding"];
}

/** The chain of a network that begins with images of this plane. */
export function chainFrom(plane: Plane): Chain {
  return { height: [], width: [], plane };
}

/**
 * The chain with one more layer; undefined once cells see spans of different sizes, or more than one image's plane.
 *
 * A fully connected layer looks at the whole plane, as a convolution with a kernel of its size would.
 */
export function through(
  chain: Chain,
  looks: Looks,
  outPlane: Plane | undefined,
  { name, padding }: Passed,
): Chain | undefined {
  if (looks === "irregular") return undefined;
  if (looks === "cell") return { ...chain, plane: outPlane ?? chain.plane };
  const window = looks === "plane" ? wholePlane(chain, 1) : looks;
  return windowed(chain, window === "everything" ? wholePlane(chain, 0) : window, {
    name,
    padding,
  });
}

/**
 * The chain of a cell at which branches meet: along each axis that of the branch that sees furthest, which must hold
 * what the others see and move by the same jump; undefined where it does not.
 */
export function widestOf(chains: readonly (Chain | undefined)[]): Chain | undefined {
  const known = chains.filter((chain) => chain !== undefined);
  const [first] = known;
  if (!first || known.length < chains.length) return undefined;
  const height = widestAlong(known.map((chain) => chain.height));
  const width = widestAlong(known.map((chain) => chain.width));
  return height && width && { height, width, plane: first.plane };
}

function widestAlong(
  branches: readonly (readonly NamedLayer[])[],
): readonly NamedLayer[] | undefined {
  const fields = branches.map(fieldOf);
  const most = Math.max(...fields.map(({ size }) => size));
  const widest = fields.findIndex(({ size }) => size === most);
  const field = fields[widest];
  const holds = fields.every(
    ({ start, size, jump }) =>
      field !== undefined &&
      jump === field.jump &&
      start >= field.start &&
      start + size <= field.start + field.size,
  );
  return holds ? branches[widest] : undefined;
}

/** The plane of a batch of images; undefined for rows of features. */
export function planeOf(shape: readonly number[]): Plane | undefined {
  const [height, width] = shape.slice(2);
  return shape.length === 4 && height !== undefined && width !== undefined
    ? [height, width]
    : undefined;
}

/** Where a cell at the end of the chain looks; null everywhere for no chain. */
export function sightOf(chain: Chain | undefined): Sight {
  if (!chain) return { receptive_field: null, jump: null, offset: null, start: null };
  const [height, width] = [fieldOf(chain.height), fieldOf(chain.width)];
  const both = (read: (field: ReceptiveField) => number) => perAxis(read(height), read(width));
  return {
    receptive_field: both(({ size }) => size),
    jump: both(({ jump }) => jump),
    offset: both(({ offset }) => offset),
    start: both(({ start }) => start),
  };
}

/** The field of a chain goes on from that of the chain without its last window: no window is walked twice. */
const FIELDS = new WeakMap<readonly NamedLayer[], ReceptiveField>();

function fieldOf(windows: readonly NamedLayer[]): ReceptiveField {
  const field = FIELDS.get(windows) ?? receptiveField(windows);
  FIELDS.set(windows, field);
  return field;
}

function wholePlane({ plane }: Chain, strided: 0 | 1): LayerWindow {
  return { kernel: plane, stride: strided === 1 ? plane : 1 };
}

function windowed(chain: Chain, looks: LayerWindow, { name, padding }: Passed): Chain {
  const lower = looks.padding === "same" && padding === "onnx_lower";
  const { height, width } = resolveWindow(chain.plane, pairOf(looks.kernel), {
    ...looks,
    ...(lower ? { padding: "same_lower" as const } : {}),
    rounding: "ceil",
  });
  return {
    height: longer(chain.height, { ...height, padding: height.padBefore, name }),
    width: longer(chain.width, { ...width, padding: width.padBefore, name }),
    plane: [height.outSize, width.outSize],
  };
}

function longer(windows: readonly NamedLayer[], last: NamedLayer): readonly NamedLayer[] {
  const all = [...windows, last];
  FIELDS.set(all, receptiveField([last], fieldOf(windows)));
  return all;
}

function perAxis(height: number, width: number): PerAxis {
  return height === width ? height : [height, width];
}
