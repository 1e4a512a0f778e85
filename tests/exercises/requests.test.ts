import { describe, expect, it } from "vitest";
import { ExerciseError, generate, seedOf } from "@/lib/exercises";

const RIGHT = { id: "conv-forward", seed: "7", level: 2 };

describe("the five fields of a problem", () => {
  it("each change the problem, but for the conventions that do not bear on it", () => {
    const once = generate(RIGHT);
    expect(generate({ ...RIGHT, version: 1 })).toEqual(once);
    expect(generate({ ...RIGHT, seed: "8" }).question).not.toEqual(once.question);
    expect(generate({ ...RIGHT, level: 3 }).question).not.toEqual(once.question);
    const turned = generate({ ...RIGHT, conventions: { operation: "convolution" } });
    expect(turned.question.inputs).toEqual(once.question.inputs);
    expect(turned.answer).not.toEqual(once.answer);
  });

  it("the i-th problem of a run is made alone from its own seed", () => {
    expect(seedOf("7", 0)).toBe("7");
    expect(generate({ ...RIGHT, seed: seedOf("7", 3) }).seed).toBe("7.3");
  });

  it.each([
    [{ id: "conv-foward" }, "ERR_EXERCISE", /Did you mean "conv-forward"/],
    [
      { version: 2 },
      "ERR_VERSION",
      /conv-forward is at version 1; version 2 is not known here yet/,
    ],
    [{ version: 0 }, "ERR_VERSION", /version 0 is no longer made/],
    [{ level: 6 }, "ERR_LEVEL", /The level is 6; it can be 1, 2, 3, 4 or 5/],
    [{ level: 1.5 }, "ERR_LEVEL", /1\.5/],
    [{ seed: "" }, "ERR_SEED", /needs 1 to 200/],
    [{ seed: "x".repeat(201) }, "ERR_SEED", /201 characters/],
  ])("%j is refused by name", (wrong, code, message) => {
    const make = () => generate({ ...RIGHT, ...wrong });
    expect(make).toThrow(ExerciseError);
    expect(make).toThrow(message);
    expect(codeOf(make)).toBe(code);
  });
});

function codeOf(make: () => unknown): string | undefined {
  try {
    make();
  } catch (error) {
    return error instanceof ExerciseError ? error.code : undefined;
  }
  return undefined;
}
