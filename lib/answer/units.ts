import type { Conventions } from "@/lib/question";
import { BYTES_PER_UNIT } from "@/lib/tensor";

/** Bytes in a unit, or why the unit is not read. */
export type UnitMeaning =
  | { readonly name: string; readonly size: number }
  | { readonly ambiguous: string };

const PREFIXES: Readonly<Record<string, string>> = {
  kilo: "k",
  mega: "M",
  giga: "G",
  tera: "T",
  kibi: "Ki",
  mebi: "Mi",
  gibi: "Gi",
  tebi: "Ti",
};

/** What one byte or bit is called when it is written out. */
const WORDS: readonly (readonly [word: string, symbol: string])[] = [
  ["byte", "B"],
  ["octet", "B"],
  ["bit", "bit"],
];

/** Written so, b may be bits or bytes. */
const UNCLEAR = /^([kmgt]i?)?b$|^[KMGT]i?b$/;

/**
 * What a unit of memory means: B, kB, KB, KiB, MB, MiB, GB, GiB, bit, kbit, Mbit …, or written out. kB, MB and GB
 * are powers of 1000 (SI), and powers of 1024 where the question's units are "iec"; KiB, MiB and GiB are always
 * powers of 1024.
 *
 * @example unitMeaning("kB", "si") // { name: "kB", size: 1000 }
 */
export function unitMeaning(written: string, units: Conventions["units"]): UnitMeaning | undefined {
  const symbol = symbolOf(written.trim());
  if (symbol === undefined) return undefined;
  if (UNCLEAR.test(symbol)) return { ambiguous: whichOf(symbol) };
  const isBits = symbol.endsWith("bit");
  const prefix = symbol
    .slice(0, isBits ? -3 : -1)
    .replace(/^K$/, "k")
    .replace(/^ki$/, "Ki");
  const size = sizeOfPrefix(prefix, units);
  return size === undefined
    ? undefined
    : { name: `${prefix}${isBits ? "bit" : "B"}`, size: isBits ? size / 8 : size };
}

/** "kilobytes" is kB, "bits" is bit; anything else stands for itself if it ends like a unit. */
function symbolOf(written: string): string | undefined {
  const lower = written.toLowerCase().replaceAll(/[ -]/g, "");
  for (const [word, symbol] of WORDS) {
    const stem = lower.endsWith(`${word}s`) ? lower.slice(0, -1) : lower;
    if (!stem.endsWith(word)) continue;
    const prefix = stem.slice(0, -word.length);
    const known =
      PREFIXES[prefix] ?? (prefix.length <= 2 ? written.slice(0, prefix.length) : undefined);
    if (known !== undefined) return known.replace(/^m/, "M").replace(/^g/, "G") + symbol;
  }
  if (/^[kKmMgGtT]bits?$/.test(written)) return written.replace(/s$/, "");
  return /^([kKmMgGtT]i?)?[bB]$/.test(written) ? written : undefined;
}

function sizeOfPrefix(prefix: string, units: Conventions["units"]): number | undefined {
  if (prefix === "") return 1;
  const binary = prefix.endsWith("i") || units === "iec";
  const letter = prefix.charAt(0);
  const name = binary ? `${letter.toUpperCase()}iB` : `${letter}B`;
  return Object.entries(BYTES_PER_UNIT).find(([unit]) => unit === name)?.[1];
}

function whichOf(symbol: string): string {
  if (symbol === "b") return "“b” may be bits or bytes; write bit or B.";
  const letter = symbol.charAt(0).toUpperCase();
  const bytes = letter === "K" ? "kB" : `${letter}B`;
  const bits = letter === "K" ? "kbit" : `${letter}bit`;
  return `“${symbol}” may be bits or bytes; write ${bytes} (or ${letter}iB) for bytes, ${bits} for bits.`;
}
