/**
 * Text from the bytes of a file: UTF-8 or UTF-16 as their marks say, UTF-16 without a mark where every second byte is
 * 0, else UTF-8 where it is valid, and Windows-1252 where it is not.
 *
 * @example decode(Uint8Array.of(0x4a, 0xfc)) // "Jü", which is no UTF-8
 */
export function decode(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** A heading is mostly ASCII, half of whose bytes are 0 in UTF-16. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && third === 0 && second && fourth) return "utf-16be";
  return second === 0 && fourth === 0 && first && third ? "utf-16le" : undefined;
}
