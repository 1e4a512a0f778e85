import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesUnder } from "./modules";

const TOP_LEVEL = new Set([
  "app",
  "content",
  "lib",
  "tests",
  "README.md",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "next.config.js",
  // Vitest and Playwright look for theirs in the folder they are called from.
  "vitest.config.ts",
  "playwright.config.ts",
]);
const MAX_LINES = 400;

const sources = ["lib", "app", "content", "tests"].flatMap(filesUnder).filter(isCode);
const locks = ["package-lock.json", ...filesUnder("tests").filter(isLock)];

describe("the repository", () => {
  it.skipIf(!existsSync(".git"))("has nothing else at its top level", () => {
    const tops = new Set(trackedFiles().map((path) => path.split("/")[0] ?? path));
    const unexpected = [...tops].filter((name) => !name.startsWith(".") && !TOP_LEVEL.has(name));
    expect(unexpected).toEqual([]);
  });

  it(`has no file in lib or app longer than ${MAX_LINES} lines`, () => {
    const long = sources
      .filter((path) => /^(lib|app)\//.test(path))
      .filter((path) => readFileSync(path, "utf8").split("\n").length > MAX_LINES + 1);
    expect(long).toEqual([]);
  });

  it("silences no tool: the compiler and the linter are obeyed everywhere", () => {
    expect(filesWith(/(?:ox|es)lint-(?:dis|en)able|@ts-(?:ignore|expect-error|nocheck)/)).toEqual(
      [],
    );
  });

  it("names no folder of any one machine", () => {
    expect(filesWith(/["'`\s(=:]\/(?:work|home|Users|root)\/\w/)).toEqual([]);
  });

  it.each(locks)("%s names no registry, so that each machine may use its own", (path) => {
    const lines = readFileSync(path, "utf8").split("\n");
    expect(lines.filter((line) => line.includes('"resolved":'))).toEqual([]);
  });
});

function trackedFiles(): string[] {
  // The folder may belong to another user, as on some build machines.
  const args = ["-c", "safe.directory=*", "ls-files", "-z", "--cached"];
  return execFileSync("git", args, { encoding: "utf8" }).split("\0").filter(Boolean);
}

function filesWith(pattern: RegExp): string[] {
  return sources.filter((path) => pattern.test(readFileSync(path, "utf8")));
}

function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|js|css|py|md|json)$/.test(path) && !isLock(path);
}

function isLock(path: string): boolean {
  return path.endsWith("package-lock.json");
}
