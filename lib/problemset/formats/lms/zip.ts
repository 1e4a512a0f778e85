import { Zip, ZipDeflate, strToU8 } from "fflate";

/** A file of a package: its path, and its content in pieces. */
export interface Entry {
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** A zip file as it is written: each call gives the pieces that are ready. */
export interface ZipWriter {
  readonly add: (entry: Entry) => Generator<Uint8Array>;
  readonly end: () => Generator<Uint8Array>;
}

/** Every file bears the same date, the first that the format knows: equal files make equal bytes. */
export function zipWriter(): ZipWriter {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  return {
    *add({ path, chunks }) {
      const file = new ZipDeflate(path, { level: 4, mem: 2 });
      file.mtime = FIRST_DAY;
      zip.add(file);
      for (const chunk of gathered(chunks)) {
        file.push(chunk);
        yield* ready.splice(0);
      }
      file.push(new Uint8Array(), true);
      yield* ready.splice(0);
    },
    *end() {
      zip.end();
      yield* ready.splice(0);
    },
  };
}

/** A zip file in pieces, each made when it is taken, so that a package of any size takes little memory. */
export function* zipped(entries: Iterable<Entry>): Generator<Uint8Array> {
  const { add, end } = zipWriter();
  for (const entry of entries) yield* add(entry);
  yield* end();
}

/** Characters that are compressed at a time. */
const CHUNK = 1 << 16;

/** Texts are joined until they are worth compressing; bytes go as they come. */
function* gathered(chunks: Entry["chunks"]): Generator<Uint8Array> {
  let text = "";
  for (const chunk of chunks) {
    const isText = typeof chunk === "string";
    if (isText) text += chunk;
    if (isText && text.length < CHUNK) continue;
    yield strToU8(text);
    text = "";
    if (!isText) yield chunk;
  }
  yield strToU8(text);
}

/** In whichever time zone: the format holds the date as a calendar shows it. */
const FIRST_DAY = new Date(1980, 0, 1);
