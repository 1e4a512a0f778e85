import { type NetworkQuestion, solveNetwork } from "@/lib/network";
import { type Question, counts } from "@/lib/question";
import { bytesOf } from "@/lib/tensor";
import { isChannelsLast } from "./image";
import { type Model, type Slip, computed } from "./model";

/** The size of a tensor: its values, and what one of them takes. */
interface Size {
  readonly shape: readonly number[];
  readonly extraValues: number;
  readonly extraBytes: number;
  readonly bytes: number;
  /** 1000 in place of 1024 or the other way round, once or twice. */
  readonly scale: number;
}

type Asked = Question | NetworkQuestion;

/** The bytes of a tensor, or its values. */
export function memorySize(
  question: Asked,
  name: string,
  inBytes: boolean,
): Model<Size> | undefined {
  const shape = shapeOf(question, name);
  if (!shape) return undefined;
  const bytes = inBytes ? bytesOf(1, question.dtype) : 1;
  return {
    right: { shape, extraValues: 0, extraBytes: 0, bytes, scale: 1 },
    slips: slipsOf(question, name, inBytes),
    compute: ({ shape: sizes, extraValues, extraBytes, bytes: each, scale }) => {
      const values = sizes.reduce((product, length) => product * length, 1) + extraValues;
      return computed([1, 1, 1, 1], [values * each * scale + extraBytes]);
    },
  };
}

function shapeOf(question: Asked, name: string): readonly number[] | undefined {
  const { shapes } =
    question.op === "network" ? solveNetwork(withoutValues(question)) : counts(question);
  return shapes[name];
}

function withoutValues(question: NetworkQuestion): NetworkQuestion {
  const inputs = Object.fromEntries(
    Object.entries(question.inputs).map(([name, { shape }]) => [name, { shape }]),
  );
  const { dy, ...rest } = question;
  return { ...rest, inputs, ...(dy ? { dy: { shape: dy.shape } } : {}) };
}

function slipsOf(question: Asked, name: string, inBytes: boolean): Slip<Size>[] {
  const always: Slip<Size>[] = [
    {
      id: "CHANNELS_FORGOTTEN",
      readings: channelAxes(question, name).map((axis) => without(axis)),
    },
    { id: "BATCH_FORGOTTEN", readings: isWeight(name) ? [] : [without(batchAxis(question))] },
    {
      id: "OFF_BY_ONE",
      readings: [1, -1].flatMap((extra) => [
        (setup: Size) => ({ ...setup, extraValues: extra }),
        (setup: Size) => (inBytes ? { ...setup, extraBytes: extra } : undefined),
      ]),
    },
  ];
  if (!inBytes) return always;
  return [
    ...always,
    {
      id: "VALUES_FOR_BYTES",
      readings: [(setup) => (setup.bytes === 1 ? undefined : { ...setup, bytes: 1 })],
    },
    { id: "BITS_FOR_BYTES", readings: [(setup) => ({ ...setup, bytes: setup.bytes * 8 })] },
    {
      id: "KILO_FOR_KIBI",
      alike: true,
      readings: [1024 / 1000, 1000 / 1024, (1024 / 1000) ** 2, (1000 / 1024) ** 2].map(
        (scale) => (setup) => ({ ...setup, scale }),
      ),
    },
  ];
}

/** The axis of an image's channels, of a weight's input channels, or of a row's features. */
function channelAxes(question: Asked, name: string): ((rank: number) => number)[] {
  if (isWeight(name)) return [(rank) => (rank >= 3 ? rank - 3 : -1)];
  const layoutLast = question.op !== "network" && isChannelsLast(question, 3);
  return [(rank) => (rank < 3 ? -1 : layoutLast ? rank - 1 : rank - 3)];
}

function isWeight(name: string): boolean {
  return /(^|\.)(w|b|gamma|beta)$/.test(name);
}

/** The batch comes first where it has an axis: at rank 4, and at rank 2 where rows are examples. */
function batchAxis({ op }: Asked): (rank: number) => number {
  const hasRows =
    op === "linear" || op === "softmax" || op.endsWith("loss") || op === "cross_entropy";
  return (rank) => (rank === 4 || (rank === 2 && hasRows) ? 0 : -1);
}

/** Without the factor of one axis. */
function without(axisOf: (rank: number) => number) {
  return (setup: Size): Size | undefined => {
    const axis = axisOf(setup.shape.length);
    const length = setup.shape[axis] ?? 1;
    if (axis < 0 || length === 1) return undefined;
    return { ...setup, shape: setup.shape.map((size, index) => (index === axis ? 1 : size)) };
  };
}
