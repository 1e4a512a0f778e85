import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkReport } from "@/lib/network";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { ReadError, readNetwork } from "@/lib/network/read";
import { KernelError } from "@/lib/tensor";

/** An answer, or a refusal that has a code and a sentence. */
function answers(code: string): boolean {
  try {
    const read = readNetwork(code);
    const report = networkReport(read.layers, [1, 3, 32, 32], {}, read);
    return report.layers.length === read.layers.length && read.lines.every((line) => line >= 1);
  } catch (error) {
    if (!(error instanceof ReadError) && !(error instanceof KernelError)) throw error;
    return error.code.startsWith("ERR_") && error.message.length > 0;
  }
}

const settings = { seed: 20261123, numRuns: 150 };
const snippet = fc.constantFrom(
  ...KNOWN_NETWORKS.map(({ code }) => code),
  "model = keras.Sequential([layers.Conv2D(8, (3, 3), activation='relu', input_shape=(8, 8, 3)), layers.Dense(4)])",
  "Net(\n  (a): Conv2d(3, 4, kernel_size=(3, 3))\n  (b): Sequential(\n    (0): ReLU()\n  )\n)",
);
const word = fc.constantFrom(
  ..."( ) [ ] { } , : = * ** + - . \n \n~~ 0 1 -1 1e9 None True x self lambda for in if else def class return nn.Sequential nn.Conv2d nn.ReLU F.relu range len __init__ __proto__ constructor 'a' \" # \\ @ \u0000 é"
    .split(" ")
    .map((one) => one.replaceAll("~", " ")),
);

describe("whatever is pasted is answered or refused by a code", () => {
  test("code with a piece taken out, doubled or replaced", () => {
    const mutated = fc
      .tuple(snippet, fc.nat(), fc.nat(60), fc.oneof(word, fc.string({ maxLength: 12 })), fc.nat(3))
      .map(([code, at, length, piece, times]) => {
        const place = at % code.length;
        return code.slice(0, place) + piece.repeat(times) + code.slice(place + length);
      });
    fc.assert(fc.property(mutated, answers), settings);
  });

  test("words of Python in any order", () => {
    const words = fc.array(word, { maxLength: 120 }).map((parts) => parts.join(" "));
    fc.assert(fc.property(words, answers), settings);
  });

  test("any text at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), answers), settings);
  });

  test("brackets, blocks and calls nested as deep as the limit of characters allows", () => {
    const nested = [
      "(",
      "[",
      "{",
      "f(",
      "not ",
      "-",
      "lambda: ",
      "x[",
      "nn.Sequential(",
      "a if b else ",
    ];
    for (const one of nested) {
      const times = Math.floor(19_000 / one.length);
      expect(answers(one.repeat(times))).toBe(true);
      expect(answers(`${one.repeat(40)}nn.ReLU()`)).toBe(true);
    }
    const blocks = Array.from({ length: 150 }, (_, depth) => `${" ".repeat(depth)}if x:\n`).join(
      "",
    );
    expect(answers(blocks)).toBe(true);
  });

  test("megabytes are refused before they are parsed", () => {
    expect(() => readNetwork("nn.ReLU()\n".repeat(500_000))).toThrow(/5000000 characters/);
  });
});
