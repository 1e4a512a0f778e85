import { describe, expect, test } from "vitest";
import { networkReport } from "@/lib/network";
import { type ReadNetwork, readNetwork } from "@/lib/network/read";
import { settingsOf } from "@/lib/network/source";

function reportOf(read: ReadNetwork, input = read.input ?? [1, 3, 32, 32]) {
  return networkReport(read.layers, input, settingsOf(read, input), read);
}

/** The shape that leaves the last layer, and what the whole learns. */
function outcomeOf(code: string, input?: readonly number[]) {
  const read = readNetwork(code);
  const { layers, totals } = reportOf(read, input);
  expect(layers.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
  return [layers.at(-1)?.shape?.join("×"), totals.params];
}

const model = (made: string, forward: string) => `class Net(nn.Module):
    def __init__(self):
        super().__init__()
${made.replaceAll(/^/gm, " ".repeat(8))}

    def forward(self, x):
${forward.replaceAll(/^/gm, " ".repeat(8))}
`;

describe("what students write is followed", () => {
  test("layers gone through by two loops of one comprehension", () => {
    const code =
      "nn.Sequential(*[m for o in (8, 3) for m in (nn.Conv2d(11 - o, o, 1), nn.ReLU()) if o])";
    expect(outcomeOf(code)).toEqual(["1×3×32×32", 3 * 8 + 8 + 8 * 3 + 3]);
  });

  test("a list of features that grows, of which the first round joins one alone", () => {
    const code = model(
      "self.blocks = nn.ModuleList([nn.Conv2d(3 + 4 * i, 4, 3, padding=1) for i in range(2)])",
      "feats = [x]\nfor b in self.blocks:\n    feats.append(b(torch.cat(feats, dim=1)))\nreturn torch.cat(feats, 1)",
    );
    expect(outcomeOf(code)).toEqual(["1×11×32×32", 27 * 4 + 4 + 63 * 4 + 4]);
  });

  test("squeeze after a pool to one cell makes rows, once", () => {
    const forward = "return self.fc(self.pool(x).squeeze(-1).squeeze(-1))";
    const made = "self.pool = nn.AdaptiveAvgPool2d(1)\nself.fc = nn.Linear(3, 2)";
    expect(outcomeOf(model(made, forward))).toEqual(["1×2", 8]);
  });

  test.each(["x.size()[2:]", "kernel_size=x.shape[-2:]"])("a pool over %s", (window) => {
    const forward = `return F.avg_pool2d(x, ${window})`;
    expect(outcomeOf(model("pass", forward))).toEqual(["1×3×1×1", 0]);
  });

  test("a block that weighs its channels: rows viewed as a plane of one cell, and multiplied", () => {
    const code = model(
      "self.avg = nn.AdaptiveAvgPool2d(1)\nself.fc = nn.Sequential(nn.Linear(64, 4), nn.ReLU(), nn.Linear(4, 64), nn.Sigmoid())",
      "b, c, _, _ = x.size()\ny = self.fc(self.avg(x).view(b, c)).view(b, c, 1, 1)\nreturn x * y.expand_as(x)",
    );
    expect(outcomeOf(code, [1, 64, 16, 16])).toEqual(["1×64×16×16", 64 * 4 + 4 + 4 * 64 + 64]);
  });

  test("a decoder begins with rows that become planes", () => {
    const torch = model(
      "self.fc = nn.Linear(100, 8 * 4 * 4)\nself.up = nn.ConvTranspose2d(8, 3, 2, 2)",
      "x = self.fc(x).view(-1, 8, 4, 4)\nreturn self.up(x)",
    );
    expect(outcomeOf(torch, [1, 100])).toEqual(["1×3×8×8", 100 * 128 + 128 + 8 * 3 * 4 + 3]);
    const keras = `keras.Sequential([
      layers.Dense(4 * 4 * 8, input_shape=(100,)),
      layers.Reshape((4, 4, 8)),
      layers.Conv2DTranspose(3, 2, strides=2),
    ])`;
    expect(outcomeOf(keras)).toEqual(["1×8×8×3", 100 * 128 + 128 + 8 * 3 * 4 + 3]);
  });

  test.each([
    ["c = x.size(1)", "c"],
    ["b, c, h, w = x.shape", "c"],
    ["n = x.shape[-3] + 0", "n"],
  ])("channels are known: %s", (line, size) => {
    const forward = `x = self.a(x)\n${line}\nx = x.view(-1, ${size}, 4, 225)\nreturn x`;
    expect(outcomeOf(model("self.a = nn.Conv2d(3, 4, 3)", forward))).toEqual(["1×4×4×225", 112]);
  });

  test("layers by their names, counted from 1", () => {
    const made = `self.parts = nn.ModuleDict()
for i, o in enumerate((4, 2), start=1):
    setattr(self, f"c{i}", nn.Conv2d(6 // i if i > 1 else 3, o, 1))`;
    const forward = `x = self.c1(x)
return F.relu(x)`;
    expect(outcomeOf(model(made, forward))).toEqual(["1×4×32×32", 16]);
  });

  test("parameters after a bare star are given by name, and keep their defaults", () => {
    const code =
      "def block(i, o, *, k: int = 3):\n    return nn.Conv2d(i, o, k)\nnn.Sequential(block(3, 4), block(4, 2, k=1))";
    expect(outcomeOf(code)).toEqual(["1×2×30×30", 27 * 4 + 4 + 4 * 2 + 2]);
  });

  test("1./255 is a number in Python", () => {
    const code =
      "keras.Sequential([layers.Rescaling(1./255, input_shape=(8, 8, 1)), layers.Flatten()])";
    expect(readNetwork(code).problems).toEqual([]);
    expect(outcomeOf(code)).toEqual(["1×64", 0]);
  });

  test("Keras with its channels first", () => {
    const first = 'data_format="channels_first"';
    const code = `i = keras.Input((3, 32, 32))
a = layers.Conv2D(16, 3, ${first})(i)
b = layers.MaxPooling2D(3, strides=1, ${first})(i)
model = keras.Model(i, layers.Concatenate(axis=1)([a, b]))`;
    expect(outcomeOf(code)).toEqual(["1×19×30×30", 27 * 16 + 16]);
  });

  test("a small model used inside of one that is built of tensors", () => {
    const code = `augment = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomZoom(0.1)])
inputs = keras.Input((8, 8, 3))
x = layers.Conv2D(4, 3)(augment(inputs))
model = keras.Model(inputs, layers.Flatten()(x))`;
    expect(outcomeOf(code)).toEqual(["1×144", 112]);
  });

  test.each([
    ["model.build(input_shape=(None, 28, 28, 1))", "keras", [1, 28, 28, 1]],
    ["summary(model, (3, 64, 64))", "pytorch", [1, 3, 64, 64]],
    ["summary(model, input_size=(16, 3, 64, 64))", "pytorch", [16, 3, 64, 64]],
  ])("%s says what goes in", (line, framework, input) => {
    const made =
      framework === "keras" ? "keras.Sequential([layers.Flatten()])" : "nn.Sequential(nn.ReLU())";
    expect(readNetwork(`model = ${made}\n${line}`).input).toEqual(input);
  });

  test("a data set made after the model, or trained by a function, is not the model", () => {
    const code = `${model("self.c = nn.Conv2d(3, 4, 3)", "return self.c(x)")}
class Pictures(Dataset):
    def __init__(self, root):
        self.root = root
net = Net()
data = Pictures("x")`;
    expect(outcomeOf(code)).toEqual(["1×4×30×30", 112]);
  });

  test("a class that needs values is made by the function that gives them", () => {
    const code = `class Net(nn.Module):
    def __init__(self, width, depth=1):
        super().__init__()
        self.c = nn.Conv2d(3, width, 3)
def small():
    return Net(4)
def train():
    for i in range(10**9): pass`;
    expect(outcomeOf(code)).toEqual(["1×4×30×30", 112]);
  });
});

describe("what cannot be followed is said, with its line, and the rest is counted", () => {
  test.each([
    ["nn.Conv2D(3, 4, 3)", /line 1\): nn\.Conv2D is not there; Conv2d is meant/],
    ["layers.Maxpooling2D(2)", /layers\.Maxpooling2D is not there; MaxPooling2D is meant/],
  ])("a layer in other letters: %s", (call, says) => {
    const { layers } = reportOf(readNetwork(`m = Sequential([${call}])`), [1, 3, 32, 32]);
    expect(layers[0]?.error?.message ?? "").toMatch(says);
  });

  test("a class that nothing makes", () => {
    const code = `import torch
class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.a = nn.Conv2d(3, 4, 3)
        self.b = nn.Conv2d(4, width, 3)`;
    const { problems, layers } = readNetwork(code);
    expect(layers).toHaveLength(2);
    expect(problems).toMatchObject([{ line: 2, message: /^Net is made of width, .* Net\(…\)/ }]);
  });

  test("padding that depends on sizes pads nothing", () => {
    const code = model(
      "self.c = nn.Conv2d(3, 4, 3)",
      "d = 40 - x.size()[2]\nx = F.pad(x, [d // 2, d - d // 2, 0, 0])\nreturn self.c(x)",
    );
    const { layers } = reportOf(readNetwork(code));
    expect(layers[0]?.error?.message).toMatch(/line 8\): How much F\.pad pads depends on sizes/);
    expect(layers[1]?.shape).toEqual([1, 4, 30, 30]);
  });

  test("of what an unknown layer gives, each part goes on", () => {
    const code = model(
      "self.rnn = nn.LSTM(32, 32)\nself.c = nn.Conv2d(3, 4, 3)",
      "out, (h, c) = self.rnn(x)\nreturn self.c(out)",
    );
    const { layers } = reportOf(readNetwork(code));
    expect(layers[0]?.error?.message).toMatch(/^Layer 1 \(LSTM, line 4\): nn\.LSTM is not/);
    expect(layers[1]?.params).toBe(112);
  });

  test.each(["torchvision.models.resnet18(pretrained=True)", "keras.applications.VGG16()"])(
    "%s is made elsewhere",
    (call) => {
      const { problems } = readNetwork(`model = ${call}\nmodel.fc = nn.Linear(512, 10)`);
      expect(problems).toMatchObject([{ line: 1, message: /makes its layers elsewhere/ }]);
    },
  );

  test("a layer that was not called", () => {
    const code = `inputs = keras.Input(shape=(28, 28, 1))
x = layers.MaxPooling2D()
x = layers.Flatten()(x)
model = keras.Model(inputs, x)`;
    const told = /^Flatten is used on MaxPooling2D itself, .*; MaxPooling2D\(…\)\(x\)/;
    expect(readNetwork(code).problems).toMatchObject([{ line: 3, message: told }]);
  });

  test("a forward that gives nothing back", () => {
    const { problems, layers } = readNetwork(model("self.c = nn.Conv2d(3, 4, 3)", "self.c(x)"));
    expect(layers).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 1, message: /forward ends without return/ }]);
  });

  test("once, however often the line is gone through", () => {
    const forward = "while True:\n    break\nreturn self.c(x)";
    const code = `${model("self.c = nn.Conv2d(3, 4, 3)", forward)}
net = Net()
net(torch.randn(1, 3, 8, 8))`;
    expect(readNetwork(code).problems).toMatchObject([{ line: 7, message: /^while is not/ }]);
  });

  test("the first layer that is used on what is not followed", () => {
    const made = "self.a = nn.Conv2d(3, 4, 3)\nself.b = nn.ReLU()";
    const forward = "x = self.a(x)\nx = self.b(np.einsum('ij', 3))\nreturn self.b(x)";
    const { notes, layers } = readNetwork(model(made, forward));
    expect(layers).toHaveLength(1);
    expect(notes[0]).toMatchObject({ line: 5, message: /^ReLU is used on what is not followed/ });
  });
});

