import { describe, expect, it } from "vitest";
import { run } from "./command";

const CODE = `import torch.nn as nn
model = nn.Sequential(nn.Conv2d(3, 64, 11, stride=4, padding=2), nn.ReLU())  # the stem
`;
const ROW = {
  name: "Conv2d",
  shape: [1, 64, 55, 55],
  params: 23_296,
  macs: 55 * 55 * 64 * 363,
  activation: { values: 193_600, bytes: 774_400 },
  receptive_field: 11,
  jump: 4,
};

describe("network", () => {
  it.each([
    ["PyTorch", CODE],
    [
      "JSON",
      '[{"name": "Conv2d", "in": 3, "out": 64, "kernel": 11, "stride": 4, "padding": 2}, {"name": "ReLU"}]',
    ],
  ])("answers for %s in JSON", async (_, text) => {
    const { code, stdout } = await run(["network", "-", "--input", "1x3x224x224", "--json"], text);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      layers: [ROW, { name: "ReLU", params: 0 }],
      totals: { params: 23_296, macs: ROW.macs, activation: { values: 387_200, bytes: 1_548_800 } },
    });
  });

  it("answers for Keras in the layout that is given, and takes the code's own input", async () => {
    const keras =
      'keras.Sequential([layers.Conv2D(8, 3, strides=2, padding="same", input_shape=(33, 31, 3))])';
    const own = await run(["network", "--json"], keras);
    const given = await run(["network", "--json", "--input", "2x3x33x31"], keras);
    expect([own, given].map(({ stdout }): unknown => JSON.parse(stdout))).toMatchObject([
      { input: [1, 33, 31, 3], layers: [{ shape: [1, 17, 16, 8], params: 224 }] },
      { input: [2, 3, 33, 31], layers: [{ shape: [2, 8, 17, 16], params: 224 }] },
    ]);
  });

  it("prints a table otherwise, with what is wrong below it", async () => {
    const { code, stdout } = await run(
      ["network", "--input", "1x3x8x8"],
      "nn.Sequential(nn.Conv2d(3, 4, 3), nn.Foo(), nn.Flatten(), nn.Linear(9, 2))",
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 {2}Conv2d +conv1 +1×4×6×6 +112 +3 888 +144 +3 +1\n/);
    expect(stdout).toMatch(/ERR_LAYER: Layer 2 \(Foo, line 1\)/);
    expect(stdout).toMatch(/ERR_CHANNELS: .*in_features 9 does not fit 4×6×6 = 144; 144 would/);
  });

  it("notes a layer that is made and not used, which is no fault", async () => {
    const code = `class Net(nn.Module):
    def __init__(self):
        self.c = nn.Conv2d(3, 4, 3)
        self.rnn = nn.LSTM(4, 4)
    def forward(self, x):
        return self.c(x)`;
    const flags = ["network", "--input", "1x3x8x8"];
    const json = await run([...flags, "--json"], code);
    const message = expect.stringMatching(/^rnn \(nn\.LSTM\) is made but not used/) as string;
    const notes = [{ line: 4, message }];
    expect([json.code, JSON.parse(json.stdout)]).toMatchObject([0, { notes }]);
    const table = await run(flags, code);
    expect(table.stdout).toMatch(/\nNote: Line 4: rnn \(nn\.LSTM\)/);
  });

  it("names an unknown layer of a list with its line, and counts the rest", async () => {
    const list = '[{"name": "Foo"},\n{"name": "Linear", "out": 2}]';
    const { code, stdout } = await run(["network", "--json", "--input", "1x8"], list);
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      {
        layers: [
          { error: { message: expect.stringContaining("Layer 1 (Foo, line 1)") as string } },
          { params: 18, line: 2 },
        ],
      },
    ]);
  });

  it("reads the question that solve reads", async () => {
    const question = {
      op: "network",
      layers: [{ name: "Conv2d", out: 6, kernel: 5 }],
      inputs: { x: { shape: [1, 1, 32, 32] } },
    };
    const { stdout } = await run(["network", "--json"], JSON.stringify(question));
    const solved = await run(["solve"], JSON.stringify(question));
    expect([JSON.parse(stdout), JSON.parse(solved.stdout)]).toMatchObject([
      { input: [1, 1, 32, 32], totals: { params: 156 } },
      { params: 156 },
    ]);
  });

  it.each([
    ["nothing to read", "", 1, "ERR_EMPTY"],
    ["no Python", "hello world", 1, "ERR_SYNTAX"],
    ["far too much", "nn.ReLU()\n".repeat(9000), 1, "ERR_LIMIT"],
    ["an unknown option in JSON", '[{"name": "ReLU", "colour": 3}]', 1, "ERR_INPUT"],
  ])("refuses %s by a code", async (_, text, exit, expected) => {
    const { code, stdout } = await run(["network", "--json", "--input", "1x1x8x8"], text);
    expect([code, JSON.parse(stdout)]).toMatchObject([exit, { error: { code: expected } }]);
  });

  it.each([
    ["a shape that is none", ["--input", "1x0xq"], CODE],
    ["no input anywhere", [], CODE],
    ["JSON that does not parse", ["--input", "1x3x8x8"], '[{"name": '],
    ["a file that is not there", ["missing.py"], ""],
  ])("calls %s wrong usage", async (_, args, text) => {
    const { code, stdout, stderr } = await run(["network", ...args], text);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^kernelwise: /);
  });
});
