import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainValues } from "@/lib/network/chain";
import { readSnippet } from "@/lib/network/chain/snippet";
import { toNested } from "@/lib/tensor";

const HOMEWORK = `import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([[1., 2., 0.], [0., 1., 3.], [2., 0., 1.]], requires_grad=True).reshape(1, 1, 3, 3)
conv = nn.Conv2d(1, 1, 2, bias=False)
conv.weight.data = torch.tensor([[[[1., -1.], [0., 1.]]]])
fc = nn.Linear(in_features=4, out_features=1, bias=False)
with torch.no_grad():
    fc.weight = nn.Parameter(torch.tensor([[1., 2., 3., 4.]]))
h = F.relu(conv(x))
y = fc(torch.flatten(h, 1))
loss = F.mse_loss(y, torch.tensor([[9.]]), reduction="sum")
loss.backward()
print(conv.weight.grad)
`;

function valuesOf(code: string) {
  const { chain, problems } = readSnippet(code);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    (chain ? chainValues(chain) : []).map(({ key, tensor }) => [key, toNested(tensor)]),
  );
}

describe("a pasted snippet is a chain", () => {
  it("of layers, given weights and a loss, worked by hand", () => {
    const values = valuesOf(HOMEWORK);
    expect(values.loss).toBe(1);
    expect(values["grads.conv1.w"]).toEqual([
      [
        [
          [8, 0],
          [4, 12],
        ],
      ],
    ]);
  });

  it("backward() twice adds up", () => {
    const twice = HOMEWORK.replace(
      "loss.backward()",
      "loss.backward(retain_graph=True)\nloss.backward()",
    );
    expect(valuesOf(twice)["grads.conv1.w"]).toEqual([
      [
        [
          [16, 0],
          [8, 24],
        ],
      ],
    ]);
  });

  it("nn.Sequential with weights by index, and a criterion", () => {
    const values = valuesOf(`
model = nn.Sequential(nn.Linear(2, 1), nn.ReLU())
model[0].weight.data = torch.tensor([[2., -1.]])
model[0].bias.data = torch.tensor([1.])
criterion = nn.MSELoss()
loss = criterion(model(torch.tensor([[3., 2.]])), torch.tensor([[4.]]))
loss.backward()`);
    // 2·3 − 2 + 1 = 5; (5 − 4)² = 1; slope 2, times x.
    expect([values.loss, values["grads.linear1.w"], values["grads.linear1.b"]]).toEqual([
      1,
      [[6, 4]],
      [2],
    ]);
  });

  it("a bias that PyTorch would draw must be given, or drawn from a seed", () => {
    const { chain } = readSnippet(
      HOMEWORK.replace("4, out_features=1, bias=False", "4, out_features=1"),
    );
    expect(() => chain && chainValues(chain)).toThrow(/linear1\.b has no values/);
  });

  it("functions with weights, and a gradient of one's own", () => {
    const values = valuesOf(`
x = torch.tensor([[[[1., 2.], [3., 4.]]]])
w = torch.tensor([[[[1.]]]])
y = F.max_pool2d(F.conv2d(x, w, stride=1, padding=0), 2)
y.backward(torch.tensor([[[[5.]]]]))`);
    expect(values["grads.x"]).toEqual([
      [
        [
          [0, 0],
          [0, 5],
        ],
      ],
    ]);
  });
});

const pooled = (call: string) => `x = torch.tensor([[[[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]]]])
y = ${call}
y.sum().backward()`;