describe("layers that are made and not used are named, and not counted", () => {
  test.each([
    ["self.rnn = nn.LSTM(4, 4)", ["rnn (nn.LSTM) is made but not used"]],
    ["self.bn = nn.BatchNorm2d(4)", ["bn (BatchNorm2d) is made but not used"]],
    ["self.more = nn.Sequential(nn.ReLU(), nn.Tanh())", ["more (2 layers) is made but not used"]],
    ["self.all = nn.ModuleList([self.c, nn.ReLU()])", ["all.1 (ReLU) is made but not used"]],
    ["self.short = nn.Sequential()", []],
    ["self.loss = nn.CrossEntropyLoss()", []],
    ["self.same = self.c", []],
  ])("%s", (line, said) => {
    const code = model(`self.c = nn.Conv2d(3, 4, 3)\n${line}`, "return self.c(x)");
    const { notes, problems } = readNetwork(code);
    expect(problems).toEqual([]);
    expect(notes.map(({ message }) => message.split(" on the way")[0])).toEqual(said);
    expect(notes.every((note) => note.line === 5)).toBe(true);
    expect(outcomeOf(code)).toEqual(["1×4×30×30", 112]);
  });

  test("what a branch makes that leads nowhere", () => {
    const made = "self.c = nn.Conv2d(3, 4, 3)\nself.aux = nn.Conv2d(4, 1, 1)";
    const { notes } = readNetwork(model(made, "x = self.c(x)\naux = self.aux(x)\nreturn x"));
    expect(notes).toMatchObject([{ line: 5, message: /^aux \(Conv2d\)/ }]);
  });
});
