import { type Tensor, coordinatesOf, offsetOf } from "@/lib/tensor";
import { type Reading, type Unreadable, read, unreadable } from "../reading";
import { MAX_FILE_CELLS, MAX_OPERAND_RANK } from "./limits";
import { type NpyHeader, readNpyHeader } from "./npy-header";

type Read = (view: DataView, at: number, littleEndian: boolean) => number;

/** The kinds of number that are read, by NumPy's letters; all are exact in float64 but integers beyond 2⁵³. */
const KINDS: Readonly<Record<string, readonly [bytes: number, read: Read]>> = {
  b1: [1, (view, at) => (view.getUint8(at) === 0 ? 0 : 1)],
  i1: [1, (view, at) => view.getInt8(at)],
  i2: [2, (view, at, little) => view.getInt16(at, little)],
  i4: [4, (view, at, little) => view.getInt32(at, little)],
  i8: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  u1: [1, (view, at) => view.getUint8(at)],
  u2: [2, (view, at, little) => view.getUint16(at, little)],
  u4: [4, (view, at, little) => view.getUint32(at, little)],
  u8: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  f2: [2, (view, at, little) => half(view.getUint16(at, little))],
  f4: [4, (view, at, little) => view.getFloat32(at, little)],
  f8: [8, (view, at, little) => view.getFloat64(at, little)],
};

/**
 * A tensor from the bytes of a .npy file: versions 1 to 3, bool, i1 to i8, u1 to u8, f2, f4 and f8 of either byte order,
 * in C or Fortran order; four axes and `MAX_FILE_CELLS` values at most.
 *
 * @example readNpy(bytes) // { kind: "value", value: { shape: [3, 4], data: … } }
 */
export function readNpy(bytes: Uint8Array): Reading<Tensor> {
  const header = readNpyHeader(bytes);
  if (header.kind === "unreadable") return header;
  const { descr, shape, start } = header.value;
  const kind = KINDS[descr.replace(/^[<>|=]/, "")];
  if (!kind) return unknownKind(descr);
  const size = shape.reduce((product, length) => product * length, 1);
  const problem = refused(shape, size, kind[0], bytes.length - start);
  return problem ?? valuesOf(bytes, header.value, size, kind);
}

function valuesOf(
  bytes: Uint8Array,
  { descr, fortranOrder, shape, start }: NpyHeader,
  size: number,
  [width, readOne]: readonly [number, Read],
): Reading<Tensor> {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, size * width);
  const isLittle = !descr.startsWith(">");
  const data = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const value = readOne(view, at * width, isLittle);
    if (width === 8 && !descr.includes("f") && !Number.isSafeInteger(value)) return tooLarge(value);
    data[fortranOrder ? transposedOffset(shape, at) : at] = value;
  }
  return read({ shape, data });
}

/** Where the value that is the at-th in Fortran order (the first axis varies fastest) lies in row-major order. */
function transposedOffset(shape: readonly number[], at: number): number {
  return offsetOf(shape, coordinatesOf(shape.toReversed(), at).toReversed());
}

function refused(
  shape: readonly number[],
  size: number,
  width: number,
  left: number,
): Unreadable | undefined {
  const written = `[${shape.join(", ")}]`;
  if (shape.length > MAX_OPERAND_RANK) {
    return unreadable(
      "TOO_DEEP",
      0,
      `The array has the shape ${written}, ${shape.length} axes; ${MAX_OPERAND_RANK} at most would fit, as in N×C×H×W.`,
    );
  }
  if (size === 0) return unreadable("EMPTY", 0, `The array has the shape ${written}, so no value.`);
  if (size > MAX_FILE_CELLS) {
    return unreadable(
      "TOO_MUCH",
      0,
      `The array has the shape ${written}, ${size} values; at most ${MAX_FILE_CELLS} are read.`,
    );
  }
  if (left === size * width) return undefined;
  return unreadable(
    "UNFINISHED",
    0,
    `The shape ${written} means ${size} values of ${width} bytes, ${size * width} bytes, but ${left} follow the header.`,
  );
}

function unknownKind(descr: string): Unreadable {
  const why = descr.includes("O")
    ? "pickled Python objects, which are never read"
    : "which is not read";
  return unreadable(
    "UNEXPECTED",
    0,
    `The values have the type ${descr}, ${why}; ${Object.keys(KINDS).join(", ")} would fit, as array.astype("f4") makes them.`,
  );
}

function tooLarge(value: number): Unreadable {
  return unreadable(
    "TOO_MUCH",
    0,
    `The array holds ${value}, which is beyond the whole numbers that are computed with exactly (2⁵³).`,
  );
}

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
