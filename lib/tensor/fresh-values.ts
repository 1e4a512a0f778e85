/** Up to this many values come out of a shared buffer: an array of its own would cost more than a small convolution. */
const SMALL = 64;

const BUFFER_BYTES = 32_768;

let buffer = new ArrayBuffer(BUFFER_BYTES);
let used = 0;

/**
 * An array of zeros that nobody else writes to. A small one is a view into a buffer that it shares with others
 * (as Node's `Buffer` does), so whoever transfers `buffer` to a worker must copy the array first.
 *
 * @throws RangeError where the length is no array length
 * @example freshValues(3) // [0, 0, 0]
 */
export function freshValues(length: number): Float64Array {
  if (length > SMALL) return new Float64Array(length);
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  if (used + bytes > BUFFER_BYTES) {
    buffer = new ArrayBuffer(BUFFER_BYTES);
    used = 0;
  }
  const values = new Float64Array(buffer, used, length);
  used += bytes;
  return values;
}
