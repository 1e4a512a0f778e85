/**
 * The results of some work in its order, of which so many pieces are in hand besides the one that is waited for.
 *
 * @example for await (const page of inOrder(pages.map((page) => () => typeset(page)), 2)) write(page)
 */
export async function* inOrder<Result>(
  work: Iterable<() => Promise<Result>>,
  atOnce: number,
): AsyncGenerator<Result> {
  const inHand: Promise<Result>[] = [];
  for (const begin of work) {
    const begun = begin();
    // Whoever waits for it hears of an error; until then nobody has to.
    begun.catch(() => {});
    inHand.push(begun);
    if (inHand.length > atOnce) yield inHand.shift()!;
  }
  yield* inHand;
}
