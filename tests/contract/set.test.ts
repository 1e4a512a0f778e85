import { readSpec } from "@/lib/problemset/spec";
import { setFileSchema } from "@/lib/problemset/formats/json-schema";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Finished, PATIENCE, run, start } from "./command";

const SET =
  "title: Quiz 3\ncourse: CS 7643\nseed: 20261123\nquestions:\n  - {type: conv-forward, level: 2, points: 2, count: 1, same_for_all: false}\n  - {type: macs, level: 1}\n";
const ROSTER = 'id,name,email,section\n7,"Lovelace, Ada",ada@x.org,B\n8,=cmd|x,eve@x.org,B\n';

const folder = mkdtempSync(join(tmpdir(), "kernelwise-set-"));
const at = (name: string) => join(folder, name);
const spec = at("quiz.yaml");
writeFileSync(spec, SET);
writeFileSync(at("roster.csv"), ROSTER);
afterAll(() => rmSync(folder, { recursive: true }));

const made = (out: string, ...more: string[]) =>
  run([
    "set",
    spec,
    "--roster",
    at("roster.csv"),
    "--out",
    at(out),
    "--formats",
    "csv,json",
    ...more,
  ]);

/** Every file below a folder with a hash of its bytes. */
function hashes(out: string): Record<string, string> {
  const files = readdirSync(at(out), { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(at(out), file)).isFile())
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(at(out), file)))
          .digest("hex"),
      ]),
  );
}

describe("a set is made", () => {
  let first: Finished;
  beforeAll(async () => {
    first = await made("first");
  }, PATIENCE);

  it("with the keys, a log of the seeds, a release and a report", () => {
    expect([first.code, first.stdout]).toEqual([0, ""]);
    expect(Object.keys(hashes("first"))).toEqual([
      "csv/problems.csv",
      "json/problems.json",
      "json/problems.schema.json",
      "release.json",
      "report.html",
      "seed-log.csv",
    ]);
  });

  it("with a bar on stderr that says what is left", () => {
    expect(first.stderr).toMatch(/0 % .* left/);
    expect(first.stderr).toMatch(/100 % .* 0 of 12 left/);
  });

  it("with a secret of its own, which only its owner may read", () => {
    expect(JSON.parse(readFileSync(at("quiz.key.json"), "utf8"))).toMatchObject({ version: 1 });
    expect(statSync(at("quiz.key.json")).mode & 0o077).toBe(0);
    expect(first.stderr).toContain("quiz.key.json holds the secret of this set.");
  });

  it("as its published schema says", () => {
    const file: unknown = JSON.parse(readFileSync(at("first/json/problems.json"), "utf8"));
    const { problems } = setFileSchema.parse(file);
    expect(problems.map(({ student, number }) => [student.id, number])).toEqual([
      ["7", 1],
      ["7", 2],
      ["8", 1],
      ["8", 2],
    ]);
  });

  it("in a table that no spreadsheet takes for a program", () => {
    expect(readFileSync(at("first/csv/problems.csv"), "utf8")).toContain(`,"'=cmd|x",`);
  });

  it(
    "with the same bytes a second time, and quietly where that is asked",
    { timeout: PATIENCE },
    async () => {
      const { code, stderr } = await made("second", "--quiet");
      expect([code, stderr]).toEqual([0, ""]);
      expect(hashes("second")).toEqual(hashes("first"));
    },
  );

  it("over a folder that is there only with --force", { timeout: PATIENCE }, async () => {
    writeFileSync(at("first/notes.txt"), "mine");
    const refused = await made("first");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("is there already"),
    ]);
    expect(existsSync(at("first/notes.txt"))).toBe(true);
    expect((await made("first", "--force")).code).toBe(0);
    expect(hashes("first")).toEqual(hashes("second"));
  });
});

describe("what does not fit is refused, and nothing is left behind", () => {
  const refusals: readonly (readonly [string, readonly string[], number, string])[] = [
    ["an unknown format", ["--variants", "2", "--formats", "csv,jsn"], 2, 'Did you mean "json"?'],
    ["neither roster nor variants", [], 2, "How many sheets?"],
    ["both of them", ["--variants", "2", "--roster", at("roster.csv")], 2, "keep one"],
    ["a roster that is not there", ["--roster", at("none.csv")], 2, "there is no such file"],
    ["no variants", ["--variants", "0"], 2, "write a whole number from 1"],
    ["a folder below a file", ["--variants", "2", "--out", join(spec, "out")], 2, "Cannot write"],
    ["a key file that is none", ["--variants", "2", "--key", spec], 2, "This is no key file"],
  ];
  it.each(refusals)("%s", { timeout: PATIENCE }, async (_, more, code, said) => {
    const finished = await run(["set", spec, "--out", at("never"), ...more]);
    expect([finished.code, finished.stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(readdirSync(folder).filter((name) => name.includes("never"))).toEqual([]);
  });

  it("a set with a level out of range, by its line", { timeout: PATIENCE }, async () => {
    writeFileSync(at("wrong.yaml"), SET.replace("level: 1", "level: 7"));
    const { code, stderr } = await run([
      "set",
      at("wrong.yaml"),
      "--variants",
      "2",
      "--out",
      at("never"),
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Line 6: questions[1].level is 7")]);
  });

  it("a set that is interrupted, which can be made again", { timeout: PATIENCE }, async () => {
    const child = start([
      "set",
      spec,
      "--variants",
      "3000",
      "--out",
      at("cut"),
      "--formats",
      "json",
    ]);
    const closed = new Promise((resolve) => {
      child.on("close", resolve);
    });
    await new Promise((resolve) => {
      child.stderr.once("data", resolve);
    });
    child.kill("SIGINT");
    await closed;
    expect(readdirSync(folder).filter((name) => name.includes("cut"))).toEqual([]);
    const again = await run(["set", spec, "--variants", "2", "--out", at("cut"), "--quiet"]);
    expect([again.code, existsSync(at("cut/report.html"))]).toEqual([0, true]);
  });
});

it("the contract's own set is one", () => {
  expect(readSpec(SET).questions).toHaveLength(2);
});
