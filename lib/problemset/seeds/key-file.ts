import * as z from "zod";
import { SetError } from "../errors";
import { jsonIn } from "./json-in";

/** Bytes of a secret: as many as the hash has. */
const SECRET_BYTES = 32;

const keyFileSchema = z.strictObject({
  version: z.literal(1),
  secret: z.string().regex(new RegExp(`^[0-9a-f]{${2 * SECRET_BYTES}}$`)),
});

/** A new secret, from the system's own source of chance. */
export function newSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
}

/**
 * The text of a key file.
 *
 * @example keyFileText(Uint8Array.of(1, 255)) // '{"version": 1, "secret": "01ff"}\n'
 */
export function keyFileText(secret: Uint8Array): string {
  const hex = Array.from(secret, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `{"version": 1, "secret": "${hex}"}\n`;
}

/**
 * The secret of a key file.
 *
 * @throws SetError where it is no key file, or of a later version; the message never quotes the secret
 */
export function readKeyFile(text: string): Uint8Array {
  const { data } = keyFileSchema.safeParse(jsonIn(text));
  if (!data) {
    const message =
      'This is no key file of version 1; it holds {"version": 1, "secret": …} with 64 hexadecimal digits.';
    throw new SetError([{ message }]);
  }
  return Uint8Array.from(data.secret.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
