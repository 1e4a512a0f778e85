import { describe, expect, it } from "vitest";
import { chainValues } from "@/lib/network/chain";
import { readSnippet } from "@/lib/network/chain/snippet";
import { toNested } from "@/lib/tensor";

const X = "x = torch.tensor([[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]])";

function valuesOf(code: string) {
  const { chain, problems } = readSnippet(code);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    (chain ? chainValues(chain) : []).map(({ key, tensor }) => [key, toNested(tensor)]),
  );
}

describe("what would change the numbers is told, and not passed over", () => {
  const layer = "fc = nn.Linear(3, 2)\nnn.init.ones_(fc.weight)\nnn.init.zeros_(fc.bias)\n";
  const made = `${X}\n${layer}y = fc(x)\nt = torch.tensor([0, 1, 0])\n`;
  const image = "x = torch.arange(8.).reshape(2, 1, 2, 2)\n";
  it.each([
    [
      "smoothed labels",
      `${made}loss = F.cross_entropy(y, t, label_smoothing=0.1)`,
      /label_smoothing/,
    ],
    ["weighted classes", `${made}loss = nn.CrossEntropyLoss(torch.ones(2))(y, t)`, /further arg/],
    ["a sum along an axis", `${made}loss = ((y - 1) ** 2).sum(1)`, /./],
    ["a loss of a sum", `${made}loss = F.mse_loss(y.sum(), torch.tensor(1.))`, /last output/],
    ["a sum of an earlier output", `${made}z = F.relu(y)\ny.sum().backward()`, /last output/],
    [
      "layers after the loss",
      `${made}loss = F.cross_entropy(y, t)\nz = F.relu(y)\nloss.backward()`,
      /last/,
    ],
    ["a cut chain", `${made}z = F.relu(y.detach())`, /gradients come back/],
    ["two losses", `${made}F.cross_entropy(y, t).backward()\ny.sum().backward()`, /one end/],
    ["a layer used twice", `${X}\nfc = nn.Linear(3, 3)\ny = fc(fc(x))`, /add up/],
    [
      "a weight used twice",
      `${X}\nw = torch.ones(3, 3)\ny = F.linear(F.linear(x, w), w)`,
      /add up/,
    ],
    ["a weight given late", `${made}fc.weight.data = torch.zeros(2, 3)`, /before this line/],
    ["averages of training", "net = nn.Sequential(nn.BatchNorm2d(1))\nnet.eval()", /eval\(\)/],
    ["samples joined by flatten", `${image}y = F.relu(x).flatten()`, /kept apart/],
    ["a layer that joins rows only", `${image}y = nn.Flatten(2)(x)`, /from axis 2/],
    ["samples joined by view", `${image}y = F.relu(x).view(1, -1)`, /2×1×2×2 as 1×-1/],
    ["an axis beyond the tensor", `${X}\nx = x.unsqueeze(4)\ny = F.relu(x)`, /0 to 2/],
  ])("%s", (_, code, says) => {
    const { problems } = readSnippet(code);
    expect(problems.map(({ message }) => message).join("\n")).toMatch(says);
  });

  it.each([
    ["flatten() of one sample", "y = F.relu(x).flatten()"],
    ["flatten(1) and -1", "y = torch.flatten(F.relu(x), 1, -1)"],
    ["view(-1)", "y = F.relu(x).view(-1)"],
    ["view by a size that is computed", "y = F.relu(x).view(x.size(0), -1)"],
    ["eval() without running averages", "net = nn.Sequential(nn.ReLU())\nnet.eval()\ny = net(x)"],
    ["a number taken out", "y = F.relu(x)\nnumber = y.detach().numpy()"],
  ])("%s is followed", (_, lines) => {
    const { problems } = readSnippet(`x = torch.arange(4.).reshape(1, 1, 2, 2)\n${lines}`);
    expect(problems).toEqual([]);
  });

  it("a new axis comes where unsqueeze puts it", () => {
    const { chain } = readSnippet(`x = torch.ones(2, 3, 3).unsqueeze(1)\ny = F.relu(x)`);
    expect(chain?.inputs.x?.shape).toEqual([2, 1, 3, 3]);
  });

  it("backward() is from the loss that it is called of", () => {
    const values = valuesOf(`${made}loss = F.cross_entropy(y, t)\ny.sum().backward()`);
    expect([values.loss, values["grads.linear1.b"]]).toEqual([undefined, [3, 3]]);
  });
});

const net = (forward: string, options = "") => `class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 3, padding=1${options})
    def forward(self, x):
        h = self.conv(x)
        ${forward}
x = torch.ones(1, 1, 3, 3)
y = Net()(x)
y.sum().backward()`;

describe("inside of a class too, whose table of sizes would be the same", () => {
  it.each([
    ["return F.relu(h) * 2", "", /Multiplying/],
    ["return h + 1", "", /Adding/],
    ["return F.relu(-h)", "", /minus/],
    ["return h.detach()", "", /no gradient/],
    ["return F.avg_pool2d(h, 3, divisor_override=1)", "", /divisor_override/],
    ["return F.relu(h)", ", padding_mode='reflect'", /padding_mode of Conv2d/],
  ])("%s%s", (forward, options, says) => {
    expect(readSnippet(net(forward, options)).problems[0]?.message).toMatch(says);
  });

  it("and what changes none is followed", () => {
    const code = net("return F.relu(h)", ", padding_mode='zeros'");
    expect(readSnippet(code).problems).toEqual([]);
  });
});
