/**
 * What is timed. `x` is N×C×H×W; `w` is Cout×Cin/groups×kH×kW, or Cin×Cout/groups×kH×kW where `op` is
 * conv_transpose2d.
 */
export const workloads = [
  conv("a1", "3×3, one 2×2", [1, 1, 3, 3], [1, 1, 2, 2]),
  conv("a2", "5×5×3, two 3×3×3", [1, 3, 5, 5], [2, 3, 3, 3]),
  conv("b1", "32×32×1 → 6, 5×5", [1, 1, 32, 32], [6, 1, 5, 5]),
  conv("b2", "14×14×6 → 16, 5×5", [1, 6, 14, 14], [16, 6, 5, 5]),
  conv("c", "32×32×3 → 10, 5×5 pad 2", [1, 3, 32, 32], [10, 3, 5, 5], { padding: 2 }),
  conv("d", "28×28×64 → 64, 3×3 pad 1", [1, 64, 28, 28], [64, 64, 3, 3], { padding: 1 }),
  conv("e", "224×224×3 → 64, 11×11 stride 4 pad 2", [1, 3, 224, 224], [64, 3, 11, 11], {
    stride: 4,
    padding: 2,
  }),
  conv("f", "56×56×128 → 256, 3×3 pad 1", [1, 128, 56, 56], [256, 128, 3, 3], { padding: 1 }),
  conv("g", "depthwise 112×112×32, 3×3 pad 1", [1, 32, 112, 112], [32, 1, 3, 3], {
    padding: 1,
    groups: 32,
  }),
  conv("h1", "28×28×32 → 64, 3×3 stride 2 pad 1", [1, 32, 28, 28], [64, 32, 3, 3], {
    stride: 2,
    padding: 1,
  }),
  conv("h2", "28×28×32 → 32, 3×3 dilation 2 pad 2", [1, 32, 28, 28], [32, 32, 3, 3], {
    dilation: 2,
    padding: 2,
  }),
  pool("p1", "max_pool2d", "max pool 112×112×64, 3×3 stride 2 pad 1"),
  pool("p2", "avg_pool2d", "average pool 112×112×64, 3×3 stride 2 pad 1"),
  {
    id: "t",
    op: "conv_transpose2d",
    title: "transposed 14×14×64 → 32, 4×4 stride 2 pad 1",
    x: [1, 64, 14, 14],
    w: [64, 32, 4, 4],
    options: { stride: 2, padding: 1 },
  },
];

function conv(id, title, x, w, options = {}) {
  return { id, op: "conv2d", title, x, w, options };
}

function pool(id, op, title) {
  // Without the padding in the divisor, which is the only average that tfjs knows.
  const options = { kernel: 3, stride: 2, padding: 1, countIncludePad: false };
  return { id, op, title, x: [1, 64, 112, 112], options };
}
