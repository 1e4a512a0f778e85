import type { Graph } from "./graph";
import type { ReadNote, ReadProblemCode } from "./problem";
import type { Args, Func, Sizes, Tensor, Value } from "./values";

/** The two frameworks whose layers are known. */
export type Framework = "pytorch" | "keras";

/** What follows the code: it counts the work, collects what is wrong and calls what can be called. */
export interface Machine {
  readonly framework: Framework;
  /** Whether Keras code says data_format="channels_first". */
  readonly isChannelsFirst: boolean;
  /** Where layers go as they are used. */
  readonly graph: Graph;
  /** How many calls lie in one another; 0 outside of all functions. */
  readonly depth: number;
  /** The output that a Keras model names. */
  output: Value;
  /** The shape of the input, where the code says it. */
  input: readonly number[] | undefined;
  /** What is worth knowing and is not wrong. */
  readonly notes: ReadNote[];
  /** What changes numbers and no size, so that a table of sizes need not tell it. */
  readonly changes: ReadNote[];
  /** Counts steps. @throws ReadError ERR_LIMIT beyond MAX_WORK */
  work(line: number, steps?: number): void;
  /** Begins counting anew. */
  renew(): void;
  problem(code: ReadProblemCode, message: string, line: number): void;
  call(callee: Value, args: Args, line: number): Value;
  run(called: Func, args: Args, line: number): Value;
}

/** Whether channels stand last, as Keras has them unless told otherwise. */
export function isChannelsLast({ framework, isChannelsFirst }: Machine): boolean {
  return framework === "keras" && !isChannelsFirst;
}

/** The shape of a tensor as far as it is known. */
export function sizesOf(machine: Machine, { node }: Tensor): Sizes {
  const [arriving] = machine.graph.arrivingAt([node]);
  const axes = arriving?.isFlat ? [1, -1] : isChannelsLast(machine) ? [3, -1] : [1, -3];
  return { kind: "sizes", channels: arriving?.channels, axes };
}

/** No arguments but these. */
export function plainArgs(...positional: Value[]): Args {
  return { positional, named: new Map() };
}
