import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, it } from "vitest";
import { PATIENCE, start } from "./command";

/** Numbers of sixteen digits: many bytes for the work that they make. */
const VALUES = Array.from({ length: 400 }, (_, index) => 2 ** 53 - 1 - index);
const QUESTION = `${JSON.stringify({ op: "relu", inputs: { x: VALUES } })}\n`;

/** Kept in memory, so many questions and answers of about 7 kB would each be twice this heap. */
const LINES = 9000;
const HEAP_IN_MB = 32;

describe("solve --jsonl streams", () => {
  it("answers a line before the next one is written", async () => {
    const child = start(["solve", "--jsonl"]);
    child.stdout.setEncoding("utf8");
    child.stdin.write(QUESTION);
    await once(child.stdout, "data");
    expect(child.exitCode).toBeNull();
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });

  it(
    `answers ${LINES} lines in a heap of ${HEAP_IN_MB} MB, which could not hold them`,
    async () => {
      const child = start(["solve", "--jsonl"], [`--max-old-space-size=${HEAP_IN_MB}`]);
      let [answers, length] = [0, 0];
      child.stdout.setEncoding("utf8");
      child.stdout.on("data", (text: string) => {
        answers += text.split("\n").length - 1;
        length += text.length;
      });
      const closed = once(child, "close");
      await pipeline(Readable.from(repeated(QUESTION, LINES)), child.stdin);
      expect(await closed).toEqual([0, null]);
      expect(answers).toBe(LINES);
      expect(length).toBeGreaterThan(2 * HEAP_IN_MB * 2 ** 20);
    },
    PATIENCE,
  );

  it("ends quietly when its reader has gone", async () => {
    const child = start(["solve", "--jsonl"]);
    const said: string[] = [];
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text: string) => said.push(text));
    child.stdin.on("error", () => undefined);
    child.stdin.write(QUESTION);
    await once(child.stdout, "data");
    child.stdout.destroy();
    for (let line = 0; line < 100; line++) child.stdin.write(QUESTION);
    await once(child, "close");
    expect(said.join("")).toBe("");
  });
});

function* repeated(text: string, times: number): Generator<string> {
  for (let done = 0; done < times; done++) yield text;
}
