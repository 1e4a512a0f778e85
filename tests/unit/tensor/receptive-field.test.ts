import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChainLayer, receptiveField, receptiveFields } from "@/lib/tensor";
import { PROPERTY } from "./arbitraries";

const conv = (kernel: number, stride: number, padding: number): ChainLayer => ({
  kernel,
  stride,
  padding,
});
const pool = (kernel: number): ChainLayer => ({ kernel, stride: 2 });

const ALEXNET_V2 = [
  conv(11, 4, 0),
  pool(3),
  conv(5, 1, 2),
  pool(3),
  conv(3, 1, 1),
  conv(3, 1, 1),
  conv(3, 1, 1),
  pool(3),
];
const ALEXNET_TORCHVISION = [conv(11, 4, 2), ...ALEXNET_V2.slice(1)];
const VGG_A = [1, 1, 2, 2, 2].flatMap((convs) => [
  ...Array.from({ length: convs }, () => conv(3, 1, 1)),
  pool(2),
]);

describe("the receptive field of a chain has the published size, jump and padding", () => {
  it.each([
    ["AlexNet v2", ALEXNET_V2, 195, 32, 64],
    ["AlexNet (torchvision)", ALEXNET_TORCHVISION, 195, 32, 66],
    ["VGG-A", VGG_A, 150, 32, 59],
  ])("%s", (_, chain, size, jump, padding) => {
    const field = receptiveField(chain);
    expect([field.size, field.jump, -field.start]).toEqual([size, jump, padding]);
  });
});

describe("receptive field", () => {
  it("of no layers is the cell itself", () => {
    expect(receptiveField([])).toEqual({ size: 1, jump: 1, start: 0, offset: 0 });
  });

  it("of two 3×3 convolutions is that of one 5×5, of three that of one 7×7", () => {
    const three = conv(3, 1, 1);
    expect(receptiveField([three, three])).toEqual(receptiveField([conv(5, 1, 2)]));
    expect(receptiveField([three, three, three])).toEqual(receptiveField([conv(7, 1, 3)]));
  });

  it("widens by a dilated kernel's span: D(K − 1) + 1", () => {
    expect(receptiveField([{ kernel: 3, dilation: 4 }]).size).toBe(9);
  });

  it("grows by the jump of the layers before, not by its own stride", () => {
    const sizes = receptiveFields([conv(3, 2, 0), conv(3, 2, 0), conv(3, 2, 0)]).map((f) => f.size);
    expect(sizes).toEqual([3, 7, 15]);
  });

  it("with same padding at stride 1 is centred on the cell itself", () => {
    expect(receptiveField([conv(3, 1, 1), conv(5, 1, 2)]).offset).toBe(0);
    expect(receptiveField([conv(3, 1, 0)]).offset).toBe(1);
  });

  it("is what one finds by following cells back, window by window", () => {
    const layer = fc.record({
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 3 }),
      padding: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 4 }), (chain) => {
        const [first, second] = [reachedFrom(0, chain), reachedFrom(1, chain)];
        expect(receptiveField(chain)).toMatchObject({
          size: first.last - first.first + 1,
          jump: second.first - first.first,
          start: first.first,
          offset: (first.first + first.last) / 2,
        });
      }),
      PROPERTY,
    );
  });

  it.each([
    [{ kernel: 0 }, "ERR_NUMBER"],
    [{ kernel: 3, stride: 0 }, "ERR_STRIDE"],
    [{ kernel: 3, padding: -1 }, "ERR_PADDING"],
    [{ kernel: 3, dilation: 0.5 }, "ERR_NUMBER"],
  ])("refuses %o with %s", (layer, code) => {
    expect(() => receptiveField([layer])).toThrow(expect.objectContaining({ code }));
  });
});

interface Cells {
  readonly first: number;
  readonly last: number;
}

/** The first and the last input cell that reach an output cell, found from the last layer backwards. */
function reachedFrom(cell: number, chain: readonly ChainLayer[]): Cells {
  return chain.reduceRight<Cells>(
    ({ first, last }, { kernel, stride = 1, dilation = 1, padding = 0 }) => ({
      first: first * stride - padding,
      last: last * stride - padding + (kernel - 1) * dilation,
    }),
    { first: cell, last: cell },
  );
}
