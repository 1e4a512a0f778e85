import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adaptiveAvgPool2d,
  adaptiveAvgPool2dGradient,
  adaptiveMaxPool2d,
  avgPool2d,
  avgPool2dGradient,
  maxPool2d,
  maxPool2dGradient,
  maxUnpool2d,
  maxUnpool2dGradient,
  tensor,
} from "@/lib/tensor";
import * as twin from "@/lib/tensor/twin";
import { expectSameTensor } from "./agreement";
import { PROPERTY, adapted, pooled, wholeTensor } from "./arbitraries";

describe("two algorithms agree", () => {
  it("on max pooling", () => {
    fc.assert(
      fc.property(pooled, ({ x, dy, options }) => {
        const [first, second] = [maxPool2d(x, options), twin.maxPool2d(x, options)];
        expect(second).toEqual(first);
        const dx = maxPool2dGradient(dy, first.indices, x.shape);
        expectSameTensor(twin.maxPool2dGradient(dy, first.indices, x.shape), dx);
      }),
      PROPERTY,
    );
  });

  it("on average pooling", () => {
    fc.assert(
      fc.property(pooled, ({ x, dy, options }) => {
        expectSameTensor(twin.avgPool2d(x, options), avgPool2d(x, options));
        const dx = avgPool2dGradient(dy, x.shape, options);
        expectSameTensor(twin.avgPool2dGradient(dy, x.shape, options), dx);
      }),
      PROPERTY,
    );
  });

  it.each(["same", "same_lower", "valid"] as const)("on padding %s", (padding) => {
    const question = fc.record({
      x: wholeTensor([1, 1, 5, 6]),
      stride: fc.integer({ min: 1, max: 3 }),
      kernel: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(question, ({ x, stride, kernel }) => {
        const options = { kernel, stride, padding };
        expect(twin.maxPool2d(x, options)).toEqual(maxPool2d(x, options));
      }),
      PROPERTY,
    );
  });

  it("on adaptive pooling", () => {
    fc.assert(
      fc.property(adapted, ({ x, dy, outputSize }) => {
        expect(twin.adaptiveMaxPool2d(x, outputSize)).toEqual(adaptiveMaxPool2d(x, outputSize));
        expectSameTensor(twin.adaptiveAvgPool2d(x, outputSize), adaptiveAvgPool2d(x, outputSize));
        const dx = adaptiveAvgPool2dGradient(dy, x.shape);
        expectSameTensor(twin.adaptiveAvgPool2dGradient(dy, x.shape), dx);
      }),
      PROPERTY,
    );
  });

  it.each(["overwrite", "sum"] as const)("on max unpooling by %s", (overlap) => {
    const indices = fc
      .array(fc.integer({ min: 0, max: 8 }), { minLength: 8, maxLength: 8 })
      .map((values) => tensor([1, 2, 2, 2], values));
    fc.assert(
      fc.property(wholeTensor([1, 2, 2, 2]), indices, wholeTensor([1, 2, 3, 3]), (x, at, dy) => {
        expect(twin.maxUnpool2d(x, at, [3, 3], overlap)).toEqual(
          maxUnpool2d(x, at, [3, 3], overlap),
        );
        expect(twin.maxUnpool2dGradient(dy, at)).toEqual(maxUnpool2dGradient(dy, at));
      }),
      PROPERTY,
    );
  });
});
