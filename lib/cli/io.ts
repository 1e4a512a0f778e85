import { once } from "node:events";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { UsageError } from "./usage-error";

/**
 * The text of a file, or of stdin where none (or "-") is named.
 *
 * @throws UsageError where the file cannot be read
 */
export async function readText(file: string | undefined): Promise<string> {
  const parts: string[] = [];
  for await (const part of await textOf(file)) parts.push(String(part));
  return parts.join("");
}

/**
 * The lines of a file or of stdin, each as it arrives; blank lines are passed over. A line ends at \n only: JSON may
 * hold the other separators.
 *
 * @throws UsageError where the file cannot be read
 */
export async function* readLines(file: string | undefined): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of await textOf(file)) {
    const pieces = String(chunk).split("\n");
    for (const [index, piece] of pieces.entries()) {
      parts.push(piece);
      if (index === pieces.length - 1) break;
      const line = parts.join("").trim();
      parts = [];
      if (line !== "") yield line;
    }
  }
  const last = parts.join("").trim();
  if (last !== "") yield last;
}

/** Writes one line to stdout and waits while the reader is behind, so that nothing piles up. */
export async function writeLine(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, "drain");
}

/** Ends quietly when the reader of stdout has gone, as `head` does. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

async function textOf(file: string | undefined): Promise<Readable> {
  const source = file === undefined || file === "-" ? process.stdin : await openFile(file);
  source.setEncoding("utf8");
  return source;
}

async function openFile(file: string): Promise<Readable> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new UsageError(`${file} is a directory.`);
    return handle.createReadStream();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot read ${file}: ${reason(error)}`);
  }
}

/** What the system says of a file, in a sentence. */
export function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file.";
  if (code === "EACCES") return "you may not read it.";
  return error instanceof Error ? error.message : String(error);
}
