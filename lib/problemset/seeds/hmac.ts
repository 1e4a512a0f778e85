import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();

/**
 * HMAC-SHA256 (RFC 2104) of a list of texts and numbers, written as JSON without spaces, so that no two lists are
 * written alike.
 */
export function keyedHash(secret: Uint8Array, parts: readonly (string | number)[]): Uint8Array {
  return hmac(sha256, secret, encoder.encode(JSON.stringify(parts)));
}

/** Crockford's digits: no I, L, O or U, so that nothing is read for something else. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The first digits of bytes in Crockford's base 32, five bits each. @example base32(Uint8Array.of(255, 0), 3) // "ZW0" */
export function base32(bytes: Uint8Array, digits: number): string {
  return Array.from({ length: digits }, (_, index) => DIGITS[fiveBits(bytes, 5 * index)]).join("");
}

function fiveBits(bytes: Uint8Array, from: number): number {
  const [byte, offset] = [Math.floor(from / 8), from % 8];
  const pair = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0);
  return (pair >> (11 - offset)) & 31;
}
