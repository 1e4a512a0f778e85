import { describe, expect, test } from "vitest";
import { networkReport } from "@/lib/network";
import { ReadError, readNetwork } from "@/lib/network/read";

function errorsOf(code: string): string[] {
  const read = readNetwork(code);
  const { layers } = networkReport(read.layers, [1, 3, 32, 32], {}, read);
  return layers.flatMap(({ error }) => error?.message ?? []);
}

function refusalOf(code: string): ReadError {
  try {
    readNetwork(code);
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("what is wrong in code is named with its layer and line", () => {
  test.each([
    ["nn.Conv2d(3, 8, kernal_size=3)", /line 2\): .*kernal_size.*kernel_size/],
    ["nn.Conv2d(3, 8)", /line 2\): Conv2d needs kernel_size/],
    ["nn.Conv2d(3, width, 3)", /out_channels is `width`, which has no value/],
    ["nn.Conv2d(3, 8.5, 3)", /out_channels is 8\.5; it must be a whole number/],
    ["nn.Conv2d(3, 8, 3, kernel_size=3)", /kernel_size is given twice/],
    ["nn.MaxPool2d(2, 2, 0, 1, False, False, 7)", /takes 6 arguments at most; 7 are given/],
    ["nn.Swishy()", /Layer 1 \(Swishy, line 2\): nn\.Swishy is not a layer/],
    ["nn.ReLU", /nn\.ReLU\(…\), with brackets/],
    ["'relu'", /"relu" is no layer/],
  ])("%s", (layer, message) => {
    const errors = errorsOf(`nn.Sequential(\n    ${layer},\n    nn.Flatten(),\n)`);
    expect(errors[0]).toMatch(message);
  });

  test("an unknown layer leaves the rest as it would be without it", () => {
    const read = readNetwork("nn.Sequential(nn.Conv2d(3, 8, 3), nn.Foo(), nn.Conv2d(8, 4, 3))");
    const { layers } = networkReport(read.layers, [1, 3, 32, 32], {}, read);
    expect(layers.map(({ shape }) => shape)).toEqual([
      [1, 8, 30, 30],
      [1, 8, 30, 30],
      [1, 4, 28, 28],
    ]);
    expect(layers.map(({ error }) => error?.code)).toEqual([undefined, "ERR_LAYER", undefined]);
  });

  test("a missing comma is put in and told", () => {
    const { layers, problems } = readNetwork("nn.Sequential(\n nn.ReLU()\n nn.Tanh()\n)");
    expect(layers.map(({ name }) => name)).toEqual(["ReLU", "Tanh"]);
    expect(problems).toMatchObject([{ code: "ERR_SYNTAX", line: 2 }]);
  });
});

test("a script that trains the model is read for its model", () => {
  const { layers, input, problems } = readNetwork(`
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU()).to(device)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.001, momentum=0.9)
for epoch in range(5000):
    x = torch.randn(4, 3, 8, 8)
    optimizer.zero_grad()
    loss = criterion(net(x), torch.zeros(4))
    loss.backward()
    optimizer.step()
    print(f"{epoch}: {loss.item():.3f}")
`);
  expect(layers.map(({ name }) => name)).toEqual(["Conv2d", "ReLU"]);
  expect([input, problems]).toEqual([[4, 3, 8, 8], []]);
});

describe("what cannot be read is refused by a code", () => {
  test.each([
    ["nothing", "", "ERR_EMPTY"],
    ["a number", "x = 3", "ERR_EMPTY"],
    ["prose", "hello world", "ERR_SYNTAX"],
    ["5000 layers in code that is too long", "nn.ReLU(),".repeat(5000), "ERR_LIMIT"],
    ["a function that calls itself", "def f(x):\n    return f(x)\nf(1)", "ERR_LIMIT"],
    ["a network that holds itself", "m = nn.Sequential(nn.ReLU())\nm.append(m)", "ERR_LIMIT"],
    ["a loop of 10¹² rounds", "for i in range(10**12):\n    pass", "ERR_LIMIT"],
    ["a list that doubles 99 times", "x = [0]\nfor i in range(99):\n    x = x + x", "ERR_LIMIT"],
    [
      "3000 layers from a comprehension",
      "nn.Sequential(*[nn.ReLU() for _ in range(3000)])",
      "ERR_LIMIT",
    ],
    ["9000 open brackets", "(".repeat(9000), "ERR_LIMIT"],
    ["lists nested 200 deep", `nn.Sequential(${"[".repeat(200)}${"]".repeat(200)})`, "ERR_LIMIT"],
  ])("%s", (_, code, expected) => {
    expect(refusalOf(code).code).toBe(expected);
  });
});

describe("nothing of the code is executed", () => {
  test.each([
    "__import__('os').system('exit 1')\nnn.Sequential(nn.ReLU())",
    "constructor = 1\nprototype.constructor.constructor('return 1')()\nnn.Sequential(nn.ReLU())",
    "class A(nn.Module):\n    def __init__(self):\n        self.__proto__ = nn.ReLU()\n        self.constructor = nn.ReLU()\nA.__proto__\nnn.Sequential(nn.ReLU())",
    "d = {'__proto__': 3, 'constructor': 4}\nd['__proto__'] = 5\nnn.Sequential(nn.ReLU(__proto__=1) if False else nn.ReLU())",
  ])("%j", (code) => {
    expect(readNetwork(code).layers).toEqual([{ name: "ReLU" }]);
    expect({}).toEqual(Object.create(Object.prototype));
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "%s is an unknown layer like any other",
    (name) => {
      expect(errorsOf(`nn.Sequential(nn.Conv2d(3, 8, 3, ${name}=1))`)[0]).toContain(name);
    },
  );
});
