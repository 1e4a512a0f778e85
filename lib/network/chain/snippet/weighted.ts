import type { Operand } from "@/lib/question";
import { ReadError } from "../../read/problem";
import type { Argument, Expression } from "../../read/syntax";
import { layerFrom } from "./options";
import type { Applied, Value } from "./vocabulary";

const OPTIONS = ["stride", "padding", "dilation", "groups"];

/** F.conv2d(x, w, b, stride) and F.linear(x, w, b): a layer whose weights say how large it is. @throws ReadError */
export function weighted(
  name: "conv2d" | "linear",
  args: readonly Argument[],
  line: number,
  worth: (expression: Expression) => Value,
): { readonly x: Expression; readonly made: Applied } {
  const [x, w, b] = [["input", 0] as const, ["weight", 1] as const, ["bias", 2] as const].map(
    ([key, place]) => argument(args, key, place),
  );
  const [weight, bias] = [w, b].map((one) => one && tensorOf(worth(one.value)));
  if (!x || !weight)
    throw new ReadError("ERR_ARGUMENT", `${name} needs x and a weight that is a tensor.`, line);
  const rest = args
    .filter((one) => one !== x && one !== w && one !== b)
    .map((one, at) => (one.name === undefined ? { ...one, name: OPTIONS[at] ?? "" } : one));
  const [out = 1, , height = 1, width = 1] = weight.shape;
  const options = layerFrom(name === "conv2d" ? "Conv2d" : "Linear", rest, line);
  const window = name === "conv2d" ? { kernel: [height, width] as const } : {};
  return {
    x: x.value,
    made: {
      layer: { ...options, ...window, out, bias: bias !== undefined },
      weights: { ...valued("w", weight), ...valued("b", bias) },
    },
  };
}

function argument(args: readonly Argument[], key: string, place: number): Argument | undefined {
  const named = args.find((one) => one.name === key);
  return named ?? (args[place]?.name === undefined ? args[place] : undefined);
}

/** None is no tensor. */
function tensorOf(value: Value): Operand | undefined {
  return value.kind === "tensor" ? value.tensor : undefined;
}

/** A weight of random numbers is left out, so that it is drawn. */
function valued(name: string, operand: Operand | undefined): Applied["weights"] {
  return operand?.data ? { [name]: operand } : {};
}
