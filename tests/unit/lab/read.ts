import { type Figure, type GridItem, type Work, labNamed, startOf, type Values } from "@/lib/lab";

/** A lab at work, with some of its values changed. */
export function workOf(id: string, changed: Values = {}): Work {
  const lab = labNamed(id);
  if (!lab) throw new Error(`There is no lab “${id}”.`);
  return lab.work({ ...startOf(lab.fields), ...changed });
}

/** The planes of a lab's figures, in order. */
export function planesOf(work: Work, figure: number): readonly GridItem[] {
  const found = figuresOf(work, "planes")[figure];
  return found?.items.filter((item): item is GridItem => item.kind === "grid") ?? [];
}

/** The figures of one kind, in order. */
export function figuresOf<Kind extends Figure["kind"]>(
  { parts }: Work,
  kind: Kind,
): Extract<Figure, { kind: Kind }>[] {
  return parts.filter((part): part is Extract<Figure, { kind: Kind }> => part.kind === kind);
}

/** What the steps say, in order. */
export function saidBy({ parts }: Work): string[] {
  return parts.flatMap((part) =>
    part.kind === "steps" ? part.steps.flatMap((step) => ("says" in step ? [step.says] : [])) : [],
  );
}
