import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATIENCE, run } from "./command";

const SET =
  "title: Quiz 3\nseed: 20261123\nquestions:\n  - {type: parameters, level: 2, points: 2}\n  - {type: macs, level: 1}\n";
const ROSTER = 'id,name,email\n7,"Lovelace, Ada",ada@x.org\n8,Eve,eve@x.org\n';

const folder = mkdtempSync(join(tmpdir(), "kernelwise-grade-"));
const at = (name: string) => join(folder, name);
writeFileSync(at("quiz.yaml"), SET);
writeFileSync(at("roster.csv"), ROSTER);
afterAll(() => rmSync(folder, { recursive: true }));

const grade = (...more: string[]) =>
  run(["grade", at("quiz.yaml"), "--answers", at("answers.csv"), ...more]);

describe("grade SPEC --answers CSV", () => {
  beforeAll(async () => {
    const set = ["set", at("quiz.yaml"), "--roster", at("roster.csv"), "--quiet"];
    await run([...set, "--out", at("out"), "--formats", "csv"]);
    const text = readFileSync(at("out/csv/problems.csv"), "utf8").replace("\uFEFF", "");
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      delimiter: ",",
    });
    const rows = data
      .filter((row) => row["answer"] !== undefined)
      .map(({ id, code: sheet, question, answer }) => [
        sheet,
        question,
        id === "8" && question === "2" ? "1" : answer,
      ]);
    writeFileSync(at("answers.csv"), Papa.unparse([["code", "question", "answer"], ...rows]));
  }, PATIENCE);

  it("gives the marks and exits 0 whatever they are; the roster beside the set is found", async () => {
    const { code, stdout } = await grade("--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      points: 3,
      mean: 2.5,
      marks: [
        { id: "7", points: 3 },
        { id: "8", points: 2 },
      ],
    });
  });

  it("writes a table and a page where a folder is named, which must not be there yet", async () => {
    expect((await grade("--out", at("marks"))).code).toBe(0);
    expect(readdirSync(at("marks")).toSorted()).toEqual(["grade.json", "marks.csv", "report.html"]);
    expect((await grade("--out", at("marks"))).code).toBe(2);
  });

  it.each([
    ["no answers", ["--answers", "nowhere.csv"], "Cannot read nowhere.csv"],
    ["no key file", ["--key", "nowhere.json"], "Cannot read the key file nowhere.json"],
    ["another table", ["--answers", at("roster.csv")], "The answers have no column code."],
  ])("exits 2 with a sentence for %s", async (_, flags, sentence) => {
    const { code, stderr } = await grade(...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
