import { EXERCISES } from "@/lib/exercises";
import { type SetDocument, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type FormatOptions } from "@/lib/problemset/formats";
import { describe, expect, it } from "vitest";
import { fault } from "../well-formed";
import { HOSTILE, named } from "./hostile";
import { filesOf, made } from "./made";

const QUESTIONS = [
  "{type: conv-forward, level: 3, points: 2}",
  "{type: output-size, level: 3}",
  "{type: spot-the-error, level: 2}",
  "{type: memory, level: 2, void: true}",
];

async function pagesOf(document: SetDocument, options?: FormatOptions) {
  const files = await filesOf(document, "html", options);
  return { paths: [...files.keys()], pages: [...files.values()] };
}

describe("a set as web pages", () => {
  it("is well formed whatever the students are called, and shows their names", async () => {
    const { pages } = await pagesOf(made(QUESTIONS, named(HOSTILE)).document, {
      ...DEFAULT_OPTIONS,
      hasFeedback: true,
    });
    for (const page of pages) {
      expect(fault(page)).toBe("");
      expect(page).toContain("&lt;b&gt;&amp;amp;&lt;/b&gt;&lt;script&gt;alert(1)");
      expect(page).toContain("<bdi>山田 太郎</bdi>");
      expect(page).not.toMatch(/[^\n\P{C}]/u);
    }
  });

  it("of every type", async () => {
    const questions = EXERCISES.map(({ id }, index) => `{type: ${id}, level: ${(index % 5) + 1}}`);
    const { pages } = await pagesOf(made(questions, numberedStudents(1)).document);
    expect(pages.map(fault)).toEqual(["", ""]);
    for (const page of pages) {
      expect(page.match(/<section class="question">/g)).toHaveLength(EXERCISES.length);
    }
  });

  it("asks the network for nothing", async () => {
    const { pages } = await pagesOf(made(QUESTIONS).document);
    for (const page of pages) {
      expect(page).not.toMatch(/https?:|url\(|@import|\ssrc=|<link|fetch\(/);
    }
  });

  it("says its language, its title, and names each table, sheet and question", async () => {
    const { pages } = await pagesOf(made(QUESTIONS).document);
    for (const page of pages) {
      expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
      expect(page).toMatch(/<title>Quiz(: key)?<\/title>/);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(page.match(/<article [^>]*aria-labelledby=/g)).toHaveLength(3);
      expect(page.match(/<h3>/g)).toHaveLength(3 * QUESTIONS.length);
      const tables = page.match(/<table [^>]*>(<caption)?/g) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) expect(table).toContain("<caption");
    }
  });

  it("keeps answers out of the sheets, and folds them in the key", async () => {
    const { document } = made(QUESTIONS);
    const { paths, pages } = await pagesOf(document);
    expect(paths).toEqual(["html/sheets.html", "html/key.html"]);
    const [sheets = "", key = ""] = pages;
    expect(sheets).not.toMatch(/<details|<button/);
    expect(key.match(/<summary>Answer/g)).toHaveLength(3 * QUESTIONS.length);
    expect(key).toContain("<summary>Working");
    expect(key).not.toMatch(/<details open|Wrong answers/);
  });

  it("makes the files of the forms that are asked for", async () => {
    const { document } = made(QUESTIONS);
    const sheets = await pagesOf(document, { ...DEFAULT_OPTIONS, forms: ["sheet"] });
    expect(sheets.paths).toEqual(["html/sheets.html"]);
    const key = await pagesOf(document, { ...DEFAULT_OPTIONS, forms: ["key"] });
    expect(key.paths).toEqual(["html/key.html"]);
    expect(key.pages[0]).not.toContain("Working");
  });
});
