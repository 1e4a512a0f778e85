import type { OutputFile } from "@/lib/problemset/formats";
import { createWriteStream, existsSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reason } from "../io";
import { UsageError } from "../usage-error";

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;

/**
 * Fills a folder that shows itself only when it is whole: files go into a folder beside it, which takes its name at the
 * end. Whatever interrupts the work leaves nothing of that name.
 *
 * @throws UsageError where the folder is there already and may not be replaced, or the disk refuses
 */
export async function fillFolder(
  out: string,
  mayReplace: boolean,
  fill: (write: (file: OutputFile) => Promise<void>) => Promise<void>,
): Promise<void> {
  const target = resolve(out);
  if (existsSync(target) && !mayReplace) {
    throw new UsageError(`${out} is there already; choose another --out, or write --force.`);
  }
  const fresh = await begun(target);
  const removeOnSignal = () => {
    // At once, so that nothing is written beside it meanwhile.
    rmSync(fresh, { recursive: true, force: true, maxRetries: 5 });
    process.exit(130);
  };
  process.once("SIGINT", removeOnSignal).once("SIGTERM", removeOnSignal);
  try {
    await fill((file) => writeOne(fresh, file));
    await swap(fresh, target);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw refused(error, out);
  } finally {
    process.off("SIGINT", removeOnSignal).off("SIGTERM", removeOnSignal);
  }
}

async function begun(target: string): Promise<string> {
  try {
    await mkdir(dirname(target), { recursive: true });
    const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}.unfinished-`));
    // A temporary folder is its owner's alone; this one is to become any other folder.
    await chmod(fresh, 0o777 & ~process.umask());
    return fresh;
  } catch (error) {
    throw refused(error, target);
  }
}

/** The old folder goes only once the new one is whole. */
async function swap(fresh: string, target: string): Promise<void> {
  const old = `${fresh}.old`;
  if (existsSync(target)) await rename(target, old);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

/** The file's pieces, taken no faster than the disk does. */
async function writeOne(folder: string, { path, chunks }: OutputFile): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await pipeline(Readable.from(gathered(chunks)), createWriteStream(file, { flags: "wx" }));
}

/** Small texts are joined, so that not every line is a call of the system. */
function* gathered(chunks: OutputFile["chunks"]): Generator<string | Uint8Array> {
  let text = "";
  for (const chunk of chunks) {
    if (typeof chunk === "string" && text.length < CHUNK) {
      text += chunk;
      continue;
    }
    if (text !== "") yield text;
    text = "";
    if (typeof chunk === "string") text = chunk;
    else yield chunk;
  }
  if (text !== "") yield text;
}

/** What the system says of a disk, in a sentence. */
function refused(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return error;
  const why = DISK[String(error.code)] ?? reason(error);
  return new UsageError(`Cannot write ${out}: ${why} Nothing was left behind.`);
}

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full.",
  EDQUOT: "your share of the disk is full.",
  EROFS: "the disk is read-only.",
  EACCES: "you may not write there.",
  EPERM: "you may not write there.",
  ENOTDIR: "a part of the path is a file.",
};
