import { itemsOf, sequenceOf } from "./items";
import type { Machine } from "./machine";
import { moduleOf, takeInput } from "./made";
import { callFunction } from "./tensors";
import { type Args, type Value, isKind, lastOf, listOf, showValue, unknown } from "./values";

type Builtin = (machine: Machine, args: Args, line: number) => Value;

/** What a call of a name gives that the code does not define itself. */
export function callNamed(machine: Machine, path: string, args: Args, line: number): Value {
  const name = lastOf(path);
  const builtin = BUILTINS.get(name);
  if (builtin) return builtin(machine, args, line);
  if (/Loss$|_loss$|^(cross_entropy|nll_loss|Parameter)$/.test(name)) return unknown(name);
  const isLayer = /^[A-Z]/.test(name) && !/(?:^|\.)applications\./.test(path);
  if (isLayer) return moduleOf(machine, path, args, line);
  if (ELSEWHERE.test(path)) tellElsewhere(machine, path, line);
  return callFunction(machine, path, args, line) ?? unknown(`${path}(…)`);
}

/** What makes a model of a library: its layers do not stand in the code. */
const ELSEWHERE = /(?:^|\.)(?:models|applications|hub|timm)\.\w+$/;

function tellElsewhere(machine: Machine, path: string, line: number): void {
  const message = `${path}(…) makes its layers elsewhere, so they cannot be counted; the code of the model itself could.`;
  machine.problem("ERR_CODE", message, line);
}

const INPUT: Builtin = (machine, { positional, named }) => {
  takeInput(machine, named.get("shape") ?? named.get("input_shape") ?? positional[0], false);
  takeInput(machine, named.get("batch_shape") ?? named.get("batch_input_shape"), true);
  return { kind: "tensor", node: -1 };
};

/** A tensor of random numbers, zeros or ones outside of functions: what the model is tried on. */
const RANDOM: Builtin = (machine, { positional, named }) => {
  if (machine.depth > 0) return unknown("a tensor");
  const [first] = positional;
  const sizes = named.get("size") ?? named.get("shape") ?? first;
  takeInput(machine, isKind(sizes, "list") ? sizes : listOf([...positional]), true);
  return { kind: "tensor", node: -1 };
};

/** torchsummary's summary(model, (3, 32, 32)), and torchinfo's with the batch. */
const SUMMARY: Builtin = (machine, { positional, named }) => {
  const sizes = named.get("input_size") ?? positional[1];
  if (isKind(sizes, "list")) takeInput(machine, sizes, sizes.items.length % 2 === 0);
  return null;
};

const SEQUENTIAL: Builtin = (_machine, { positional, named }) => {
  const [first] = positional.length > 0 ? positional : [named.get("layers")];
  if (positional.length <= 1 && isKind(first, "dict")) return fromDict(first.entries);
  if (isKind(first, "list") && typeof first.items[0] !== "string") return sequenceOf(first.items);
  return sequenceOf(positional);
};

/** nn.ModuleDict and OrderedDict: of a dictionary, or of a list of pairs. */
const DICTIONARY: Builtin = (_machine, { positional, named }) => {
  const [first] = positional;
  const entries = new Map<string, Value>(isKind(first, "dict") ? first.entries : []);
  for (const one of isKind(first, "list") ? first.items : []) {
    const [key, value] = isKind(one, "list") ? one.items : [];
    if (typeof key === "string" && value !== undefined) entries.set(key, value);
  }
  for (const [key, value] of named) entries.set(key, value);
  return { kind: "dict", entries };
};

const MODEL: Builtin = (machine, { positional, named }) => {
  const output = named.get("outputs") ?? named.get("output") ?? positional[1];
  if (output !== undefined) machine.output = output;
  return unknown("Model(…)");
};

