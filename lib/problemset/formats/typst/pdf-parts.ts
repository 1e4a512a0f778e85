/** An object of a PDF: a dictionary or a list, and the stream that may follow it. */
export interface PdfObject {
  readonly number: number;
  /** ASCII. */
  readonly head: string;
  /** From "stream" on; empty where there is none. */
  readonly stream: Uint8Array;
}

/** A PDF as Typst writes it: objects one by one, none of them packed into another. */
export interface PdfParts {
  readonly objects: readonly PdfObject[];
  /** The number of the object that leads to all others of its kind; undefined where there is none. */
  readonly root: (name: RootName) => number | undefined;
  /** By which two files are told apart. */
  readonly id: string;
}

/** As the trailer and the catalog call them; "Root" is the catalog itself. */
export type RootName = "Root" | "Info" | "Pages" | "Metadata" | "StructTreeRoot" | "Outlines";

const latin1 = new TextDecoder("latin1");

/**
 * Takes a PDF of Typst's apart, as its table of references says: ISO 32000-1, 7.5.
 *
 * @throws TypeError where there is no such table
 */
export function pdfParts(pdf: Uint8Array): PdfParts {
  const end = latin1.decode(pdf.subarray(-TRAILER));
  const table = Number(/startxref\n(\d+)/.exec(end)?.[1] ?? Number.NaN);
  const lines = latin1.decode(pdf.subarray(table)).split("\r\n");
  const [, count] = /^xref\n0 (\d+)\n/.exec(lines[0] ?? "") ?? [];
  if (count === undefined)
    throw new TypeError("The typesetter's file has no table of its objects.");
  const places = lines.slice(1, Number(count)).map((line) => Number(line.slice(0, OFFSET)));
  const objects = places.map((from, index) =>
    objectIn(pdf.subarray(from, places[index + 1] ?? table)),
  );
  const trailer = lines.slice(Number(count)).join("\n");
  const catalog = objects.find(({ number }) => number === reference(trailer, "Root"))?.head ?? "";
  return {
    objects,
    root: (name) => reference(trailer + catalog, name),
    id: /\/ID \[\((.*?)\)/.exec(trailer)?.[1] ?? "",
  };
}

/** More than the end of a file takes from its trailer on, and the digits of a place in the table. */
const TRAILER = 1024;
const OFFSET = 10;

/** A stream is not read as text: its head is short, and the last bytes end it. */
function objectIn(bytes: Uint8Array): PdfObject {
  const beginning = latin1.decode(bytes.subarray(0, STREAM_HEAD));
  const at = beginning.indexOf("\nstream\n");
  const text = at >= 0 ? beginning : latin1.decode(bytes);
  const [begin, number] = /^(\d+) 0 obj\n/.exec(text) ?? ["", ""];
  const from = Math.max(0, bytes.length - ENDING);
  const to = from + latin1.decode(bytes.subarray(from)).lastIndexOf("\nendobj");
  const head = text.slice(begin.length, at >= 0 ? at : to);
  return { number: Number(number), head, stream: at >= 0 ? bytes.subarray(at, to) : NOTHING };
}

/** More bytes than stand before a stream, and than end an object. */
const STREAM_HEAD = 1024;
const ENDING = 16;

const NOTHING = new Uint8Array();

/** The number that an entry refers to. @example reference("/Root 12 0 R", "Root") // 12 */
function reference(text: string, name: string): number | undefined {
  const [, number] = new RegExp(`/${name} (\\d+) 0 R`).exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

const encoder = new TextEncoder();
const BEGIN = Uint8Array.from([...encoder.encode("%PDF-1.7\n%"), 128, 128, 128, 128, 10, 10]);

/** A PDF of these objects, which are numbered from 1 in their order, with the table of their places. */
export function pdfFrom(
  objects: readonly PdfObject[],
  { Root, Info, id }: { readonly Root: number; readonly Info: number; readonly id: string },
): Uint8Array {
  const pieces: Piece[] = [BEGIN];
  let length = BEGIN.length;
  const add = (piece: Piece) => {
    length += piece.length;
    pieces.push(piece);
  };
  const places = objects.map(({ number, head, stream }) => {
    const place = String(length).padStart(OFFSET, "0");
    add(`${number} 0 obj\n${head}`);
    if (stream.length > 0) add(stream);
    add("\nendobj\n\n");
    return `${place} 00000 n\r\n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f\r\n${places.join("")}`;
  const trailer = `trailer\n<<\n  /Size ${size}\n  /Root ${Root} 0 R\n  /Info ${Info} 0 R\n  /ID [(${id}) (${id})]\n>>`;
  const end = `\nstartxref\n${length}\n%%EOF`;
  add(table + trailer + end);
  return joined(pieces, length);
}

/** Bytes, or ASCII, of which each character is one. */
type Piece = Uint8Array | string;

function joined(pieces: readonly Piece[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === "string") encoder.encodeInto(piece, whole.subarray(at));
    else whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
