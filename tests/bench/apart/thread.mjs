import { sample } from "../measure.mjs";

const NODE_THREADS = "node:worker_threads";

/** Loaded when they are first asked for: a question that comes while a script still waits for something would be lost. */
const CONTENDERS = {
  "onnxruntime-web": () => import("../contenders/onnxruntime.mjs"),
  "tfjs-wasm": () => import("../contenders/tfjs-wasm.mjs"),
};

/** The passes of each contender on the work that it was given last. */
const given = {};

const answers = {
  description: async ({ name }) => (await CONTENDERS[name]()).description(),
  passes: async ({ name, work }) => {
    const { passes } = await CONTENDERS[name]();
    given[name] = await passes(work);
    return Object.keys(given[name]);
  },
  sample: ({ name, pass, calls }) => sample(given[name][pass], calls),
  read: ({ name, pass }) => given[name][pass].read(),
};

async function answer(question) {
  try {
    return { answer: await answers[question.what](question) };
  } catch (error) {
    return { error: String(error?.stack ?? error) };
  }
}

/** Node's port to who asks, or the worker's own. */
const port = globalThis.WorkerGlobalScope ? globalThis : await nodePort();

async function nodePort() {
  const { parentPort } = await import(NODE_THREADS);
  return parentPort;
}

port.addEventListener("message", ({ data }) => {
  void answer(data).then((reply) => port.postMessage(reply, []));
});
port.start?.();
