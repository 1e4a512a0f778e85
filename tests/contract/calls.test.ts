import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { linesOf, refusalIn, run, runOnce, solutionIn } from "./command";

const RIGHT = '{"op":"relu","inputs":{"x":[[1,-2]]}}';
const WRONG = '{"op":"relu","inputs":{}}';

const folder = mkdtempSync(join(tmpdir(), "kernelwise-"));
const file = join(folder, "question.json");
writeFileSync(file, RIGHT);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the exit code says how a call went", () => {
  it.each([
    ["a question answered", ["solve"], RIGHT, 0],
    ["a question read from a file", ["solve", file], "", 0],
    ["stdin by its name", ["solve", "-"], RIGHT, 0],
    ["a question with an error", ["solve"], WRONG, 1],
    ["lines answered", ["solve", "--jsonl"], `${RIGHT}\n${RIGHT}\n`, 0],
    ["no lines", ["solve", "--jsonl"], "", 0],
    ["one line with an error", ["solve", "--jsonl"], `${RIGHT}\n${WRONG}\n${RIGHT}`, 1],
    ["one line that is not JSON", ["solve", "--jsonl"], `${RIGHT}\n{"op":\n`, 1],
    ["help that was asked for", ["--help"], "", 0],
    ["help by its command", ["help"], "", 0],
    ["no command", [], "", 2],
    ["an unknown command", ["sovle"], "", 2],
    ["an unknown flag", ["solve", "--fast"], RIGHT, 2],
    ["one argument too many", ["solve", file, file], "", 2],
    ["a file that is not there", ["solve", join(folder, "none.json")], "", 2],
    ["a folder for a file", ["solve", folder], "", 2],
    ["text that is not JSON", ["solve"], "{op: relu}", 2],
    ["nothing on stdin", ["solve"], "", 2],
  ] as const)("%s", async (_, args, stdin, code) => {
    expect((await runOnce(args, stdin)).code).toBe(code);
  });
});

describe("data goes to stdout, messages to stderr", () => {
  it("prints the usage on stderr after a wrong call", async () => {
    const { stdout, stderr } = await runOnce(["sovle"]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/unknown command 'sovle'[^]*solve[^]*Usage:/);
  });

  it("names the file that it cannot read, in one line", async () => {
    const { stdout, stderr } = await runOnce(["solve", join(folder, "none.json")]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/none\.json: there is no such file\.\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("prints an error of a question on stdout", async () => {
    const { stdout, stderr } = await runOnce(["solve"], WRONG);
    expect(refusalIn(stdout).code).toBe("ERR_INPUT");
    expect(stderr).toBe("");
  });
});

describe("--jsonl answers each line on one line, in order", () => {
  it("and a line that does not parse by an error in its place", async () => {
    const { stdout } = await run(["solve", "--jsonl"], `${RIGHT}\n{"op":\n${WRONG}\n${RIGHT}`);
    const lines = linesOf(stdout);
    expect(lines).toHaveLength(4);
    expect(solutionIn(lines[0] ?? "").y).toEqual({ shape: [1, 2], data: [1, 0] });
    expect(refusalIn(lines[1] ?? "").message).toMatch(/not JSON/);
    expect(refusalIn(lines[2] ?? "").message).toMatch(/x is missing/);
    expect(solutionIn(lines[3] ?? "").y?.data).toEqual([1, 0]);
  });

  it("passes over blank lines, Windows line ends and separators inside JSON", async () => {
    const odd = '{"op":"\u2028"}';
    const { stdout } = await run(["solve", "--jsonl"], `\n${RIGHT}\r\n\r\n${odd}\n\n`);
    expect(linesOf(stdout)).toHaveLength(2);
  });
});
