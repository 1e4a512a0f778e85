/** Characters that mean the same on paper, each kind under the one that is read. */
const KINDS: Readonly<Record<string, string>> = {
  "-": "−–—‒‐‑﹣－",
  " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u2060",
  "×": "✕✖⨯⨉",
  x: "хⅹ",
  X: "ХⅩ",
  "*": "·⋅∙•∗＊",
  "/": "÷⁄∕／",
  "+": "＋",
  ",": "，‚٬",
  ".": "．٫",
  ":": "：",
  ";": "；",
  "=": "＝",
  "(": "（",
  ")": "）",
  "[": "［",
  "]": "］",
  "'": "’",
};

/** The zeros of full-width, Arabic, Persian and Devanagari digits; 1 to 9 follow each. */
const ZEROS = [0xff10, 0x0660, 0x06f0, 0x0966];

const FOLDED: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS)
    .flatMap(([plain, kind]) =>
      Array.from(kind, (character): [string, string] => [character, plain]),
    )
    .concat(
      ZEROS.flatMap((zero) =>
        Array.from("0123456789", (digit): [string, string] => [
          String.fromCharCode(zero + Number(digit)),
          digit,
        ]),
      ),
    ),
);

const PLAIN = /^[\t\n -~]*$/;

/**
 * What was typed with one character for each of its kind: any minus as "-", any space as " ", any dot
 * of a product as "*", any digit as 0 to 9. It keeps its length, so that places in it are places in what was typed.
 *
 * @example plainText("−3·5") // "-3*5"
 */
export function plainText(typed: string): string {
  if (PLAIN.test(typed)) return typed;
  let text = "";
  for (let at = 0; at < typed.length; at++) text += plainCharacter(typed, at);
  return text;
}

function plainCharacter(typed: string, at: number): string {
  const character = typed.charAt(at);
  if (character === "\r") return typed.charAt(at + 1) === "\n" ? " " : "\n";
  return character <= "~" ? character : (FOLDED.get(character) ?? character);
}