describe("ceil_mode rounds a pool's size up, as PyTorch does", () => {
  it.each([
    ["a layer", "nn.MaxPool2d(2, ceil_mode=True)(x)"],
    ["a layer, by place", "nn.MaxPool2d(2, 2, 0, 1, False, True)(x)"],
    ["a function", "F.max_pool2d(x, 2, ceil_mode=True)"],
    [
      "a function, by place, where it comes before the indices",
      "F.max_pool2d(x, 2, 2, 0, 1, True)",
    ],
  ])("the maximum by %s", (_, call) => {
    const values = valuesOf(pooled(call));
    expect(values["pool1.y"]).toEqual([
      [
        [
          [5, 6],
          [8, 9],
        ],
      ],
    ]);
    expect(values["grads.x"]).toEqual([
      [
        [
          [0, 0, 0],
          [0, 1, 1],
          [0, 1, 1],
        ],
      ],
    ]);
  });

  it("a mean leaves the overhang out of its divisor, but not the padding", () => {
    const plain = valuesOf(pooled("nn.AvgPool2d(2, ceil_mode=True)(x)"));
    expect(plain["pool1.y"]).toEqual([
      [
        [
          [3, 4.5],
          [7.5, 9],
        ],
      ],
    ]);
    // Windows begin at −1 and 1: the first has 1 cell of 4 counted, the last 4 of 4.
    const padded = valuesOf(pooled("F.avg_pool2d(x, 2, 2, 1, True)"));
    expect(padded["pool1.y"]).toEqual([
      [
        [
          [0.25, 1.25],
          [2.75, 7],
        ],
      ],
    ]);
  });

  it("a last window that would begin in the padding after the input falls away", () => {
    // ⌈(3 + 2 − 2)/2⌉ + 1 = 3 windows begin at −1, 1 and 3, of which the last is dropped.
    const values = valuesOf(pooled("nn.MaxPool2d(2, padding=1, ceil_mode=True)(x)"));
    expect(values["pool1.y"]).toEqual([
      [
        [
          [1, 3],
          [7, 9],
        ],
      ],
    ]);
  });

  it("without it the last row and column are left out", () => {
    expect(valuesOf(pooled("nn.MaxPool2d(2, ceil_mode=False)(x)"))["pool1.y"]).toEqual([[[[5]]]]);
  });

  it("two tensors from one pool are not followed", () => {
    const { chain, problems } = readSnippet(pooled("F.max_pool2d(x, 2, return_indices=True)"));
    expect(chain).toBeUndefined();
    expect(problems[0]).toMatchObject({ line: 2 });
    expect(problems[0]?.message).toMatch(/two tensors/);
  });
});

