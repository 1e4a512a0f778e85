import { REMEDIES } from "@/content/remedies";
import { EXERCISES, TOPICS } from "@/lib/exercises";
import type { Catalogue } from "./catalogue";

/** The catalogue, made when the site is built: no page loads the exercises for their names. */
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
  const mistakes = Object.entries(REMEDIES).map(([id, { title }]) => [id, title] as const);
  return { skills, topics, mistakes: Object.fromEntries(mistakes) };
}
