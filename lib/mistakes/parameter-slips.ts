/** Parameters without the biases. @example biasForgotten([10, 3, 5, 5]) // 750 */
export function biasForgotten(wShape: readonly number[]): number {
  return wShape.reduce((product, size) => product * size, 1);
}

/** As if each filter read one channel. @example channelsForgotten([10, 3, 5, 5]) // 260 */
export function channelsForgotten([
  filters = 1,
  ,
  height = 1,
  width = 1,
]: readonly number[]): number {
  return (height * width + 1) * filters;
}

/** One bias for the whole layer in place of one a filter. @example oneBias([10, 3, 5, 5]) // 751 */
export function oneBias(wShape: readonly number[]): number {
  return biasForgotten(wShape) + 1;
}

/** Both at once. @example channelsForgottenAndOneBias([10, 3, 5, 5]) // 251 */
export function channelsForgottenAndOneBias(wShape: readonly number[]): number {
  const [filters = 1, , height = 1, width = 1] = wShape;
  return oneBias([filters, 1, height, width]);
}
