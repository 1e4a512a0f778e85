/** A plane of fields: its title, and in each row the offsets of its cells. */
export interface FieldPlane {
  readonly title: string;
  readonly rows: readonly (readonly number[])[];
}

const NAMES = ["image", "channel"];
const WEIGHT_NAMES = ["filter", "channel"];

/** A shape as planes of fields. Rank 1 is a row. @example planesOf([2, 2], false)[0]?.rows // [[0, 1], [2, 3]] */
export function planesOf(shape: readonly number[], isWeights: boolean): FieldPlane[] {
  const width = shape.at(-1) ?? 1;
  const height = shape.at(-2) ?? 1;
  const leads = shape.slice(0, -2);
  const count = leads.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, plane) => ({
    title: titleOf(leads, plane, isWeights ? WEIGHT_NAMES : NAMES),
    rows: Array.from({ length: height }, (__, row) =>
      Array.from({ length: width }, (___, column) => (plane * height + row) * width + column),
    ),
  }));
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
