/** A plane of fields: its title, and in each row the offsets of its cells. */
export interface FieldPlane {
  readonly title: string;
  readonly rows: readonly (readonly number[])[];
}

const NAMES = ["image", "channel"];
const WEIGHT_NAMES = ["filter", "channel"];

/** What the axes before a plane's are called, and whether the channels come after them. */
export interface PlaneAxes {
  readonly isWeights?: boolean;
  readonly endsInChannels?: boolean;
}

/**
 * A shape as planes of fields. Rank 1 is a row; the channels that come last are planes as well.
 *
 * @example planesOf([2, 2])[0]?.rows // [[0, 1], [2, 3]]
 * @example planesOf([1, 2, 3], { endsInChannels: true })[0]?.rows // [[0, 3]]
 */
export function planesOf(
  shape: readonly number[],
  { isWeights = false, endsInChannels = false }: PlaneAxes = {},
): FieldPlane[] {
  const channels = endsInChannels ? (shape.at(-1) ?? 1) : 1;
  const [width = 1, height = 1] = (endsInChannels ? shape.slice(0, -1) : shape).toReversed();
  const leads = endsInChannels ? [...shape.slice(0, -3), channels] : shape.slice(0, -2);
  const count = leads.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, plane) => ({
    title: titleOf(leads, plane, isWeights ? WEIGHT_NAMES : NAMES),
    rows: rowsOf(height, width, (place) => {
      const image = Math.floor(plane / channels);
      return (image * height * width + place) * channels + (plane % channels);
    }),
  }));
}

function rowsOf(height: number, width: number, offsetAt: (place: number) => number): number[][] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => offsetAt(row * width + column)),
  );
}

function titleOf(leads: readonly number[], plane: number, names: readonly string[]): string {
  const titles: string[] = [];
  let rest = plane;
  for (let axis = leads.length - 1; axis >= 0; axis--) {
    const size = leads[axis] ?? 1;
    titles.unshift(`${names[axis + names.length - leads.length]} ${rest % size}`);
    rest = Math.floor(rest / size);
  }
  return titles.join(", ");
}
