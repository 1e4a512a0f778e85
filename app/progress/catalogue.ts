import type { VersionedSkill } from "@/lib/progress";

/** A type of exercise as the pages of progress name it. */
export interface CatalogueSkill extends VersionedSkill {
  readonly title: string;
}

/** What the pages of progress name, as plain data, so that they load no exercises. */
export interface Catalogue {
  /** In the order of learning. */
  readonly skills: readonly CatalogueSkill[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** What the one who made it did, by the mistake's id. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** The words for a mistake; one that is not known here by its own name. */
export function mistakeWords({ mistakes }: Catalogue, id: string): string {
  return mistakes[id] ?? id.toLowerCase().replaceAll("_", " ");
}

/** The title of a type; one that is not made any more by its own name. */
export function skillTitle({ skills }: Catalogue, id: string): string {
  return skills.find((skill) => skill.id === id)?.title ?? id;
}
