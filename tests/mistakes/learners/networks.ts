import type { Examiner, Slips } from "../learner";
import type { Random } from "../random";

export const receptiveField: Examiner = (r) => {
  for (;;) {
    const layers = Array.from({ length: r.int(2, 6) }, () => {
      const pool = r.chance(0.35);
      const k = pool ? 2 : r.pick([1, 3, 3, 5, 7]);
      return { pool, k, s: pool ? 2 : r.pick([1, 1, 1, 2]), d: pool ? 1 : r.pick([1, 1, 1, 2]) };
    });
    const list = layers.flatMap(({ pool, k, s, d }): object[] =>
      pool
        ? [{ name: "MaxPool2d", kernel: k, stride: s }]
        : [
            {
              name: "Conv2d",
              out: 4,
              kernel: k,
              stride: s,
              dilation: d,
              padding: (d * (k - 1)) / 2,
            },
            { name: "ReLU" },
          ],
    );
    return {
      op: "network",
      ask: "receptive_field",
      question: { op: "network", layers: list, inputs: { x: { shape: [1, 3, 512, 512] } } },
      mistakes: ["JUMP_UPDATED_FIRST", "ADDED_KERNEL_SIZE", "STRIDES_IGNORED", "POOLING_SKIPPED"],
      answer: (slips) => {
        let [field, jump] = [1, 1];
        for (const { pool, k, s, d } of layers) {
          if (pool && slips.has("POOLING_SKIPPED")) continue;
          const stride = slips.has("STRIDES_IGNORED") ? 1 : s;
          const size = d * (k - 1) + 1;
          if (slips.has("JUMP_UPDATED_FIRST")) jump *= stride;
          field += (slips.has("ADDED_KERNEL_SIZE") ? size : size - 1) * jump;
          if (!slips.has("JUMP_UPDATED_FIRST")) jump *= stride;
        }
        return field;
      },
    };
  }
};

interface Net {
  N: number;
  size: number;
  convs: { channels: number; filters: number; k: number; side: number }[];
  classes: number;
  layers: object[];
}

/** Convolutions that keep the size, each followed by a pooling that halves it, and a linear layer. */
function makeNet(r: Random): Net {
  const [N, size, classes] = [r.pick([1, 4, 8]), r.pick([16, 32]), r.pick([5, 10])];
  const filters = Array.from({ length: r.int(1, 3) }, () => r.pick([4, 6, 8, 16]));
  const convs = filters.map((count, index) => ({
    channels: filters[index - 1] ?? 3,
    filters: count,
    k: r.pick([3, 5]),
    side: size / 2 ** index,
  }));
  const layers = convs.flatMap(({ filters: out, k }): object[] => [
    { name: "Conv2d", out, kernel: k, padding: (k - 1) / 2 },
    { name: "ReLU" },
    { name: "MaxPool2d", kernel: 2, stride: 2 },
  ]);
  const head = [{ name: "Flatten" }, { name: "Linear", out: classes }];
  return { N, size, convs, classes, layers: [...layers, ...head] };
}

/** What the linear layer reads. */
function features({ convs, size }: Net): number {
  return (convs.at(-1)?.filters ?? 3) * (size / 2 ** convs.length) ** 2;
}

function parameters(net: Net, slips: Slips): number {
  const layers = [
    ...net.convs.map(({ channels, filters, k }) => ({ channels, filters, area: k * k })),
    { channels: features(net), filters: net.classes, area: 1 },
  ];
  let total = slips.has("OFF_BY_ONE") ? 1 : 0;
  for (const { channels, filters, area } of layers) {
    total += filters * (slips.has("CHANNELS_FORGOTTEN") ? 1 : channels) * area;
    if (!slips.has("BIAS_FORGOTTEN")) total += slips.has("ONE_BIAS") ? 1 : filters;
  }
  return total;
}

function macs(net: Net, slips: Slips): number {
  let total = 0;
  for (const { channels, filters, k, side } of net.convs) {
    const read = slips.has("CHANNELS_FORGOTTEN") ? 1 : channels;
    total += side * side * k * k * read * (slips.has("FILTERS_FORGOTTEN") ? 1 : filters);
  }
  const last = slips.has("CHANNELS_FORGOTTEN") ? 1 : features(net);
  total += last * (slips.has("FILTERS_FORGOTTEN") ? 1 : net.classes);
  const all = slips.has("BATCH_FORGOTTEN") ? total : net.N * total;
  return slips.has("FLOPS_FOR_MACS") ? 2 * all : all;
}

function totalsExam(
  ask: string,
  mistakes: readonly string[],
  answer: (net: Net, slips: Slips) => number,
): Examiner {
  return (r) => {
    const net = makeNet(r);
    const x = { shape: [net.N, 3, net.size, net.size] };
    const question = { op: "network", layers: net.layers, inputs: { x } };
    return { op: "network", ask, question, mistakes, answer: (slips) => answer(net, slips) };
  };
}

export const networkParameters = totalsExam(
  "params",
  ["BIAS_FORGOTTEN", "ONE_BIAS", "CHANNELS_FORGOTTEN", "OFF_BY_ONE"],
  parameters,
);
export const networkMacs = totalsExam(
  "macs",
  ["CHANNELS_FORGOTTEN", "FILTERS_FORGOTTEN", "BATCH_FORGOTTEN", "FLOPS_FOR_MACS"],
  macs,
);
