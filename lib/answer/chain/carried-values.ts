import type { ChainQuestion, ChainValue } from "@/lib/network/chain";
import { type Range, type Ranges, rangeAround } from "@/lib/question/rounded";
import { type Tensor, tensor } from "@/lib/tensor";
import { type Given, valueOf } from "../quantity";
import { type Carried, type Expected, follows, ownRange } from "./carried";
import { isTrivial } from "./trivial";

/** How far the chain's given numbers may be from what is written, by the names of its inputs; "target" and "dy" too. */
export type ChainRadii = Readonly<Record<string, ArrayLike<number>>>;

/** A value as the chain gives it, and as it follows from the reader's own earlier ones. */
export interface Wanted {
  readonly right: Expected;
  readonly expected: Expected;
}

/** What was said of the reader's own value. */
interface Marked {
  readonly verdict: "correct" | "follows" | "incorrect" | "invalid";
  readonly check: { readonly given?: Given };
}

/** What stands in for each value in what comes after it. */
export class CarriedValues {
  /** The right numbers, with bounds where right ones are rounded; and the reader's own, where those are wrong. */
  private readonly known = new Map<string, Carried>();
  private readonly taken = new Map<string, Carried>();
  private readonly ids: ReadonlyMap<ChainValue["layer"], string>;

  constructor(
    { inputs: { x } }: ChainQuestion,
    values: readonly ChainValue[],
    private readonly radii: ChainRadii,
  ) {
    const outputs = values.filter(({ direction, layer }) => direction === "forward" && layer);
    this.ids = new Map(outputs.map(({ key, layer }) => [layer, key.replace(/\.y$/, "")]));
    if (x?.data) {
      const input = { shape: x.shape, data: x.data };
      this.known.set("x", { tensor: input, from: [], range: this.range("x", input) });
    }
  }

  right(value: ChainValue): Expected {
    const read = (key: string | undefined) => (key === undefined ? undefined : this.known.get(key));
    return this.following(value, read);
  }

  expected(value: ChainValue): Expected {
    const read = (key: string | undefined) =>
      key === undefined ? undefined : (this.taken.get(key) ?? this.known.get(key));
    return this.following(value, read);
  }

  add(value: ChainValue, marked: Marked | undefined, { right, expected }: Wanted) {
    const { tensor: key } = value;
    const given = marked?.check.given;
    const own = given && valuesOf(given, key);
    const isRight = marked?.verdict === "correct";
    const known = (isRight && own && ownRange(given, own, key)) || right.range;
    this.known.set(value.key, { tensor: key, from: [], range: known });
    if (isRight) return;
    if (marked?.verdict === "incorrect" && own && !isTrivial(own, key)) {
      this.taken.set(value.key, {
        tensor: own,
        from: [value.key],
        range: ownRange(given, own),
      });
    } else if (expected.from.length > 0) {
      const range = marked?.verdict === "follows" && own && ownRange(given, own, expected.tensor);
      this.taken.set(value.key, { ...expected, range: range || expected.range });
    }
  }

  private following(
    value: ChainValue,
    read: (key: string | undefined) => Carried | undefined,
  ): Expected {
    const { x, dy } = value.reads;
    const found = follows(value, { x: read(x), dy: read(dy) }, this.weights(value));
    const isGiven = x === undefined && dy === undefined;
    return isGiven ? { ...found, range: this.range("dy", value.tensor) } : found;
  }

  /** Where the numbers lie that a value's layer is given besides. */
  private weights({ layer, question }: ChainValue): Ranges {
    const ranges: { -readonly [Name in keyof Ranges]: Ranges[Name] } = {};
    const id = this.ids.get(layer);
    for (const name of ["w", "b", "gamma", "beta", "target"] as const) {
      const operand = question?.inputs[name];
      const range =
        operand?.data &&
        this.range(name === "target" ? name : `${id}.${name}`, {
          shape: operand.shape,
          data: operand.data,
        });
      if (range) ranges[name] = range;
    }
    return ranges;
  }

  private range(name: string, of: Tensor): Range | undefined {
    const radius = Object.hasOwn(this.radii, name) ? this.radii[name] : undefined;
    return radius && rangeAround(of, radius);
  }
}

function valuesOf({ cells }: Given, { shape, data }: Tensor): Tensor | undefined {
  const values = cells.map((cell) => valueOf(cell) ?? Number.NaN);
  const fits = values.length === data.length && values.every(Number.isFinite);
  return fits ? tensor(shape, values) : undefined;
}
