import type { Layer } from "../network";
import type { Expression, Parameter, Statement } from "./syntax";

/** What an expression of the code can be worth. None is null; what is not followed is unknown. */
export type Value = number | string | boolean | null | Thing;

type Thing =
  | List
  | Dict
  | Module
  | Sequence
  | Instance
  | Class
  | Func
  | Method
  | Named
  | Tensor
  | Sizes
  | Super
  | Unknown;

export interface List {
  readonly kind: "list";
  readonly items: Value[];
  readonly isTuple: boolean;
}

export interface Dict {
  readonly kind: "dict";
  readonly entries: Map<string, Value>;
}

/** One layer, made and not yet used. */
export interface Module {
  readonly kind: "module";
  readonly name: string;
  /** Absent for a layer that is not known. */
  readonly signature?: Signature;
  readonly given: ReadonlyMap<string, Value>;
  readonly complaints: readonly string[];
  readonly line: number;
}

/** nn.Sequential, nn.ModuleList or keras.Sequential. */
export interface Sequence {
  readonly kind: "sequence";
  readonly items: { readonly name: string; readonly value: Value }[];
}

export interface Instance {
  readonly kind: "instance";
  readonly of: Class;
  readonly attributes: Map<string, Value>;
  readonly line: number;
}

export interface Class {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly Value[];
  readonly attributes: ReadonlyMap<string, Value>;
  readonly line: number;
}

export interface Func {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[] | Expression;
  readonly scope: Scope;
  /** The object that a method is called on, and the classes above the one it stands in. */
  readonly self?: Instance;
  readonly above?: readonly Value[];
}

/** A method of something built in, such as a list's append. */
export interface Method {
  readonly kind: "method";
  readonly of: Value;
  readonly name: string;
}

/** A name that the code does not define itself: nn.Conv2d, range, torch.cat. */
export interface Named {
  readonly kind: "named";
  readonly path: string;
}

/** What leaves a layer; −1 is the network's input. */
export interface Tensor {
  readonly kind: "tensor";
  readonly node: number;
}

/** The shape of a tensor, of which the channels or features may be known while reading. */
export interface Sizes {
  readonly kind: "sizes";
  readonly channels?: number | undefined;
  /** The axes that they may be asked for by. */
  readonly axes: readonly number[];
}

export interface Super {
  readonly kind: "super";
  readonly self: Instance;
  readonly above: readonly Value[];
}

export interface Unknown {
  readonly kind: "unknown";
  readonly text: string;
}

/** A parameter of a layer or function. */
export interface SignatureParameter {
  readonly name: string;
  /** The layer's key that it gives; absent where it changes no size. */
  readonly key?: string;
  readonly isNeeded: boolean;
}

/** What is known of what arrives at a layer while the code is read. */
export interface Arriving {
  readonly channels: number | undefined;
  readonly isFlat: boolean;
}

/** The layers that one line of code stands for. @throws ReadError ERR_ARGUMENT */
export type Build = (
  layer: Layer,
  given: ReadonlyMap<string, Value>,
  arriving: Arriving,
) => readonly Layer[];

/** What a layer or function is called with, and the layer that it is. */
export interface Signature {
  readonly layer: string;
  readonly parameters: readonly SignatureParameter[];
  readonly build?: Build;
}

/** The arguments of a call. */
export interface Args {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** Names and their values; what is not found here is looked for further out. */
export class Scope {
  readonly values = new Map<string, Value>();

  constructor(readonly outer?: Scope) {}

  get(name: string): Value | undefined {
    return this.values.has(name) ? this.values.get(name) : this.outer?.get(name);
  }
}

/** A value of this kind, or undefined. */
export function isKind<Kind extends Thing["kind"]>(
  value: Value | undefined,
  kind: Kind,
): value is Extract<Thing, { kind: Kind }> {
  return typeof value === "object" && value !== null && value.kind === kind;
}

/** A tuple or list of values. */
export function listOf(items: Value[], isTuple = false): List {
  return { kind: "list", items, isTuple };
}

/** What is not followed, and how it stands in the code. */
export function unknown(text: string): Unknown {
  return { kind: "unknown", text };
}

/** The last part of a dotted name. @example lastOf("torch.nn.Conv2d") // "Conv2d" */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** A value inside of a longer piece of code. @example plainText(unknown("c")) // "c" */
export function plainText(value: Value): string {
  if (isKind(value, "unknown")) return value.text;
  return isKind(value, "named") ? value.path : showValue(value);
}

/** A value as Python would print it, shortened. @example showValue(listOf([3, 3], true)) // "(3, 3)" */
export function showValue(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return `"${value.slice(0, 40)}"`;
  if (typeof value === "number") return String(value);
  if (value.kind === "list") {
    const items = value.items
      .slice(0, 5)
      .map((item) => (isKind(item, "list") ? "(…)" : showValue(item)));
    const more = value.items.length > 5 ? ", …" : "";
    const body = items.join(", ") + more;
    return value.isTuple ? `(${body})` : `[${body}]`;
  }
  if (value.kind === "unknown") return `\`${value.text.slice(0, 40)}\``;
  if (value.kind === "named") return `\`${value.path.slice(0, 40)}\``;
  return NOUNS[value.kind];
}

const NOUNS = {
  dict: "a dictionary",
  module: "a layer",
  sequence: "a list of layers",
  instance: "a model",
  class: "a class",
  function: "a function",
  method: "a method",
  tensor: "a tensor",
  sizes: "a shape",
  super: "super()",
} as const;
