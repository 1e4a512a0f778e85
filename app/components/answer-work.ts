/** What a worker says before it is done, or where it cannot be. */
export type Interim = Stage | { readonly kind: "failed"; readonly message: string };

/** The number under which a worker says that it has loaded; requests count from 1. */
const LOADED = 0;

/** What is being done, and how much of it where that can be counted. */
export interface Stage {
  readonly kind: "stage";
  readonly words: string;
  readonly done?: number;
  readonly total?: number;
}

/** Tells meanwhile what is being done. */
export type Say = (words: string, done?: number, total?: number) => void;

/** A request, whose kind only the worker knows, and its number, by which the reply is known. */
interface Post {
  readonly id: number;
  readonly request: never;
}

/** Replies are copied: the worker keeps what it has read. */
const NOTHING_MOVED = { transfer: [] };

/**
 * The frame of a worker that `useWorked` and `askWorker` speak to: each request is answered, and what goes wrong is said.
 * `answered` may take its time.
 */
export function answerWork(answered: (request: never, say: Say) => object): void {
  addEventListener("message", ({ data: { id, request } }: MessageEvent<Post>) => {
    const send = (reply: object) => postMessage({ id, reply }, NOTHING_MOVED);
    const say: Say = (words, done, total) => send({ kind: "stage", words, done, total });
    const answer = async () => answered(request, say);
    answer().then(send, (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send({ kind: "failed", message } satisfies Interim);
    });
  });
  postMessage({ id: LOADED, reply: {} }, NOTHING_MOVED);
}
