/** What a worker says before it is done, or where it cannot be. */
export type Interim =
  | { readonly kind: "stage"; readonly words: string }
  | { readonly kind: "failed"; readonly message: string };

/** A request, whose kind only the worker knows, and its number, by which the reply is known. */
interface Post {
  readonly id: number;
  readonly request: never;
}

/** Replies are copied: the worker keeps what it has read. */
const NOTHING_MOVED = { transfer: [] };

/**
 * The frame of a worker that `useWorked` and `askWorker` speak to: each request is answered, and what goes wrong is said.
 *
 * @param answered `say` tells meanwhile what is being done
 */
export function answerWork(
  answered: (request: never, say: (words: string) => void) => object,
): void {
  addEventListener("message", ({ data: { id, request } }: MessageEvent<Post>) => {
    const send = (reply: object) => postMessage({ id, reply }, NOTHING_MOVED);
    try {
      send(answered(request, (words) => send({ kind: "stage", words } satisfies Interim)));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send({ kind: "failed", message } satisfies Interim);
    }
  });
}
