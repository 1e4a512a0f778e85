/** What the frameworks call the names that are short here. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  x: ["input"],
  w: ["weight", "weights", "filter", "filters"],
  b: ["bias"],
  axis: ["dim"],
  gamma: ["scale"],
  pad: ["pads"],
  conv2d: ["convolution"],
};

/**
 * The name that was probably meant: equal but for case and punctuation, a beginning of the other, or
 * at most a third of its letters away.
 *
 * @example nearestName("Conv2D", ["conv2d", "linear"]) // "conv2d"
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const plain = plainName(written);
  const meant = names.find((name) => SYNONYMS[name]?.includes(plain));
  if (meant !== undefined) return meant;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    const distance = nameDistance(plain, plainName(name));
    if (distance <= Math.max(name.length / 3, 1) && (!best || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

/** A sentence that offers the nearest name, and lists them all where they are few or none is near. */
export function didYouMean(written: string, names: readonly string[]): string {
  const nearest = nearestName(written, names);
  const all = `It can be ${names.join(", ")}.`;
  if (nearest === undefined) return all;
  return names.length > 8 ? `Did you mean "${nearest}"?` : `Did you mean "${nearest}"? ${all}`;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function nameDistance(left: string, right: string): number {
  if (left === right) return 0;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length >= 4 && long.startsWith(short)) return 0.5;
  return editDistance(left, right);
}

/** The fewest letters to insert, delete or replace (Levenshtein 1966). */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
