import type { OutputFile } from "./format";
import { zipWriter } from "./lms/zip";

/** Files as one zip file in pieces, each made when it is taken. */
export async function* zippedFiles(
  files: AsyncIterable<OutputFile> | Iterable<OutputFile>,
): AsyncGenerator<Uint8Array> {
  const { add, end } = zipWriter();
  for await (const file of files) yield* add(file);
  yield* end();
}
