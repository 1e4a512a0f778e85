import {
  FENCES,
  FUNCTIONS,
  type Scan,
  closed,
  opened,
  pushFunction,
  skipBlanks,
  unexpected,
} from "./expression-scan";
import { unreadable } from "./reading";

const LATEX: ReadonlyMap<string, string> = new Map([
  ["lfloor", "⌊"],
  ["rfloor", "⌋"],
  ["lceil", "⌈"],
  ["rceil", "⌉"],
  ["cdot", "*"],
  ["times", "×"],
  ["div", "/"],
  ["pi", "π"],
  ["left", ""],
  ["right", ""],
  ["big", ""],
  ["Big", ""],
  ["quad", ""],
  ["displaystyle", ""],
]);

/** A command such as \cdot or \frac, as the signs that it stands for. */
export function latex(scan: Scan, at: number) {
  const { plain, tokens, open } = scan;
  if (/[,;:! ]/.test(plain.charAt(at + 1))) return at + 2;
  const name = /^[a-zA-Z]{1,12}/.exec(plain.slice(at + 1, at + 14))?.[0] ?? "";
  const end = at + 1 + name.length;
  if (/^[dt]?frac$/.test(name)) {
    const group = skipBlanks(plain, end);
    if (plain.charAt(group) !== "{") {
      return unreadable(
        "UNFINISHED",
        group,
        `\\frac needs two groups in braces, as in \\frac{3}{4}.`,
      );
    }
    tokens.push({ kind: "open", at }, { kind: "open", at: group });
    open.push("frac1");
    return group + 1;
  }
  const meant = LATEX.get(name);
  if (meant === "") return end;
  if (meant !== undefined) return asOneCharacter(scan, at, meant, end);
  if (FUNCTIONS.has(name)) return pushFunction(scan, at, name, end);
  return unexpected(scan, at);
}

/** \cdot is read as · would be. */
function asOneCharacter(scan: Scan, at: number, character: string, end: number) {
  const { tokens } = scan;
  if (character === "⌊" || character === "⌈") {
    tokens.push({ kind: "function", at, name: FENCES.get(character) ?? "" });
    opened(scan, at, character === "⌊" ? "⌋" : "⌉");
    return end;
  }
  if (character === "⌋" || character === "⌉") {
    const next = closed(scan, at, character);
    return typeof next === "number" ? end : next;
  }
  if (character === "π") tokens.push({ kind: "constant", at, value: Math.PI });
  else tokens.push({ kind: "operator", at, sign: character.replace("×", "*") });
  return end;
}
