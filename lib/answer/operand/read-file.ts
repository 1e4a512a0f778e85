import { readJson } from "../read-json";
import { type Reading, read, unreadable } from "../reading";
import { MAX_FILE_BYTES, MAX_FILE_CELLS } from "./limits";
import { isNpy } from "./npy-header";
import { readNpy } from "./read-npy";
import { type OperandOptions, type ReadTensor, filled, readOperandText } from "./read-text";

/** What a file holds: a tensor, or a whole question as the command line takes it, still to be parsed. */
export type OperandFile =
  | ({ readonly kind: "tensor" } & ReadTensor)
  | { readonly kind: "question"; readonly json: unknown };

/**
 * A file as it was dropped on the page: .npy, .json (nested arrays, {"shape", "data"}, or a question with its "op"), or a
 * text such as .csv and .tsv. The numbers of .npy and .json files are exact; those of a text are read as pasted ones.
 *
 * @example readOperandFile("kernel.csv", new TextEncoder().encode("1,0\n0,-1"))
 */
export function readOperandFile(
  name: string,
  bytes: Uint8Array,
  options: OperandOptions = {},
): Reading<OperandFile> {
  if (bytes.length > MAX_FILE_BYTES) {
    return unreadable(
      "TOO_LONG",
      MAX_FILE_BYTES,
      `${name} has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} are read.`,
    );
  }
  if (isNpy(bytes) || /\.npy$/i.test(name)) return fromNpy(bytes);
  if (bytes.includes(0)) return notText(name, bytes);
  const text = new TextDecoder().decode(bytes);
  if (/\.json$/i.test(name)) return fromJson(text, options);
  return tensorFile(readOperandText(text, options));
}

function fromNpy(bytes: Uint8Array): Reading<OperandFile> {
  const reading = readNpy(bytes);
  if (reading.kind === "unreadable") return reading;
  const radius = new Float64Array(reading.value.data.length);
  return read({ kind: "tensor", tensor: reading.value, radius });
}

function fromJson(text: string, { shape }: OperandOptions): Reading<OperandFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable(
      "UNEXPECTED",
      0,
      `The file does not parse as JSON: ${error instanceof Error ? error.message : "it breaks off"}.`,
    );
  }
  if (typeof json === "object" && json !== null && "op" in json)
    return read({ kind: "question", json });
  const reading = readJson(json, { kind: "tensor", shape: shape ?? [0] });
  if (reading.kind === "unreadable") return reading;
  if (reading.value.cells.length > MAX_FILE_CELLS) {
    return unreadable(
      "TOO_MUCH",
      0,
      `The file holds ${reading.value.cells.length} numbers; at most ${MAX_FILE_CELLS} are read.`,
    );
  }
  return tensorFile(filled(reading.value, "exact"));
}

function tensorFile(reading: Reading<ReadTensor>): Reading<OperandFile> {
  return reading.kind === "value" ? read({ kind: "tensor", ...reading.value }) : reading;
}

function notText(name: string, bytes: Uint8Array) {
  const at = bytes.indexOf(0);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const why = isZip
    ? "it is an archive (.npz or .xlsx); numpy.save writes one array as .npy, and a spreadsheet saves as .csv"
    : `byte ${at} is no text`;
  return unreadable(
    "UNEXPECTED",
    at,
    `${name} cannot be read: ${why}. .npy, .json and .csv would fit.`,
  );
}
