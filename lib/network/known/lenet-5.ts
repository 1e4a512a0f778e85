import type { KnownNetwork } from "./known-network";

/** LeNet-5 as it is taught now: C3 reads all six maps, max pooling, ReLU. 61 706 parameters. */
export const LENET_5: KnownNetwork = {
  id: "lenet-5",
  title: "LeNet-5 (modern)",
  source: "after LeCun, Bottou, Bengio and Haffner, 1998",
  input: [1, 1, 32, 32],
  code: `model = nn.Sequential(
    nn.Conv2d(1, 6, kernel_size=5),    # C1
    nn.ReLU(),
    nn.MaxPool2d(2),                   # S2
    nn.Conv2d(6, 16, kernel_size=5),   # C3: 2 416 parameters; 1 516 in 1998
    nn.ReLU(),
    nn.MaxPool2d(2),                   # S4
    nn.Flatten(),
    nn.Linear(16 * 5 * 5, 120),        # C5
    nn.ReLU(),
    nn.Linear(120, 84),                # F6
    nn.ReLU(),
    nn.Linear(84, 10),
)
`,
};