describe("what is not followed is told with its line, and the rest still counts", () => {
  it.each([
    [
      "an unknown call",
      HOMEWORK.replace("print(conv.weight.grad)", "plot(y)"),
      15,
      /plot is not known/,
    ],
    ["a loop", `${HOMEWORK}for batch in loader:\n    pass\n`, 16, /not followed: `for batch in/],
    [
      "an option of no layer",
      `${HOMEWORK}nn.Conv2d(1, 1, 2, colour=3)\n`,
      16,
      /Conv2d has no colour/,
    ],
  ])("%s", (_, code, line, says) => {
    const { chain, problems } = readSnippet(code);
    expect(chain?.layers.map(({ name }) => name)).toEqual(["Conv2d", "ReLU", "Flatten", "Linear"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line });
    expect(problems[0]?.message).toMatch(says);
  });

  it.each([
    ["a name that every object has", "y = constructor(x)", /constructor is not known/],
    ["nothing", "", /No layer was applied/],
    ["code to run", "__import__('os').system('echo')", /not known|No layer/],
    ["too much", "x = 1\n".repeat(4000), /24000 characters; up to 20000/],
    ["brackets without end", "[".repeat(5000), /./],
  ])("%s is no chain", (_, code, says) => {
    const { chain, problems } = readSnippet(code);
    expect(chain).toBeUndefined();
    expect(problems.map(({ message }) => message).join("\n")).toMatch(says);
  });
});

it("None in an output size keeps the input's", () => {
  const code =
    "x = torch.tensor([[1., 3., 5.], [2., 4., 6.]]).reshape(1, 1, 2, 3)\ny = nn.AdaptiveAvgPool2d((None, 1))(x)";
  expect(Object.values(valuesOf(code))[0]).toEqual([[[[3], [4]]]]);
});

const X = "x = torch.tensor([[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]])";

describe("tensors and weights are made as students make them", () => {
  it.each([
    [
      `${X}.unsqueeze(0).unsqueeze(0)`,
      "torch.ones(1, 1, 2, 2)",
      [
        [12, 16],
        [24, 28],
      ],
    ],
    [
      `${X}\nx = x[None, None]`,
      "torch.full((1, 1, 2, 2), 0.5)",
      [
        [6, 8],
        [12, 14],
      ],
    ],
    ["x = torch.arange(1., 10).reshape(1, 1, 3, 3)", "torch.ones_like(x)", [[45]]],
    [
      "import numpy as np\nx = torch.from_numpy(np.array([[[[1., 2.], [3., 4.]]]]))",
      "torch.zeros(size=(1, 1, 2, 2))",
      [[0]],
    ],
  ])("%s, and %s", (x, w, y) => {
    const values = valuesOf(`${x}\nw = ${w}\ny = F.conv2d(x, w)\ny.sum().backward()`);
    expect(values["conv1.y"]).toEqual([[y]]);
  });

  it.each([
    "with torch.no_grad():\n    fc.weight.copy_(torch.tensor([[1., 1., 1.]]))\n    fc.bias.zero_()",
    "nn.init.constant_(fc.weight, 1)\nnn.init.zeros_(fc.bias)",
    "fc.weight.data.fill_(1)\nfc.bias.data = torch.zeros(1)",
  ])("%s", (set) => {
    const values = valuesOf(`${X}\nfc = nn.Linear(3, 1)\n${set}\ny = fc(x)\ny.sum().backward()`);
    expect(values["linear1.y"]).toEqual([[6], [15], [24]]);
  });

  it("what is random is drawn from the seed that is asked for", () => {
    const { chain, problems } = readSnippet(
      "x = torch.randn(1, 3)\nw = torch.rand(2, 3)\ny = F.linear(x, w)\ny.sum().backward()",
    );
    expect(problems).toEqual([]);
    expect(chain?.inputs).toEqual({ x: { shape: [1, 3] } });
    expect(chain?.layers).toMatchObject([{ name: "Linear", out: 2, bias: false }]);
  });
});

const net = (forward: string) => `class Net(nn.Module):
    def __init__(self, width=1):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, width, 2), nn.ReLU())
        self.fc = nn.Linear(4, 1, bias=False)

    def forward(self, x):
        ${forward}
${X}.view(1, 1, 3, 3)
net = Net()
net.features[0].weight.data = torch.tensor([[[[1., 0.], [0., -1.]]]])
nn.init.constant_(net.features[0].bias, 5)
net.fc.weight = nn.Parameter(torch.tensor([[1., 2., 3., 4.]]))
y = net(x)
y.sum().backward()`;

describe("a class with its forward is a chain, whose layers go by their names in it", () => {
  it("with weights given", () => {
    // 1 − 5 + 5 = 1 everywhere, so 1 + 2 + 3 + 4.
    const values = valuesOf(net("return self.fc(torch.flatten(self.features(x), 1))"));
    expect([values["fc.y"], values["grads.features.0.b"]]).toEqual([[[10]], [10]]);
  });

  it.each([
    ["x = self.features(x)\n        return self.fc((x + x).flatten(1))", /Only a chain/],
    ["return self.fc(self.features(torch.fft(x)).flatten(1))", /torch\.fft is not a layer/],
  ])("or it is told why it is none: %s", (forward, says) => {
    const { problems } = readSnippet(net(forward));
    expect(problems[0]?.message).toMatch(says);
  });
});

describe("sizes are written with their working", () => {
  it.each(["2*2*2", "2 ** 3", "(10 - 2) // 1", "+16/2", "4 + 4"])("nn.Linear(%s, 1)", (size) => {
    const { chain, problems } = readSnippet(
      `fc = nn.Linear(${size}, 1)\ny = fc(torch.arange(8.).reshape(1, 2*4))`,
    );
    expect(problems).toEqual([]);
    expect(chain?.layers).toMatchObject([{ name: "Linear", in: 8, out: 1 }]);
  });
});

describe("a loss is written in many ways", () => {
  const made = `${X}\nfc = nn.Linear(3, 1, bias=False)\nnn.init.ones_(fc.weight)\ny = fc(x)\nt = torch.full((3, 1), 5.)\n`;
  it.each([
    ["loss = ((y - t) ** 2).mean()", 462 / 3],
    ["loss = (t - y).pow(2).sum()", 462],
    ["loss = torch.mean(torch.square(y - t))", 462 / 3],
    ["loss = nn.MSELoss(reduction='sum')(y, t)", 462],
  ])("%s", (line, loss) => {
    // 6, 15 and 24 less 5 each: 1 + 100 + 361.
    expect(valuesOf(`${made}${line}\nloss.backward()`)["loss"]).toBeCloseTo(loss, 12);
  });

  it("a mean sends each cell its share, and a loop sends it as often as it runs", () => {
    const code = `${X}\ny = F.relu(x)\nloss = y.mean()\nfor _ in range(2):\n    loss.backward(retain_graph=True)`;
    const ninth = 2 / 9;
    expect(valuesOf(code)["grads.x"]).toEqual(
      Array.from({ length: 3 }, () => [ninth, ninth, ninth]),
    );
  });

  it.each([3, 1000])("of %i steps of training the first is shown, which is told", (rounds) => {
    const step = "    y = fc(x)\n    loss = F.mse_loss(y, t)\n    loss.backward()";
    const { chain, problems } = readSnippet(
      `${made.replace("y = fc(x)\n", "")}for epoch in range(${rounds}):\n${step}`,
    );
    expect(problems).toMatchObject([{ line: 5, message: /first round alone/ }]);
    expect(chain).toMatchObject({ backward: 1, loss: { name: "mse_loss" } });
  });

  it("optimisers and their steps change nothing that is shown", () => {
    const step =
      "optimizer = torch.optim.SGD(fc.parameters(), lr=0.1)\noptimizer.zero_grad()\nloss = y.sum()\nloss.backward()\noptimizer.step()";
    expect(valuesOf(`${made}lr = 0.1\n${step}`)["grads.linear1.w"]).toEqual([[12, 15, 18]]);
  });
});

describe("a line that is not followed is told once, and not what rests on it", () => {
  it.each([
    [`${X}\ny = torch.fft(x)\nz = F.relu(y)\nz.sum().backward()`, [2]],
    [`${X}\nmodel = torch.hub.load("x")\ny = model(x)`, [2]],
    [`${X}\ny = F.relu(x)\nloss = y.sum() * 2\nloss.backward()`, [3]],
    [`${X}\nfor i in range(3):\n    y = torch.fft(x)`, [3]],
  ])("%s", (code, lines) => {
    const told = readSnippet(code).problems.filter((one) => one.code !== "ERR_EMPTY");
    expect(told.map(({ line }) => line)).toEqual(lines);
  });
});

describe("a snippet that is not quite one gives a chain, or says on which line it is not followed", () => {
  const change = fc.tuple(
    fc.constantFrom("drop", "double", "write"),
    fc.nat(10_000),
    fc.constantFrom(..."()[]{},.:=*+-'\"#\n x1_@\\é".split("")),
  );
  const changes = fc.array(change, { minLength: 1, maxLength: 4 });

  it.each([
    ["characters", ""],
    ["lines", "\n"],
  ])("with %s dropped, doubled or written over", (_, between) => {
    const mutant = changes.map((made) => {
      const pieces = HOMEWORK.split(between);
      for (const [how, at, sign] of made) {
        const place = at % pieces.length;
        const piece = pieces[place] ?? "";
        const into = { drop: [], double: [piece, piece], write: [sign] }[how] ?? [];
        pieces.splice(place, 1, ...into);
      }
      return pieces.join(between);
    });
    fc.assert(
      fc.property(mutant, (code) => {
        const { chain, problems } = readSnippet(code);
        expect(chain !== undefined || problems.length > 0).toBe(true);
        const lines = problems.map(({ line }) => line);
        expect(lines.filter((line) => line < 1 || line > code.split("\n").length)).toEqual([]);
      }),
      { seed: 20_261_126, numRuns: 150 },
    );
  });
});
