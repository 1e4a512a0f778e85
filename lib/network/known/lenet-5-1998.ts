import type { KnownNetwork } from "./known-network";

/** LeNet-5 as it was published: C3 reads some maps each, subsampling learns, RBF centres are fixed. 60 000 parameters. */
export const LENET_5_1998: KnownNetwork = {
  id: "lenet-5-1998",
  title: "LeNet-5 (1998)",
  source:
    "LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998",
  input: [1, 1, 32, 32],
  code: `[
  {"id": "C1", "name": "Conv2d", "in": 1, "out": 6, "kernel": 5},
  {"id": "S2", "name": "AvgPool2d", "kernel": 2, "affine": true, "activation": "Sigmoid"},
  {"id": "C3", "name": "Conv2d", "in": 6, "out": 16, "kernel": 5, "connections": [
    [0,1,2], [1,2,3], [2,3,4], [3,4,5], [0,4,5], [0,1,5],
    [0,1,2,3], [1,2,3,4], [2,3,4,5], [0,3,4,5], [0,1,4,5], [0,1,2,5], [0,1,3,4], [1,2,4,5], [0,2,3,5],
    [0,1,2,3,4,5]]},
  {"id": "S4", "name": "AvgPool2d", "kernel": 2, "affine": true, "activation": "Sigmoid"},
  {"id": "C5", "name": "Conv2d", "in": 16, "out": 120, "kernel": 5, "activation": "Tanh"},
  {"name": "Flatten"},
  {"id": "F6", "name": "Linear", "in": 120, "out": 84, "activation": "Tanh"},
  {"id": "output", "name": "RBF", "in": 84, "out": 10}
]
`,
};
