/** What `work` gives, worked out when it is first asked for. @example once(() => 6 * 7)() // 42 */
export function once<Result extends object>(work: () => Result): () => Result {
  let known: Result | undefined;
  return () => (known ??= work());
}
