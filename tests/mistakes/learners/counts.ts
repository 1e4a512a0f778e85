import type { Examiner } from "../learner";
import { json, makeConv, side } from "./conv-sizes";

export const convParameters: Examiner = (r) => {
  const c = { ...makeConv(r), bias: true };
  return {
    op: "conv2d",
    ask: "params",
    question: json(c),
    mistakes: [
      "BIAS_FORGOTTEN",
      "ONE_BIAS",
      "CHANNELS_FORGOTTEN",
      "FILTERS_FORGOTTEN",
      "GROUPS_IGNORED",
      "TIMES_POSITIONS",
      "OFF_BY_ONE",
    ],
    answer: (slips) => {
      const channels = slips.has("CHANNELS_FORGOTTEN")
        ? 1
        : slips.has("GROUPS_IGNORED")
          ? c.Cin
          : c.Cin / c.G;
      if (slips.has("CHANNELS_FORGOTTEN") && slips.has("GROUPS_IGNORED")) return undefined;
      const filters = slips.has("FILTERS_FORGOTTEN") ? 1 : c.Cout;
      const weights = filters * channels * c.kh * c.kw;
      const bias = slips.has("BIAS_FORGOTTEN") ? 0 : slips.has("ONE_BIAS") ? 1 : filters;
      if (slips.has("BIAS_FORGOTTEN") && slips.has("ONE_BIAS")) return undefined;
      const positions = slips.has("TIMES_POSITIONS") ? side(c.H, c.kh, c) * side(c.W, c.kw, c) : 1;
      return (weights + bias) * positions + (slips.has("OFF_BY_ONE") ? 1 : 0);
    },
  };
};

export const linearParameters: Examiner = (r) => {
  const [I, O] = [r.pick([64, 128, 784, 3072, 12]), r.pick([10, 5, 100, 4])];
  return {
    op: "linear",
    ask: "params",
    question: {
      op: "linear",
      inputs: { x: { shape: [1, I] }, w: { shape: [O, I] }, b: { shape: [O] } },
    },
    mistakes: ["BIAS_FORGOTTEN", "ONE_BIAS", "OFF_BY_ONE"],
    answer: (slips) => {
      if (slips.has("BIAS_FORGOTTEN") && slips.has("ONE_BIAS")) return undefined;
      const bias = slips.has("BIAS_FORGOTTEN") ? 0 : slips.has("ONE_BIAS") ? 1 : O;
      return I * O + bias + (slips.has("OFF_BY_ONE") ? 1 : 0);
    },
  };
};

function operations(ask: "macs" | "flops"): Examiner {
  return (r) => {
    const c = { ...makeConv(r), bias: true };
    const both = ask === "macs" ? "FLOPS_FOR_MACS" : "MACS_FOR_FLOPS";
    return {
      op: "conv2d",
      ask,
      question: json(c),
      mistakes: [
        "CHANNELS_FORGOTTEN",
        "FILTERS_FORGOTTEN",
        "GROUPS_IGNORED",
        "INPUT_SIZE_FOR_OUTPUT",
        both,
        "BIAS_COUNTED",
        "BATCH_FORGOTTEN",
      ],
      answer: (slips) => {
        if (slips.has("CHANNELS_FORGOTTEN") && slips.has("GROUPS_IGNORED")) return undefined;
        const channels = slips.has("CHANNELS_FORGOTTEN")
          ? 1
          : slips.has("GROUPS_IGNORED")
            ? c.Cin
            : c.Cin / c.G;
        const filters = slips.has("FILTERS_FORGOTTEN") ? 1 : c.Cout;
        const area = slips.has("INPUT_SIZE_FOR_OUTPUT")
          ? c.H * c.W
          : side(c.H, c.kh, c) * side(c.W, c.kw, c);
        const batch = slips.has("BATCH_FORGOTTEN") ? 1 : c.N;
        const perCell = channels * c.kh * c.kw + (slips.has("BIAS_COUNTED") ? 1 : 0);
        const macs = batch * area * filters * perCell;
        return (ask === "flops") === slips.has(both) ? macs : 2 * macs;
      },
    };
  };
}

export const convMacs = operations("macs");
export const convFlops = operations("flops");
