import type { KnownNetwork } from "./known-network";

/** GoogLeNet's block inception (3a): four branches, joined along the channels. 163 696 parameters. */
export const INCEPTION_BLOCK: KnownNetwork = {
  id: "inception-block",
  title: "Inception block",
  source: "Szegedy and others, Going deeper with convolutions, 2014",
  input: [1, 192, 28, 28],
  code: `class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.branch1 = nn.Conv2d(192, 64, 1)
        self.branch2 = nn.Sequential(nn.Conv2d(192, 96, 1), nn.ReLU(), nn.Conv2d(96, 128, 3, padding=1))
        self.branch3 = nn.Sequential(nn.Conv2d(192, 16, 1), nn.ReLU(), nn.Conv2d(16, 32, 5, padding=2))
        self.branch4 = nn.Sequential(nn.MaxPool2d(3, stride=1, padding=1), nn.Conv2d(192, 32, 1))

    def forward(self, x):
        branches = [self.branch1(x), self.branch2(x), self.branch3(x), self.branch4(x)]
        return torch.cat([F.relu(branch) for branch in branches], dim=1)
`,
};
