import { EXERCISES, TOPICS } from "@/lib/exercises";
import type { VersionedSkill } from "@/lib/progress";

/** A type of exercise as the pages of progress name it: plain data, so that they need no exercises. */
export interface CatalogueSkill extends VersionedSkill {
  readonly title: string;
}

/** What the pages of progress name: every type, in the order of learning, the topics and the mistakes. */
export interface Catalogue {
  readonly skills: readonly CatalogueSkill[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}

/** The catalogue, made when the site is built. */
export function makeCatalogue(): Catalogue {
  const skills = EXERCISES.map(({ id, version, topic, title, mistakes }) => ({
    id,
    version,
    topic,
    title,
    mistakes,
  }));
  const topics = Object.entries(TOPICS)
    .map(([id, title]) => ({ id, title }))
    .filter(({ id }) => skills.some(({ topic }) => topic === id));
  return { skills, topics };
}
