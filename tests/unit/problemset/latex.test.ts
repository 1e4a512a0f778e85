import { EXERCISES } from "@/lib/exercises";
import { type SetDocument, numberedStudents } from "@/lib/problemset";
import { DEFAULT_OPTIONS, type FormatOptions } from "@/lib/problemset/formats";
import { texText } from "@/lib/problemset/formats/latex/text";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { HOSTILE, named } from "./hostile";
import { filesOf, made } from "./made";

const QUESTIONS = [
  "{type: conv-forward, level: 3, points: 2}",
  "{type: output-size, level: 3}",
  "{type: find-settings, level: 2}",
  "{type: spot-the-error, level: 2}",
  "{type: memory, level: 2, void: true}",
];

async function texOf(document: SetDocument, options?: FormatOptions): Promise<string> {
  return (await filesOf(document, "latex", options)).get("latex/problems.tex") ?? "";
}

/** The first thing wrong with the nesting of groups, environments and switches, or nothing. */
function fault(tex: string): string {
  const open: string[] = [];
  const body = tex.slice(tex.indexOf("\\begin{document}"));
  for (const [token, environment = ""] of body.matchAll(TOKEN)) {
    if (token.startsWith("\\begin")) open.push(`\\end{${environment}}`);
    else if (token === "{") open.push("}");
    else if (token.startsWith("\\if")) open.push("\\fi");
    else if (token.startsWith("\\end") || token === "}" || token === "\\fi") {
      const last = open.pop();
      if (last !== token) return `${token} where ${last} is due`;
    } else if (token === "%" || token === "#") return `a bare ${token}`;
  }
  return open.length > 0 ? `never closed: ${open.join(" ")}` : "";
}

const TOKEN =
  /\\(?:begin|end)\{(\w+)\}|\\if(?:answers|working)|\\fi(?![a-z])|\\[^a-z]|[{}#]|%(?!\n)/g;

/** Letters that the encoding has, and nothing beyond Latin. */
const ONLY_LATIN = /^[\n -~¡£«»¿À-ȟ–—‘’‚“”„‹›]*$/u;

describe("text in LaTeX is shown and not obeyed", () => {
  it.each([
    ["50 % of a_b & c#1", "50 \\% of a\\_b \\& c\\#1"],
    ["\\input{x}", "\\textbackslash{}input\\{x\\}"],
    ["$x^2$ ~", "\\$x\\textasciicircum{}2\\$ \\textasciitilde{}"],
    ["--", "-{}-"],
    ["<<''", "\\textless{}\\textless{}'{}'"],
    ["Zoë Łuć", "Zoë Łuć"],
    ["Зоя 山", "Zoya Shan"],
    ["a − b ≤ 3 × 2", "a \\ensuremath{-} b \\ensuremath{\\le} 3 \\ensuremath{\\times} 2"],
    ["a\n\n b", "a b"],
  ])("%j", (text, tex) => {
    expect(texText(text)).toBe(tex);
  });
});

describe("a set as LaTeX", () => {
  it("nests its groups, environments and switches, whatever the students are called", async () => {
    const tex = await texOf(made(QUESTIONS, named(HOSTILE)).document);
    expect(fault(tex)).toBe("");
    expect(tex.match(/^\\sheet\{/gm)).toHaveLength(HOSTILE.length);
    expect(tex.match(/\\end\{document\}/g)).toHaveLength(1);
    expect(tex).toMatch(ONLY_LATIN);
    for (const line of tex.split("\n")) expect(line.length).toBeLessThan(100_000);
  });

  it("of every type", async () => {
    const questions = EXERCISES.map(({ id }, index) => `{type: ${id}, level: ${(index % 5) + 1}}`);
    const tex = await texOf(made(questions, numberedStudents(1)).document);
    expect(fault(tex)).toBe("");
    expect(tex).toMatch(ONLY_LATIN);
    expect(tex.match(/\\begin\{question\}/g)).toHaveLength(EXERCISES.length);
  });

  it("holds no answer where only sheets are asked for", async () => {
    const { document } = made(QUESTIONS);
    const sheets = await texOf(document, { ...DEFAULT_OPTIONS, forms: ["sheet"] });
    expect(sheets).not.toMatch(/\\printanswers|\\answer\{\\|\\ifanswers\n\\answer|\\step\{[A-Z]/);
    const key = await texOf(document, { ...DEFAULT_OPTIONS, forms: ["key"] });
    expect(key).toContain("\n\\printanswers\n");
    expect(key).toContain("\\ifanswers\n\\answer");
    expect(key).not.toContain("\\printworking");
    const all = await texOf(document);
    expect(all).toContain("\n%\\printanswers\n");
    expect(all).toContain("\n%\\printworking\n");
  });

  it("tells what wrong answers mean only where that is asked for", async () => {
    const { document } = made(QUESTIONS);
    expect(await texOf(document)).not.toContain("\n\\slip{");
    expect(await texOf(document, { ...DEFAULT_OPTIONS, hasFeedback: true })).toContain("\\slip{");
  });

  it("is for the paper that the set names", async () => {
    expect(await texOf(made(QUESTIONS.slice(0, 1)).document)).toContain("a4paper");
    const letter = made(QUESTIONS.slice(0, 1), numberedStudents(1), { head: "paper: letter\n" });
    expect(await texOf(letter.document)).toContain("letterpaper");
  });
});

const hasTex = spawnSync("pdflatex", ["--version"]).status === 0;

/** What pdflatex says is wrong. */
function complaints(tex: string, before: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "latex-"));
  try {
    writeFileSync(path.join(folder, "problems.tex"), tex);
    const source = `${before}\\input{problems}`;
    const { status } = spawnSync("pdflatex", ["-interaction=nonstopmode", "-jobname=out", source], {
      cwd: folder,
    });
    const log = readFileSync(path.join(folder, "out.log"), "latin1");
    const found = log.split("\n").filter((line) => /^!|^Overfull|Missing character/.test(line));
    return status === 0 ? found : [...found, `pdflatex ends with ${status}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasTex)("pdflatex compiles it without a complaint", () => {
  const alphabet = Array.from({ length: 0x22_0 - 0xa0 }, (_, index) =>
    String.fromCodePoint(0xa0 + index),
  ).join(" ");
  const head = `instructions: [${JSON.stringify(`${alphabet} –—‘’‚“”„‹› −×·⋆∂≤≥≠≈→∈∞∑√⌊⌋⌈⌉°²³′μσγβηε…`)}]\n`;
  const { document } = made(QUESTIONS, named(HOSTILE), { head });

  it.each([
    ["the sheets", ""],
    ["the key", "\\AtBeginDocument{\\printanswers}"],
    ["every working", "\\AtBeginDocument{\\printworking}"],
  ])(
    "%s",
    async (_, before) => {
      expect(complaints(await texOf(document), before)).toEqual([]);
    },
    120_000,
  );
});
