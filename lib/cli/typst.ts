import type { TypstCompiler } from "@/lib/problemset/formats";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** More threads than this would only wait for the one that writes the sources. */
const MOST_THREADS = 4;

/** A source to be compiled, or to be asked for the values of a label, and who waits for it. */
interface Task {
  readonly source: string;
  readonly label: string | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What a thread says of it. */
interface Answer {
  readonly result?: unknown;
  readonly message?: string;
}

/** Typst's own compiler for Node, 50 MB that are loaded when something is first compiled, with one for each thread. */
export function typstCompiler(
  atOnce = Math.min(availableParallelism(), MOST_THREADS),
): TypstCompiler {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  let loading: Promise<void> | undefined;
  const begin = () => {
    while (idle.length > 0 && waiting.length > 0) void run(idle.pop()!, waiting.shift()!);
  };
  const run = async (worker: Worker, task: Task) => {
    await answer(worker, task);
    idle.push(worker);
    begin();
  };
  const ask = (source: string, label?: string) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push({ source, label, resolve, reject });
      loading ??= threads(atOnce).then((all) => void idle.push(...all));
      loading.then(begin, reject);
    });
  return {
    atOnce,
    pdf: async (source) => bytesIn(await ask(source)),
    query: async (source, label) => listIn(await ask(source, label)),
  };
}

/** The next that a thread says. @throws whatever ends it */
async function said(worker: Worker): Promise<Answer> {
  const heard: unknown[] = await once(worker, "message");
  const first = heard[0];
  return typeof first === "object" && first !== null ? first : {};
}

/** A thread that has nothing to do keeps no process alive. */
async function answer(worker: Worker, { source, label, resolve, reject }: Task): Promise<void> {
  worker.ref();
  try {
    worker.postMessage({ source, label }, []);
    const { result, message } = await said(worker);
    if (message === undefined) resolve(result);
    else reject(new Error(message));
  } catch (error) {
    reject(error);
  } finally {
    worker.unref();
  }
}

/**
 * Hides the machine's fonts while the compilers look for them, since they would go before those that the compiler brings
 * along: the same source gives the same bytes on every machine. Where fonts are found by fontconfig, it is given a
 * folder that has none.
 */
async function threads(count: number): Promise<Worker[]> {
  const { FONTCONFIG_FILE: usual } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "kernelwise-fonts-"));
  const list = join(folder, "fonts.conf");
  writeFileSync(list, `<fontconfig><dir>${folder}</dir></fontconfig>`);
  process.env.FONTCONFIG_FILE = list;
  try {
    return await Promise.all(Array.from({ length: count }, begun));
  } finally {
    if (usual === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = usual;
    rmSync(folder, { recursive: true });
  }
}

/** A thread once its compiler is loaded. */
async function begun(): Promise<Worker> {
  const worker = new Worker(new URL("./typst-worker.mjs", import.meta.url));
  await said(worker);
  worker.unref();
  return worker;
}

function bytesIn(result: unknown): Uint8Array {
  if (result instanceof Uint8Array) return result;
  throw new TypeError("The typesetter gave no file.");
}

function listIn(result: unknown): readonly unknown[] {
  return Array.isArray(result) ? result : [];
}
