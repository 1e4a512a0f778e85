import type { MarkRequest, Marked } from "./types";

/** A marking under way. */
export interface Marking {
  readonly stop: () => void;
}

/**
 * Marks an answer in a worker, so that the page goes on meanwhile.
 *
 * @param onMarked what is to be done with the outcome; not called once it is stopped
 * @param onFailed where the browser starts no worker
 */
export function markApart(
  request: MarkRequest,
  onMarked: (marked: Marked) => void,
  onFailed: () => void,
): Marking {
  const worker = new Worker(new URL("./mark-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Marked>) => {
    worker.terminate();
    onMarked(data);
  });
  worker.addEventListener("error", () => {
    worker.terminate();
    onFailed();
  });
  worker.postMessage(request, { transfer: [] });
  return { stop: () => worker.terminate() };
}
