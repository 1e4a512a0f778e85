import { KernelError } from "../errors";
import { wholeNumber } from "../window";

/** The bytes that one value takes. */
export const BYTES_PER_VALUE = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  int32: 4,
  int8: 1,
  uint8: 1,
} as const;

/** The bytes in each unit: powers of 1000 (SI) and of 1024 (IEC 80000-13). */
export const BYTES_PER_UNIT = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
} as const;

export type MemoryUnit = keyof typeof BYTES_PER_UNIT;

/**
 * The bytes that so many values take.
 *
 * @throws KernelError ERR_NUMBER for a count that is no whole number, ERR_INPUT for an unknown type
 * @example bytesOf(2352, "float32") // 9408
 */
export function bytesOf(values: number, dtype: keyof typeof BYTES_PER_VALUE): number {
  const bytes: number | undefined = BYTES_PER_VALUE[dtype];
  if (bytes === undefined) {
    throw new KernelError(
      "ERR_INPUT",
      `There is no type ${dtype}; ${Object.keys(BYTES_PER_VALUE).join(", ")} are known.`,
    );
  }
  return bytes * wholeNumber(values, 0, "number of values");
}

/**
 * Bytes in another unit: kB = 10³, MB = 10⁶ …, KiB = 2¹⁰, MiB = 2²⁰ …
 *
 * @example inUnit(9408, "KiB") // 9.1875
 */
export function inUnit(bytes: number, unit: MemoryUnit): number {
  return bytes / BYTES_PER_UNIT[unit];
}
