import type { CodeSpec } from "../../types";

export const BACKWARD_CODE: CodeSpec = {
  pytorch: `import torch
import torch.nn.functional as F

x = torch.tensor([[[[2., 1, 0], [0, 1, 1], [1, 2, 0]]]], requires_grad=True)
k = torch.tensor([[[[2., 1], [-2, 3]]]], requires_grad=True)
b = torch.zeros(1, requires_grad=True)
target = torch.tensor([[[[2., 1], [1, 1]]]])

y = F.conv2d(x, k, b)
y.retain_grad()
loss = F.mse_loss(y, target)
loss.backward()

assert loss.item() == 15
assert y.grad.tolist() == [[[[3, 1], [2, -1]]]]                   # G
assert b.grad.tolist() == [5]
assert k.grad.tolist() == [[[[6, 4], [1, 8]]]]
assert x.grad.tolist() == [[[[6, 5, 1], [-2, 7, 2], [-4, 8, -3]]]]

# The same ∂L/∂X as an ordinary convolution of the padded G with the rotated kernel
g = y.grad
assert F.conv2d(g, k.flip(2, 3), padding=1).tolist() == x.grad.tolist()

# One step of learning
with torch.no_grad():
    after = F.mse_loss(F.conv2d(x, k - 0.1 * k.grad, b - 0.1 * b.grad), target)
assert abs(after.item() - 6.315) < 1e-5
`,
  numpy: `import numpy as np

x = np.array([[2, 1, 0], [0, 1, 1], [1, 2, 0]])
k = np.array([[2, 1], [-2, 3]])
target = np.array([[2, 1], [1, 1]])

def correlate(x, k):
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    return np.array([[(x[i:i + k.shape[0], j:j + k.shape[1]] * k).sum()
                      for j in range(columns)] for i in range(rows)])

y = correlate(x, k)
g = 2 / y.size * (y - target)
dk = correlate(x, g)

dx = np.zeros(x.shape)
for i in range(2):
    for j in range(2):
        dx[i:i + 2, j:j + 2] += g[i, j] * k                       # a stamp

assert (g == [[3, 1], [2, -1]]).all()
assert g.sum() == 5                                               # the bias
assert (dk == [[6, 4], [1, 8]]).all()
assert (dx == [[6, 5, 1], [-2, 7, 2], [-4, 8, -3]]).all()
assert (dx == correlate(np.pad(g, 1), np.rot90(k, 2))).all()      # rotated by 180°
`,
};
