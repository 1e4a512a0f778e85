const PRIME = 16_777_619;
const OFFSET = 2_166_136_261;
const SIZE = 2 ** 32;

/**
 * A number between 0 and 1 that looks random and is the same for the same text on every machine.
 * FNV-1a over the text's UTF-16 units, then MurmurHash3's finish, which spreads the last of them.
 *
 * Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm"; A. Appleby, MurmurHash3.
 *
 * @example chanceOf("quiz/7") // the same number each time
 */
export function chanceOf(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  }
  return (finished(hash) + 0.5) / SIZE;
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The numbers from 0 up to `count`, in an order that the seed settles.
 *
 * @example shuffled(4, "quiz/7") // [2, 0, 3, 1], say
 */
export function shuffled(count: number, seed: string): readonly number[] {
  const drawn = Array.from({ length: count }, (_, index) => chanceOf(`${seed}/${index}`));
  return [...drawn.keys()].toSorted((one, other) => (drawn[one] ?? 0) - (drawn[other] ?? 0));
}
