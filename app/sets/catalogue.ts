/** A type of exercise as the page names it. */
export interface CatalogueType {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  /** The deck's cards that it is a random form of. */
  readonly cards: readonly number[];
}

/** Every type, made when the site is built: the page loads no exercises for their names. */
export interface Catalogue {
  /** In the order of learning. */
  readonly types: readonly CatalogueType[];
  readonly topics: readonly (readonly [id: string, title: string])[];
}

/** The title of a type; one that is not known by its own name. */
export function typeTitle({ types }: Catalogue, id: string): string {
  return types.find((type) => type.id === id)?.title ?? id;
}

/** The types of a topic ("" for any) whose title, id or card has every word. */
export function typesFound(
  { types }: Catalogue,
  topic: string,
  search: string,
): readonly CatalogueType[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return types.filter((type) => {
    const text = [type.title, type.id, ...type.cards.map((card) => `card ${card}`)]
      .join(" ")
      .toLowerCase();
    return (topic === "" || type.topic === topic) && words.every((word) => text.includes(word));
  });
}
