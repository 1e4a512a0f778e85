import type { Paragraph } from "@/lib/exercises";
import type { Expression } from "@/lib/tex";
import type { Figure } from "./document";

/**
 * The tensors that a statement displays, plane by plane, as grids of numbers: every displayed line "X = […]", or a row
 * of such lines.
 */
export function figuresIn(statement: readonly Paragraph[]): Figure[] {
  return statement.flatMap((paragraph, index) => {
    const [only] = paragraph;
    if (paragraph.length !== 1 || typeof only !== "object") return [];
    const planes = planesIn(only);
    return planes?.map((plane) => ({ paragraph: index, ...plane })) ?? [];
  });
}

type Plane = Omit<Figure, "paragraph">;

/** Undefined where any part of the line is no plane, so that nothing of it is lost. */
function planesIn(line: Expression): Plane[] | undefined {
  const lines = line.kind === "sequence" ? line.parts : [line];
  const planes = lines.map(planeIn);
  return planes.every((plane) => plane !== undefined) ? planes : undefined;
}

function planeIn(line: Expression): Plane | undefined {
  if (line.kind !== "relation" || line.sign !== "=") return undefined;
  const [name, values] = line.sides;
  if (!name || values?.kind !== "matrix" || line.sides.length !== 2) return undefined;
  const cells = values.rows.flat();
  const numbers = cells.map((cell) => (cell.kind === "number" ? cell.value : undefined));
  if (!numbers.every((value) => value !== undefined)) return undefined;
  const [first] = cells;
  const role = first?.kind === "number" ? first.role : undefined;
  return {
    name,
    role: role ?? "input",
    shape: [values.rows.length, values.rows[0]?.length ?? 0],
    values: numbers,
  };
}
