import { shownAs } from "@/lib/problemset/formats/names";
import { typstString } from "@/lib/problemset/formats/typst/text";
import { describe, expect, it } from "vitest";

const ROWS = [
  ["Zoë Ğalić", "Zoë Ğalić"],
  ["Анна Ωmega", "Анна Ωmega"],
  ["e\u0301", "é"],
  ["山田 太郎", "ShanTian TaiLang"],
  ["שרה", "srh"],
  ["🎉", ":tada:"],
  ["a\u202Eb\u0000c\u200Bd\uD800", "abcd"],
  ["one\r\n\ttwo", "one two"],
  ["X ⋆ K − 2·∂L/∂K ≥ 0", "X ⋆ K − 2·∂L/∂K ≥ 0"],
] as const;

describe("what the fonts cannot show is written in ASCII", () => {
  it.each(ROWS)("%j", (text, shown) => {
    expect(typstString(text)).toBe(`"${shown}"`);
  });

  it("as each format's own characters ask", () => {
    expect(shownAs("Zoë Ω", (character) => character <= "~")).toBe("Zoe O");
  });
});

describe("no text leaves its string", () => {
  it.each(['"); #panic("x")', "\\", '\\"', "#[ $ ] } { // /* `", "<b>&amp;\\textbf{}"])(
    "%s",
    (text) => {
      const written = typstString(text);
      expect(JSON.parse(written)).toBe(text);
    },
  );
});
