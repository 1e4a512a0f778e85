/** Up to so many stores cost less than a call into the engine. */
const FEW = 32;

/** Sets the first `length` values to 0. */
export function clear(values: Float64Array, length: number): void {
  if (length > FEW) values.fill(0, 0, length);
  else for (let at = 0; at < length; at++) values[at] = 0;
}
