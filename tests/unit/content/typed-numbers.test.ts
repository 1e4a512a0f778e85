import { describe, expect, it } from "vitest";
import { PAGES } from "@/content";
import { isTypedResult } from "./typed-results";

/** Every string of a page with where it stands, its code aside. */
function stringsOf(value: unknown, where: string): (readonly [where: string, text: string])[] {
  if (typeof value === "string") return [[where, value]];
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && value.kind === "code") return [];
  return Object.entries(value).flatMap(([key, part]) => stringsOf(part, `${where}.${key}`));
}

describe("results in formulas are computed, not typed", () => {
  it.each(PAGES)("$slug", (page) => {
    const typed = stringsOf(page, page.slug).filter(([, text]) => isTypedResult(text));
    expect(typed).toEqual([]);
  });

  it.each([
    ["$3 \\cdot 2 = 6$", true],
    ["$3 \\cdot {{w@0,0}} = 6$", true],
    ["$K_{0,0} \\cdot 2 = \\textcolor{output}{-6}$", true],
    ["\\text{row } 1 \\cdot 2 = 2", true],
    ["three minus one, = 2.", true],
    ["${{x@0,0 · w@0,0 =}}$", false],
    ["$3 \\cdot 2 = {{y@0,0}}$", false],
    ["Suppose $G_{1,1} = 1$ and nothing else", false],
    ["r = 1, \\qquad j = 1", false],
  ])("%s: %s", (text, expected) => {
    expect(isTypedResult(text)).toBe(expected);
  });
});
