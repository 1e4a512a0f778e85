import { Zip, ZipDeflate, strToU8 } from "fflate";

/** A file of a package: its path, and its text in pieces. */
export interface Entry {
  readonly path: string;
  readonly chunks: Iterable<string>;
}

/**
 * A zip file in pieces, each made when it is taken, so that a package of any size takes little memory. Every file bears
 * the same date, the first that the format knows: equal files make equal bytes.
 */
export function* zipped(entries: Iterable<Entry>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, chunks } of entries) {
    const file = new ZipDeflate(path, { level: 4, mem: 2 });
    file.mtime = FIRST_DAY;
    zip.add(file);
    for (const chunk of gathered(chunks)) {
      file.push(strToU8(chunk));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** Characters that are compressed at a time. */
const CHUNK = 1 << 16;

function* gathered(chunks: Iterable<string>): Generator<string> {
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** In whichever time zone: the format holds the date as a calendar shows it. */
const FIRST_DAY = new Date(1980, 0, 1);
