import type { Examiner } from "../learner";

export const memoryBytes: Examiner = (r) => {
  const shape = [
    r.pick([1, 1, 8, 32]),
    r.pick([1, 3, 16, 64]),
    r.pick([7, 14, 28, 32, 224]),
    r.pick([7, 14, 28, 32, 224]),
  ];
  const dtype = r.pick(["float32", "float32", "float64", "float16"]);
  const each = { float32: 4, float64: 8, float16: 2 }[dtype] ?? 4;
  const [N = 1, C = 1, H = 1, W = 1] = shape;
  return {
    op: "relu",
    ask: "memory.x",
    question: { op: "relu", inputs: { x: { shape } }, dtype },
    mistakes: [
      "CHANNELS_FORGOTTEN",
      "VALUES_FOR_BYTES",
      "BITS_FOR_BYTES",
      "KILO_FOR_KIBI",
      "BATCH_FORGOTTEN",
      "OFF_BY_ONE",
    ],
    answer: (slips) => {
      const values =
        (slips.has("BATCH_FORGOTTEN") ? 1 : N) * (slips.has("CHANNELS_FORGOTTEN") ? 1 : C) * H * W;
      const bytes = slips.has("VALUES_FOR_BYTES") ? values : values * each;
      const bits = slips.has("BITS_FOR_BYTES") ? bytes * 8 : bytes;
      const size = slips.has("KILO_FOR_KIBI") ? (bits / 1000) * 1024 : bits;
      return size + (slips.has("OFF_BY_ONE") ? 1 : 0);
    },
  };
};

export const memoryValues: Examiner = (r) => {
  const [N, C, H, W] = [
    r.pick([1, 8]),
    r.pick([1, 3, 16]),
    r.pick([7, 28, 32]),
    r.pick([7, 28, 32]),
  ];
  return {
    op: "relu",
    ask: "memory.x.values",
    question: { op: "relu", inputs: { x: { shape: [N, C, H, W] } } },
    mistakes: ["CHANNELS_FORGOTTEN", "BATCH_FORGOTTEN", "OFF_BY_ONE"],
    answer: (slips) =>
      (slips.has("BATCH_FORGOTTEN") ? 1 : N) * (slips.has("CHANNELS_FORGOTTEN") ? 1 : C) * H * W +
      (slips.has("OFF_BY_ONE") ? 1 : 0),
  };
};
