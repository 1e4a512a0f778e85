import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildIfStale } from "../../lib/cli/stale.mjs";

let folder: string;
const build = vi.fn<() => void>();
const inFolder = (...names: string[]) => join(folder, ...names);
const buildNow = () =>
  buildIfStale(inFolder("out", ".built-from"), [inFolder("src"), inFolder("lock")], build);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kernelwise-"));
  build.mockReset();
  mkdirSync(inFolder("src"));
  writeFileSync(inFolder("src", "a"), "one");
  writeFileSync(inFolder("lock"), "1");
  await buildNow();
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("buildIfStale", () => {
  it("builds what has never been built", () => expect(build).toHaveBeenCalledTimes(1));

  it("does not build again while the sources are what they were", async () => {
    expect(await buildNow()).toBe(false);
    expect(build).toHaveBeenCalledTimes(1);
  });

  it("does not go by the time of modification", async () => {
    utimesSync(inFolder("src", "a"), new Date(), new Date(Date.now() + 60_000));
    expect(await buildNow()).toBe(false);
  });

  it.each([
    ["a file has changed", () => writeFileSync(inFolder("src", "a"), "two")],
    ["a file is new", () => writeFileSync(inFolder("src", "b"), "")],
    ["a file is gone", () => rmSync(inFolder("src", "a"))],
    ["a file has another name", () => renameSync(inFolder("src", "a"), inFolder("src", "c"))],
    ["a source that is a single file has changed", () => writeFileSync(inFolder("lock"), "2")],
    ["the artefact is gone", () => rmSync(inFolder("out"), { recursive: true })],
  ])("builds again when %s", async (_, change) => {
    change();
    expect(await buildNow()).toBe(true);
    expect(build).toHaveBeenCalledTimes(2);
  });

  it("tries again after a build that failed", async () => {
    writeFileSync(inFolder("src", "a"), "two");
    build.mockImplementationOnce(() => {
      throw new Error("no");
    });
    await expect(buildNow()).rejects.toThrow("no");
    expect(await buildNow()).toBe(true);
  });
});
