import { describe, expect, test } from "vitest";
import { checkTable } from "@/lib/answer/table";
import { type Layer, networkReport } from "@/lib/network";

const LAYERS: readonly Layer[] = [
  { name: "Conv2d", out: 6, kernel: 5 },
  { name: "ReLU" },
  { name: "MaxPool2d", kernel: 2 },
  { name: "Conv2d", out: 16, kernel: 5, stride: 2 },
  { name: "Flatten" },
  { name: "Linear", out: 10 },
];
const REPORT = networkReport(LAYERS, [1, 3, 32, 32]);

function checked(text: string) {
  const reading = checkTable(REPORT, text);
  if (reading.kind === "unreadable") throw new Error(reading.message);
  return reading.value;
}

const verdicts = (text: string) =>
  checked(text).rows.map(({ cells }) => cells.map((c) => c.verdict[0]).join(""));

// conv1 (3·25 + 1)·6 = 456; conv2 (6·25 + 1)·16 = 2416 on 14×14 → 5×5; linear1 400·10 + 10 = 4010.
describe("a table is read as people write it", () => {
  test.each([
    ["a spreadsheet with heads", "Layer\tOutput\tParams\nconv1\t6×28×28\t456\nlinear1\t10\t4010"],
    [
      "CSV with shapes in brackets",
      'layer,output shape,parameters\nconv1,"(6, 28, 28)",456\nfc1,(10),"4,010"',
    ],
    [
      "Markdown",
      "| layer | shape | params |\n|---|---|---:|\n| Conv2d | 28x28x6 | 456 |\n| Linear | 1×10 | 4010 |",
    ],
    ["no heads", "conv1\t6×28×28\t456\nlinear\t10\t4 010"],
  ])("%s", (_, text) => {
    const { columns, rows } = checked(text);
    expect(columns).toEqual(["name", "shape", "params"]);
    expect(rows.map(({ place }) => place)).toEqual([0, 5]);
    expect(verdicts(text)).toEqual(["ucc", "ucc"]);
  });

  test("without names rows go in order: all layers, or those that learn, and the totals", () => {
    expect(checked("456\n2416\n4010\n6882").rows.map(({ place }) => place)).toEqual([
      0,
      3,
      5,
      "total",
    ]);
    expect(verdicts("456\n2416\n4010\n6882")).toEqual(["c", "c", "c", "c"]);
    expect(checked("456\n0\n0\n2416\n0\n4010").columns).toEqual(["params"]);
  });

  test("a column can be said to be another", () => {
    const reading = checkTable(REPORT, "conv1\t456", ["name", "macs"]);
    expect(reading.kind === "value" && reading.value.rows[0]?.cells[1]?.verdict).toBe("incorrect");
  });
});

describe("a wrong cell has its mistake named", () => {
  test.each([
    ["name\tparams\nconv1\t450", "BIAS_FORGOTTEN"],
    ["name\tparams\nconv1\t156", "CHANNELS_FORGOTTEN"],
    ["name\tshape\nconv1\t6×27×27", "PLUS_ONE_FORGOTTEN"],
    ["name\tFLOPs\nconv1\t352800", "MACS_FOR_FLOPS"],
    ["name\treceptive field\nconv2\t10", "STRIDES_IGNORED"],
    ["name\tparams\ntotal\t6850", "BIAS_FORGOTTEN"],
  ])("%j: %s", (text, mistake) => {
    const [cell] = checked(text).rows[0]?.cells.slice(1) ?? [];
    expect([cell?.verdict, cell?.diagnosis[0]?.ids]).toEqual(["incorrect", [mistake]]);
  });

  test("the convention under which it would be right is told", () => {
    const cell = checked("name\tMACs\nconv1\t357504").rows[0]?.cells[1];
    expect(cell?.convention).toMatch(/bias/);
  });
});

describe("one slip is held against nobody twice", () => {
  const table =
    "name\tshape\tparams\nconv1\t6×27×27\t456\nrelu1\t6×27×27\t0\npool1\t6×13×13\t0\nconv2\t16×5×5\t2416";

  test("what is right for the reader's own shape follows", () => {
    expect(verdicts(table)).toEqual(["uic", "ufc", "ufc", "ucc"]);
  });

  test("a blank and what cannot be read are not wrong", () => {
    expect(verdicts("name\tparams\nconv1\t\npool1\tfour\nconv2\t1")).toEqual(["uu", "ui", "ui"]);
    expect(checked("name\tparams\npool1\tfour").rows[0]?.cells[1]).toMatchObject({
      verdict: "invalid",
    });
  });
});

test("a table beyond the limits is refused in words", () => {
  expect(checkTable(REPORT, "1\n".repeat(900))).toMatchObject({ kind: "unreadable" });
  expect(checkTable(REPORT, "1".repeat(20_001))).toMatchObject({ kind: "unreadable" });
});
