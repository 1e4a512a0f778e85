import type { SetDocument } from "@/lib/problemset";
import { DEFAULT_OPTIONS, FORMATS } from "@/lib/problemset/formats";
import { describe, expect, it } from "vitest";
import { made } from "./made";

const STREAMED = ["latex", "html"];

describe("sheets are made as their file is read, one at a time", () => {
  it.each(STREAMED)("%s", async (name) => {
    const { document } = made(["{type: output-size, level: 2}"]);
    const [sheet] = document.sheets();
    let taken = 0;
    const endless: SetDocument = {
      ...document,
      *sheets() {
        for (;;) {
          if (sheet) yield sheet;
          taken += 1;
        }
      },
    };
    const format = FORMATS.find((one) => one.name === name);
    for await (const { chunks } of format?.files(endless, DEFAULT_OPTIONS) ?? []) {
      taken = 0;
      let length = 0;
      for (const chunk of chunks) {
        length += chunk.length;
        if (taken === 3) break;
      }
      expect(taken).toBe(3);
      expect(length).toBeLessThan(100_000);
    }
  });
});