const RANGE: Builtin = (machine, { positional }, line) => {
  const numbers = positional.filter((one) => typeof one === "number");
  const [from, to] = numbers.length === 1 ? [0, numbers[0]] : numbers;
  const step = numbers[2] ?? 1;
  if (from === undefined || to === undefined || numbers.length < positional.length || step === 0) {
    return unknown(`range(${positional.map(showValue).join(", ")})`);
  }
  const count = Math.max(0, Math.ceil((to - from) / step));
  machine.work(line, count);
  return listOf(Array.from({ length: count }, (_, place) => from + place * step));
};

const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  Object.entries<Builtin>({
    Sequential: SEQUENTIAL,
    ModuleList: SEQUENTIAL,
    ModuleDict: DICTIONARY,
    OrderedDict: DICTIONARY,
    dict: DICTIONARY,
    Input: INPUT,
    InputLayer: (machine, args, line) => {
      INPUT(machine, args, line);
      return null;
    },
    Model: MODEL,
    randn: RANDOM,
    rand: RANDOM,
    zeros: RANDOM,
    ones: RANDOM,
    empty: RANDOM,
    range: RANGE,
    len: onItems((items) => items.length),
    list: onItems((items) => listOf([...items])),
    tuple: onItems((items) => listOf([...items], true)),
    reversed: onItems((items) => listOf(items.toReversed())),
    enumerate: numbered,
    sum: onItems((items) => reduce(items, (one, other) => one + other)),
    max: largest(Math.max),
    min: largest(Math.min),
    zip: zipped,
    int: onNumber(Math.trunc),
    float: onNumber((one) => one),
    round: onNumber(Math.round),
    floor: onNumber(Math.floor),
    ceil: onNumber(Math.ceil),
    sqrt: onNumber(Math.sqrt),
    abs: onNumber(Math.abs),
    str: (_machine, { positional: [value = ""] }) =>
      typeof value === "string" ? value : showValue(value),
    cast: (_machine, { positional: [, value = null] }) => value,
    summary: SUMMARY,
    print: () => null,
    isinstance: () => unknown("isinstance(…)"),
  }),
);

function onItems(work: (items: readonly Value[]) => Value): Builtin {
  return (machine, { positional: [value = listOf([])] }, line) => {
    const items = itemsOf(value);
    if (!items) return unknown(showValue(value));
    machine.work(line, items.length);
    return work(items);
  };
}

/** Items with their numbers, which begin at 0 or at `start`. */
function numbered(machine: Machine, args: Args, line: number): Value {
  const start = args.named.get("start") ?? args.positional[1] ?? 0;
  const from = typeof start === "number" ? start : 0;
  const pairs = onItems((items) =>
    listOf(items.map((item, place) => listOf([from + place, item], true))),
  );
  return pairs(machine, args, line);
}

function onNumber(work: (one: number) => number): Builtin {
  return (_machine, { positional: [value = 0] }) => {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number)
      ? work(number)
      : unknown(showValue(value));
  };
}

function largest(choose: (one: number, other: number) => number): Builtin {
  return (machine, { positional }, line) => {
    const [first = null] = positional;
    const items = positional.length === 1 ? (itemsOf(first) ?? []) : positional;
    machine.work(line, items.length);
    return reduce(items, choose);
  };
}

function reduce(items: readonly Value[], work: (one: number, other: number) => number): Value {
  const numbers = items.filter((one) => typeof one === "number");
  if (numbers.length < items.length) return unknown("a sum");
  const [first = 0, ...rest] = numbers;
  return rest.reduce(work, first);
}

function zipped(machine: Machine, { positional }: Args, line: number): Value {
  const lists = positional.map((one) => itemsOf(one) ?? []);
  const count = lists.length === 0 ? 0 : Math.min(...lists.map(({ length }) => length));
  machine.work(line, count * lists.length);
  return listOf(
    Array.from({ length: count }, (_, place) =>
      listOf(
        lists.map((items) => items[place] ?? null),
        true,
      ),
    ),
  );
}

function fromDict(entries: ReadonlyMap<string, Value>): Value {
  return { kind: "sequence", items: [...entries].map(([name, value]) => ({ name, value })) };
}
