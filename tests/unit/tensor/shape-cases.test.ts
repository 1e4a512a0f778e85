import { describe, expect, it } from "vitest";
import {
  KernelError,
  type KernelErrorCode,
  conv2dOutputShape,
  convTranspose2dOutputShape,
  poolOutputShape,
} from "@/lib/tensor";
import { type ShapeCase, shapeCases } from "@/tests/fixtures/load";

/** What the kernel says where PyTorch says this. */
const CODES: readonly (readonly [RegExp, KernelErrorCode])[] = [
  [/Kernel size can't be greater/, "ERR_WINDOW"],
  [/Output size is too small/, "ERR_WINDOW"],
  [/pad should be at most half/, "ERR_PADDING"],
  [/output padding must be smaller/, "ERR_PADDING"],
  [/negative padding/, "ERR_PADDING"],
  [/non-positive stride/, "ERR_STRIDE"],
];

const named = (cases: readonly ShapeCase[]) => cases.map((one) => [one.id, one] as const);
const accepted = shapeCases().filter((one) => one.output !== undefined);
const refused = shapeCases().filter((one) => one.error !== undefined);

describe("output shapes agree with PyTorch", () => {
  it("on every case but those it refuses", () => {
    expect(accepted.length + refused.length).toBe(shapeCases().length);
    expect(new Set(shapeCases().map((one) => one.id)).size).toBe(shapeCases().length);
  });

  it.each(named(accepted))("%s", (_, one) => {
    expect(shapeOf(one)).toEqual([1, 1, ...(one.output ?? [])]);
  });
});

describe("what PyTorch refuses is refused, by code", () => {
  it.each(named(refused))("%s", (_, one) => {
    const code = CODES.find(([pattern]) => pattern.test(one.error ?? ""))?.[1];
    expect(code).toBeDefined();
    expect(() => shapeOf(one)).toThrow(KernelError);
    expect(() => shapeOf(one)).toThrow(expect.objectContaining({ code }));
  });
});

function shapeOf({ op, input, k, s, p, d, ceil_mode, output_padding }: ShapeCase): number[] {
  const [xShape, wShape] = [
    [1, 1, ...input],
    [1, 1, ...k],
  ];
  const options = { stride: s, padding: p, dilation: d };
  if (op === "conv") return conv2dOutputShape(xShape, wShape, options);
  if (op === "pool") {
    return poolOutputShape(xShape, {
      ...options,
      kernel: k,
      rounding: ceil_mode ? "ceil" : "floor",
    });
  }
  const extra = { output_padding: output_padding ?? 0 };
  return convTranspose2dOutputShape(xShape, wShape, { ...options, ...extra });
}
