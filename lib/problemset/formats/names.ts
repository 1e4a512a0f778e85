import anyAscii from "any-ascii";

/**
 * A name, or any other text from outside, in the characters that a format can show. The rule: the text is composed
 * (NFC); what is invisible (controls, marks of direction) is left out and any white space is one space; a character
 * that the format shows (every format shows ASCII) stays as it is, and each other one is written in ASCII by the tables
 * of any-ascii, or left out where these have nothing.
 *
 * @see https://anyascii.com
 * @example shownAs("Zoë 漢 🎉", (character) => character <= "ÿ") // "Zoë Han :tada:"
 */
export function shownAs(text: string, isShown: (character: string) => boolean): string {
  if (PLAIN.test(text)) return text;
  const visible = text.normalize("NFC").replace(/\s+/gu, " ").replace(/\p{C}/gu, "");
  return visible.replace(/[^ -~]/gu, (character) =>
    isShown(character) ? character : anyAscii(character),
  );
}

/** ASCII in which nothing is invisible and no white space is repeated. */
const PLAIN = /^(?!.* {2})[ -~]*$/;
