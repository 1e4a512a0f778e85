export const name = "naive loop";

/** The formula written down: seven nested loops and a test for each tap. */
export function passes(work) {
  if (work.op !== "conv2d") return {};
  return {
    forward: () => forward(work),
    dx: () => inputGradient(work),
    dw: () => weightGradient(work),
  };
}

function sizes({ x, w, dy, options }) {
  const [batch, inChannels, inHeight, inWidth] = x.shape;
  const [outChannels, groupChannels, kernelHeight, kernelWidth] = w.shape;
  const [, , outHeight, outWidth] = dy.shape;
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = options;
  const groupFilters = outChannels / groups;
  return {
    batch,
    inChannels,
    inHeight,
    inWidth,
    outChannels,
    groupChannels,
    groupFilters,
    kernelHeight,
    kernelWidth,
    outHeight,
    outWidth,
    stride,
    padding,
    dilation,
  };
}

function forward(work) {
  const s = sizes(work);
  const y = new Float64Array(work.dy.data.length);
  for (let n = 0; n < s.batch; n++)
    for (let o = 0; o < s.outChannels; o++)
      for (let i = 0; i < s.outHeight; i++)
        for (let j = 0; j < s.outWidth; j++) {
          let sum = 0;
          for (let c = 0; c < s.groupChannels; c++)
            for (let u = 0; u < s.kernelHeight; u++)
              for (let v = 0; v < s.kernelWidth; v++) {
                const row = i * s.stride + u * s.dilation - s.padding;
                const column = j * s.stride + v * s.dilation - s.padding;
                if (row < 0 || row >= s.inHeight || column < 0 || column >= s.inWidth) continue;
                sum +=
                  work.x.data[inputAt(s, n, o, c, row, column)] *
                  work.w.data[weightAt(s, o, c, u, v)];
              }
          y[outputAt(s, n, o, i, j)] = sum;
        }
  return y;
}

function inputGradient(work) {
  const s = sizes(work);
  const dx = new Float64Array(work.x.data.length);
  for (let n = 0; n < s.batch; n++)
    for (let o = 0; o < s.outChannels; o++)
      for (let i = 0; i < s.outHeight; i++)
        for (let j = 0; j < s.outWidth; j++) {
          const gradient = work.dy.data[outputAt(s, n, o, i, j)];
          for (let c = 0; c < s.groupChannels; c++)
            for (let u = 0; u < s.kernelHeight; u++)
              for (let v = 0; v < s.kernelWidth; v++) {
                const row = i * s.stride + u * s.dilation - s.padding;
                const column = j * s.stride + v * s.dilation - s.padding;
                if (row < 0 || row >= s.inHeight || column < 0 || column >= s.inWidth) continue;
                dx[inputAt(s, n, o, c, row, column)] +=
                  gradient * work.w.data[weightAt(s, o, c, u, v)];
              }
        }
  return dx;
}

function weightGradient(work) {
  const s = sizes(work);
  const dw = new Float64Array(work.w.data.length);
  for (let n = 0; n < s.batch; n++)
    for (let o = 0; o < s.outChannels; o++)
      for (let i = 0; i < s.outHeight; i++)
        for (let j = 0; j < s.outWidth; j++) {
          const gradient = work.dy.data[outputAt(s, n, o, i, j)];
          for (let c = 0; c < s.groupChannels; c++)
            for (let u = 0; u < s.kernelHeight; u++)
              for (let v = 0; v < s.kernelWidth; v++) {
                const row = i * s.stride + u * s.dilation - s.padding;
                const column = j * s.stride + v * s.dilation - s.padding;
                if (row < 0 || row >= s.inHeight || column < 0 || column >= s.inWidth) continue;
                dw[weightAt(s, o, c, u, v)] +=
                  gradient * work.x.data[inputAt(s, n, o, c, row, column)];
              }
        }
  return dw;
}

function inputAt(s, n, filter, c, row, column) {
  const channel = Math.floor(filter / s.groupFilters) * s.groupChannels + c;
  return ((n * s.inChannels + channel) * s.inHeight + row) * s.inWidth + column;
}

function weightAt(s, o, c, u, v) {
  return ((o * s.groupChannels + c) * s.kernelHeight + u) * s.kernelWidth + v;
}

function outputAt(s, n, o, i, j) {
  return ((n * s.outChannels + o) * s.outHeight + i) * s.outWidth + j;
}
