import { type Reading, read, unreadable } from "../reading";

/** What a .npy file says before its values. */
export interface NpyHeader {
  /** NumPy's name for the type of a value, such as "<f4". */
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** The byte at which the values begin. */
  readonly start: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** Whether a file begins as .npy files do. */
export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/**
 * The header of a .npy file, versions 1, 2 and 3.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function readNpyHeader(bytes: Uint8Array): Reading<NpyHeader> {
  if (!isNpy(bytes)) return stopped(0, 'it does not begin with "\\x93NUMPY", as .npy files do');
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3)
    return stopped(6, `its format has the version ${version}; 1, 2 and 3 are read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = version === 1 ? 10 : 12;
  if (bytes.length < from) return stopped(bytes.length, "the file ends before its header");
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = from + length;
  if (bytes.length < start) return stopped(bytes.length, "the file ends inside its header");
  return readDictionary(new TextDecoder().decode(bytes.subarray(from, start)), from, start);
}

/** {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), } */
function readDictionary(text: string, from: number, start: number): Reading<NpyHeader> {
  const [, descr] = /'descr'\s*:\s*'([^']{1,16})'/.exec(text) ?? [];
  const [, order] = /'fortran_order'\s*:\s*(True|False)/.exec(text) ?? [];
  const [, sizes] = /'shape'\s*:\s*\(([\d,\sL]{0,100})\)/.exec(text) ?? [];
  if (descr === undefined && /'descr'\s*:\s*\[/.test(text)) {
    return stopped(from, "its values are records of several fields; one kind of number would fit");
  }
  if (descr === undefined || order === undefined || sizes === undefined) {
    return stopped(from, "its header lacks descr, fortran_order or shape");
  }
  const shape = sizes
    .split(",")
    .map((size) => size.replace("L", "").trim())
    .filter((size) => size !== "")
    .map(Number);
  return read({ descr, fortranOrder: order === "True", shape, start });
}

function stopped(at: number, why: string) {
  return unreadable("UNEXPECTED", at, `The .npy file was read to byte ${at}: ${why}.`);
}
