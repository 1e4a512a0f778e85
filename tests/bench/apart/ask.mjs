/**
 * Contenders in WebAssembly run in a thread of their own, which times their calls itself while this one waits. When
 * such a module's memory grows, the buffer that showed it is detached, and from then on V8 asks at every access to any
 * typed array of that thread whether its buffer still is there: all that is plain JavaScript beside it, the calibrator
 * too, would run at 0.6 of its pace for what a peer did. (A page pays the same price for the first buffer that it
 * transfers to a worker, which is why this product moves none.)
 */

/** Not written where it is imported, or a bundle for the page would look for it. */
const NODE_THREADS = "node:worker_threads";

let thread;

/** The contender of this name, timed there. */
export function apart(name) {
  return {
    name,
    description: () => ask({ what: "description", name }),
    passes: async (work) => {
      const passes = await ask({ what: "passes", name, work });
      return Object.fromEntries(passes.map((pass) => [pass, callOf(name, pass)]));
    },
  };
}

function callOf(name, pass) {
  return {
    sample: (calls) => ask({ what: "sample", name, pass, calls }),
    read: () => ask({ what: "read", name, pass }),
  };
}

/** What the thread answers. It is asked one thing after the other, and does not keep the process alive when it is not. */
async function ask(question) {
  thread ??= await start();
  thread.ref?.();
  const { answer, error } = await new Promise((resolve) => {
    thread.once("message", resolve);
    thread.postMessage(question, []);
  });
  thread.unref?.();
  if (error !== undefined) throw new Error(error);
  return answer;
}

/** Node's thread, or a page's worker, whose script lies beside the page. */
async function start() {
  if (!globalThis.Worker) {
    const { Worker } = await import(NODE_THREADS);
    return new Worker(new URL("thread.mjs", import.meta.url));
  }
  const worker = new globalThis.Worker("/apart.js", { type: "module" });
  worker.addEventListener("error", ({ message }) => console.error(message));
  worker.once = (type, act) =>
    worker.addEventListener(type, ({ data }) => act(data), { once: true });
  return worker;
}
