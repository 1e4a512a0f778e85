import { describe, expect, it } from "vitest";
import { addressFrom, searchOf } from "../../../app/practice/address";
import { PYTORCH } from "../../../app/practice/conventions";
import { CONVENTION_WORDS } from "../../../content/practice";
import { CONVENTION_CHOICES, DEFAULT_CONVENTIONS } from "../../../lib/question";

describe("a problem's address", () => {
  it("leaves out what PyTorch says, and brings everything else back", () => {
    const conventions = { ...PYTORCH, operation: "convolution", units: "iec" } as const;
    const address = { type: "conv-forward", version: 1, seed: "7.2", level: 3, conventions };
    expect(searchOf({ ...address, conventions: PYTORCH })).toBe("?v=1&seed=7.2&level=3");
    expect(addressFrom("conv-forward", searchOf(address), PYTORCH)).toEqual(address);
  });

  it("without a seed means the first problem under the reader's own conventions", () => {
    const own = { ...PYTORCH, rounding: "ceil" } as const;
    expect(addressFrom("pool-size", "", own)).toEqual({
      type: "pool-size",
      seed: "1",
      level: 1,
      conventions: own,
    });
  });

  it("passes over conventions that do not exist", () => {
    const { conventions } = addressFrom(
      "x",
      "?seed=1&conventions=units:none,constructor:a",
      PYTORCH,
    );
    expect(conventions).toEqual(PYTORCH);
  });
});

describe("the page's conventions", () => {
  it("begin as the library's", () => expect(PYTORCH).toEqual(DEFAULT_CONVENTIONS));

  it.each(Object.entries(CONVENTION_CHOICES))(
    "has words for every choice of %s",
    (name, choices) => {
      const words = Object.entries(CONVENTION_WORDS).find(([one]) => one === name)?.[1];
      expect(Object.keys(words?.choices ?? {}).toSorted()).toEqual([...choices].toSorted());
    },
  );
});
