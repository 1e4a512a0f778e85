import type { AnyAsk } from "@/lib/exercises";
import { type Dtype, type Question, valuesIn } from "@/lib/question";
import { pairOf } from "@/lib/tensor";
import { planeAfter, stampsReach } from "./places";
import type { Tallied } from "./way";

/** A shape or a count of a layer a second time, from the shapes of its tensors and a window laid down place by place. */
export function layerTally(question: Question, ask: AnyAsk): Tallied | undefined {
  const [kind = "", ...rest] = ask.split(".");
  switch (kind) {
    case "shapes":
      return shapeTally(question, rest.at(-1) ?? "");
    case "params":
      return { way: "tally", key: learnedIn(question) };
    case "macs":
    case "flops": {
      const macs = macsIn(question);
      return macs === undefined
        ? undefined
        : { way: "places", key: kind === "flops" ? 2 * macs : macs };
    }
    case "memory":
      return memoryTally(question, rest);
    default:
      return undefined;
  }
}

/** A gradient has the shape of what it belongs to, an output that which the walk leaves. */
function shapeTally(question: Question, name: string): Tallied | undefined {
  if (name === "y") {
    const shape = outShape(question);
    return shape && { way: "places", key: shape };
  }
  const shape = given(question, name);
  return shape && { way: "tally", key: shape };
}

function memoryTally(
  question: Question,
  [name = "", part]: readonly string[],
): Tallied | undefined {
  const shape = name === "y" ? outShape(question) : given(question, name);
  if (!shape) return undefined;
  const bytes = part === "values" ? 1 : BYTES[question.dtype];
  return { way: "tally", key: valuesIn(shape) * bytes };
}

const BYTES: Readonly<Record<Dtype, number>> = {
  float64: Float64Array.BYTES_PER_ELEMENT,
  float32: Float32Array.BYTES_PER_ELEMENT,
  float16: Uint16Array.BYTES_PER_ELEMENT,
  bfloat16: Uint16Array.BYTES_PER_ELEMENT,
  int32: Int32Array.BYTES_PER_ELEMENT,
  int8: Int8Array.BYTES_PER_ELEMENT,
  uint8: Uint8Array.BYTES_PER_ELEMENT,
};

/** Bytes of so many values. @example bytesFor(10, "float32") // 40 */
export function bytesFor(values: number, dtype: Dtype): number {
  return values * BYTES[dtype];
}

function given({ inputs, dy }: Question, name: string): readonly number[] | undefined {
  if (name === "dy") return dy?.shape;
  return Object.entries(inputs).find(([input]) => input === name)?.[1]?.shape;
}

const LEARNED = ["w", "b", "gamma", "beta"] as const;

/** Everything that the weights hold. */
export function learnedIn({ inputs }: Question): number {
  return LEARNED.reduce((sum, name) => sum + (inputs[name] ? valuesIn(inputs[name].shape) : 0), 0);
}

/** Each place of the window takes one product for every weight of a filter. */
function macsIn(question: Question): number | undefined {
  const { op, inputs, conventions } = question;
  const [x, w] = [inputs.x?.shape ?? [], inputs.w?.shape ?? []];
  const out = outShape(question);
  const products = {
    conv2d: valuesIn(out ?? []) * valuesIn(w.length > 3 ? w.slice(1) : w),
    conv_transpose2d: w.length > 3 ? valuesIn(x) * valuesIn(w.slice(1)) : undefined,
    linear: valuesIn(x.slice(0, -1)) * valuesIn(w),
  };
  if (op !== "conv2d" && op !== "conv_transpose2d" && op !== "linear") return undefined;
  const made = products[op];
  if (!out || made === undefined) return undefined;
  return made + (conventions.macs === "with_bias" && inputs.b ? valuesIn(out) : 0);
}

/** The output's shape in the question's own rank and layout; undefined for what is not walked. */
export function outShape(question: Question): readonly number[] | undefined {
  const { op, inputs, conventions } = question;
  const [x, w] = [inputs.x?.shape ?? [], inputs.w?.shape ?? []];
  if (op === "relu" || op === "softmax" || op === "batch_norm_train") return x;
  if (op === "linear") return [...x.slice(0, -1), w[0] ?? 1];
  const isLast = conventions.layout === "nhwc" && x.length > 2;
  const [height = 1, width = 1] = isLast ? x.slice(-3, -1) : x.slice(-2);
  const plane = planeOf(question, [height, width]);
  if (!plane) return undefined;
  const channels = channelsOf(question, isLast ? x.at(-1) : x.at(-3));
  if (x.length === 2)
    return channels === undefined || channels === 1 ? plane : [channels, ...plane];
  const out = channels ?? 1;
  return [...x.slice(0, -3), ...(isLast ? [...plane, out] : [out, ...plane])];
}

function channelsOf({ op, params, inputs }: Question, before: number | undefined) {
  const w = inputs.w?.shape ?? [];
  if (op === "conv2d") return w.length > 3 ? w[0] : 1;
  if (op !== "conv_transpose2d") return before;
  return w.length > 3 ? (w[1] ?? 1) * (params.groups ?? 1) : 1;
}

function planeOf(
  { op, params, inputs, conventions }: Question,
  plane: readonly [number, number],
): readonly [number, number] | undefined {
  const [tall = 1, wide = 1] = inputs.w?.shape.slice(-2) ?? [];
  switch (op) {
    case "conv2d":
      return planeAfter(plane, [tall, wide], params, conventions);
    case "max_pool2d":
    case "avg_pool2d": {
      const kernel = params.kernel ?? 1;
      return planeAfter(
        plane,
        pairOf(kernel),
        { ...params, stride: params.stride ?? kernel },
        conventions,
      );
    }
    case "conv_transpose2d":
      return stamped(plane, [tall, wide], params);
    default:
      return undefined;
  }
}

function stamped(
  plane: readonly [number, number],
  kernel: readonly [number, number],
  { stride = 1, dilation = 1, padding = 0, output_padding: extra = 0, pad }: Question["params"],
): readonly [number, number] | undefined {
  if (typeof padding === "string" || pad) return undefined;
  const [height, width] = ([0, 1] as const).map((axis) => {
    const [step, spread] = [pairOf(stride)[axis], pairOf(dilation)[axis]];
    const slide = { kernel: kernel[axis], stride: step, dilation: spread };
    const reach = stampsReach(plane[axis], { ...slide, before: 0, after: 0, isCeil: false });
    return reach === undefined
      ? undefined
      : reach - 2 * pairOf(padding)[axis] + pairOf(extra)[axis];
  });
  return height === undefined || width === undefined ? undefined : [height, width];
}
