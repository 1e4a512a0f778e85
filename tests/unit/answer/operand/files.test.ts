import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readNpy, readOperandFile } from "@/lib/answer/operand";
import { PROPERTY } from "../../tensor/arbitraries";

const npyCases = z
  .array(
    z.strictObject({
      name: z.string(),
      base64: z.string(),
      shape: z.array(z.int()),
      data: z.array(z.union([z.number(), z.string()])),
    }),
  )
  .parse(JSON.parse(readFileSync("tests/fixtures/npy-cases.json", "utf8")));

const text = (written: string) => new TextEncoder().encode(written);

describe(".npy files hold what NumPy saved", () => {
  it.each(npyCases.map((one) => [one.name, one] as const))("%s", (_, { base64, shape, data }) => {
    const reading = readNpy(Buffer.from(base64, "base64"));
    if (reading.kind === "unreadable") throw new Error(reading.message);
    expect(reading.value.shape).toEqual(shape);
    expect([...reading.value.data]).toEqual(data.map((one) => (one === "inf" ? Infinity : one)));
  });

  it.each([
    ["<O", "pickled"],
    ["<c8", "is not read"],
    ["<U4", "is not read"],
  ])("values of the type %s are refused", (descr, why) => {
    const reading = readNpy(npy(`{'descr': '${descr}', 'fortran_order': False, 'shape': (1,), }`));
    expect(reading.kind === "unreadable" && reading.message).toContain(why);
  });

  it.each([
    ["(3,)", "24 bytes, but 8 follow"],
    ["(1,1,1,1,1)", "5 axes"],
    ["(0,)", "no value"],
    ["(99999999,)", "at most 4194304"],
  ])("the shape %s is refused", (shape, why) => {
    const reading = readNpy(npy(`{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }`));
    expect(reading.kind === "unreadable" && reading.message).toContain(why);
  });

  it("integers that float64 cannot hold are refused", () => {
    const file = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }");
    file.fill(0x7f, file.length - 8);
    expect(readNpy(file)).toMatchObject({ kind: "unreadable", code: "TOO_MUCH" });
  });

  it("any bytes are answered, if only by a sentence", () => {
    const whole = Buffer.from(npyCases[0]?.base64 ?? "", "base64");
    const broken = fc
      .tuple(
        fc.integer({ min: 0, max: whole.length }),
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.nat(255),
      )
      .map(([length, at, byte]) => {
        const copy = Uint8Array.from(whole);
        copy[at] = byte;
        return copy.slice(0, length);
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), broken), (bytes) => {
        expect(["value", "unreadable"]).toContain(readNpy(bytes).kind);
      }),
      { ...PROPERTY, numRuns: 500 },
    );
  });
});

describe("a dropped file", () => {
  it.each([
    ["x.csv", "1,2\n3,4", [2, 2]],
    ["x.tsv", "1\t2", [2]],
    ["x.json", "[[[1, 2]]]", [1, 1, 2]],
    ["x.json", '{"shape": [1, 2], "data": [1, 2]}', [1, 2]],
  ])("%s holds a tensor", (name, written, shape) => {
    const reading = readOperandFile(name, text(written));
    expect(reading).toMatchObject({ kind: "value", value: { kind: "tensor", tensor: { shape } } });
  });

  it("has exact numbers as JSON, and printed ones as CSV", () => {
    expect(radiusIn("x.json")).toBe(0);
    expect(radiusIn("x.txt")).toBeCloseTo(0.00005, 12);
  });

  it("may hold a whole question", () => {
    const reading = readOperandFile("q.json", text('{"op": "relu", "inputs": {"x": [1]}}'));
    expect(reading).toMatchObject({ value: { kind: "question", json: { op: "relu" } } });
  });

  it.each([
    ["x.json", text("[1, 2"), "does not parse as JSON"],
    ["x.json", text("true"), "a number, nested arrays"],
    ["x.npz", Uint8Array.of(0x50, 0x4b, 3, 4, 0), "archive"],
    ["x.png", Uint8Array.of(0x89, 0x50, 0), ".npy, .json and .csv would fit"],
    ["x.npy", text("no"), "does not begin"],
  ])("%s that is none says so", (name, bytes, why) => {
    const reading = readOperandFile(name, bytes);
    expect(reading.kind === "unreadable" && reading.message).toContain(why);
  });
});

/** A .npy file of version 1 with this header and eight bytes of zeros. */
function npy(header: string): Uint8Array {
  const bytes = text(header);
  const start = [0x93, ...text("NUMPY"), 1, 0, bytes.length & 255, bytes.length >> 8];
  return Uint8Array.from([...start, ...bytes, ...Array<number>(8).fill(0)]);
}

/** The first radius of a file of this name that holds [0.3333]. */
function radiusIn(name: string): number | undefined {
  const reading = readOperandFile(name, text("[0.3333]"));
  return reading.kind === "value" && reading.value.kind === "tensor"
    ? reading.value.radius[0]
    : undefined;
}
