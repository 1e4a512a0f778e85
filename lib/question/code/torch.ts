import type { Op } from "../question";
import type { Asks, Dialect, Names } from "./dialect";
import { type Plan, type PlanAxis, axesOf, croppedBefore, imagesOf } from "./plan";
import { python } from "./python";

/** PyTorch: its own functions, in N×C×H×W. */
export const torch: Dialect = {
  imports: ["import torch", "import torch.nn.functional as F"],
  order: "nchw",
  array: (lists, isWhole, isLearned) =>
    `torch.tensor(${lists}, dtype=torch.${isWhole ? "int64" : "float64"}${isLearned ? ", requires_grad=True" : ""})`,
  empty: (shape) => `torch.zeros(${shape})`,
  reshape: (name, shape) => `${name}.reshape(${shape})`,
  transpose: (name, axes) => `${name}.permute${axes}`,
  rotate: (weights) => `${weights}.flip(-2, -1)  # true convolution turns the kernel`,
  size: (name) => `${name}.numel()`,
  shape: (name) => `tuple(${name}.shape)`,
  forward: (plan, names, asks) => FORWARD[plan.question.op](plan, names, asks),
  backward: ({ question, outShape }, _, of) => [
    question.dy ? `y.backward(dy.reshape(${python(outShape)}))` : "y.sum().backward()",
    `gradient = ${of}.grad`,
  ],
  close: (value, key) =>
    `torch.allclose(${value}.to(${key}.dtype), ${key}, rtol=1e-8, atol=1e-9, equal_nan=True)`,
};

type Lines = (plan: Plan, names: Names, asks: Asks) => readonly string[];

