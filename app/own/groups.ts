/** A list cut into pieces of one length. @example inGroupsOf(2, [1, 2, 3, 4]) // [[1, 2], [3, 4]] */
export function inGroupsOf<T>(size: number, list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, group) =>
    list.slice(group * size, (group + 1) * size),
  );
}