const FORWARD: Readonly<Record<Op, Lines>> = {
  conv2d: (plan, { x, w, b }) => {
    const { groups = 1 } = plan.question.params;
    const [height, width] = axesOf(plan);
    const [shown, padding] = padded(x, height, width, "");
    return [
      `Y = F.conv2d(${shown}, ${w}, ${b ?? "None"}, ${strideOf(height, width)}${padding}${dilationOf(height, width)}${groups === 1 ? "" : `, groups=${groups}`})`,
    ];
  },
  conv_transpose2d: (plan, { x, w, b }) => {
    const { stride = 1, dilation = 1, groups = 1, output_padding = 0 } = plan.question.params;
    const [top, left] = croppedBefore(plan);
    const [, , height, width] = imagesOf(plan).y;
    return [
      `full = F.conv_transpose2d(${x}, ${w}, ${b ?? "None"}, stride=${python(stride)}, padding=0, ` +
        `output_padding=${python(output_padding)}, groups=${groups}, dilation=${python(dilation)})`,
      `Y = full[:, :, ${top}:${top + height}, ${left}:${left + width}]  # padding crops`,
    ];
  },
  max_pool2d: (plan, { x }, { indices }) => {
    const [height, width] = axesOf(plan);
    const [shown, padding] = padded(x, height, width, ', value=float("-inf")');
    const isPadded = shown !== x;
    const columns = width.before + width.inSize + width.after + width.overhang;
    return [
      `Y, I = F.max_pool2d(${shown}, ${python([height.kernel, width.kernel])}, ${strideOf(height, width)}${padding}` +
        `${dilationOf(height, width)}, return_indices=True)`,
      ...(isPadded && indices
        ? [
            `I = (I // ${columns} - ${height.before}) * ${width.inSize} + I % ${columns} - ${width.before}  # in the plane without padding`,
          ]
        : []),
    ];
  },
  avg_pool2d: (plan, { x }) => {
    const [height, width] = axesOf(plan);
    const { count_include_pad: isCounted = true } = plan.question.params;
    const settings = `${python([height.kernel, width.kernel])}, ${strideOf(height, width)}`;
    const [shown, padding] = padded(x, height, width, "");
    if (shown === x)
      return [
        `Y = F.avg_pool2d(${x}, ${settings}${padding}, count_include_pad=${python(isCounted)})`,
      ];
    const inside = isCounted
      ? [height, width].map(({ before, inSize, after }) => before + inSize + after)
      : [height.inSize, width.inSize];
    const around = isCounted
      ? [0, width.overhang, 0, height.overhang]
      : [width.before, width.after + width.overhang, height.before, height.after + height.overhang];
    return [
      `counted = F.pad(torch.ones(1, 1, ${inside.join(", ")}, dtype=${x}.dtype), ${python(around)})`,
      `Y = F.avg_pool2d(${shown}, ${settings}) / F.avg_pool2d(counted, ${settings})`,
    ];
  },
  max_unpool2d: (plan, { x }) => {
    const [n, c, height, width] = imagesOf(plan).y;
    const scatter = plan.question.params.overlap === "sum" ? "scatter_add" : "scatter";
    const indices = x === "x" ? "indices" : "I";
    return [
      `flat = torch.zeros(${n}, ${c}, ${height * width}, dtype=${x}.dtype)`,
      `Y = flat.${scatter}(2, ${indices}.flatten(2), ${x}.flatten(2)).reshape(${n}, ${c}, ${height}, ${width})`,
    ];
  },
  global_avg_pool2d: (_, { x }) => [`Y = F.adaptive_avg_pool2d(${x}, 1)`],
  global_max_pool2d: (_, { x }) => [`Y, I = F.adaptive_max_pool2d(${x}, 1, return_indices=True)`],
  adaptive_avg_pool2d: (plan, { x }) => [
    `Y = F.adaptive_avg_pool2d(${x}, ${python(imagesOf(plan).y.slice(2))})`,
  ],
  adaptive_max_pool2d: (plan, { x }) => [
    `Y, I = F.adaptive_max_pool2d(${x}, ${python(imagesOf(plan).y.slice(2))}, return_indices=True)`,
  ],
  linear: (_, { x, w, b }) => [`Y = F.linear(${x}, ${w}${b ? `, ${b}` : ""})`],
  relu: (_, { x }) => [`Y = F.relu(${x})`],
  softmax: (plan, { x }) => [`Y = F.softmax(${x}, dim=${plan.question.params.axis ?? -1})`],
  cross_entropy: (_, { x }) => [`Y = F.cross_entropy(${x}, target.long().reshape(-1))`],
  mse_loss: (_, { x }) => [`Y = F.mse_loss(${x}, target)`],
  batch_norm_train: ({ question }, { x, gamma, beta }) => {
    const learned = `${gamma ? `, weight=${gamma}` : ""}${beta ? `, bias=${beta}` : ""}`;
    return [
      `Y = F.batch_norm(${x}, None, None${learned}, training=True, eps=${question.params.eps ?? 1e-5})`,
    ];
  },
  gram: (plan, { x }) => {
    const [, c, height, width] = imagesOf(plan).x;
    const divisor = plan.question.params.normalize ? ` / ${c * height * width}` : "";
    return [`F1 = ${x}.flatten(2)`, `Y = F1 @ F1.transpose(1, 2)${divisor}`];
  },
};

/** The padding as an argument where both sides are alike and the library takes it, or put around x before. */
function padded(
  x: string,
  height: PlanAxis,
  width: PlanAxis,
  value: string,
): readonly [shown: string, padding: string] {
  const isEven = [height, width].every(
    ({ before, after, overhang, kernel }) =>
      before === after && overhang === 0 && before <= kernel / 2,
  );
  if (isEven) {
    const both = [height.before, width.before];
    return [x, both.every((one) => one === 0) ? "" : `, padding=${python(both)}`];
  }
  const sides = [
    width.before,
    width.after + width.overhang,
    height.before,
    height.after + height.overhang,
  ];
  return [`F.pad(${x}, ${python(sides)}${value})`, ""];
}

function strideOf(height: PlanAxis, width: PlanAxis): string {
  return `stride=${python([height.stride, width.stride])}`;
}

function dilationOf({ dilation: down }: PlanAxis, { dilation: across }: PlanAxis): string {
  return down === 1 && across === 1 ? "" : `, dilation=${python([down, across])}`;
}
