import type { Machine } from "./machine";
import { type Sequence, type Value, isKind, listOf, showValue, unknown } from "./values";

/** What a loop over a value goes through; undefined for what is no list. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  if (isKind(value, "list")) return value.items;
  if (isKind(value, "sequence")) return value.items.map((item) => item.value);
  if (isKind(value, "dict")) return [...value.entries.keys()];
  if (isKind(value, "sizes")) return [unknown("a size")];
  return undefined;
}

/** What stands at one index. */
export function itemAt(value: Value, index: Value): Value {
  const place = typeof index === "number" ? index : undefined;
  if (isKind(value, "dict")) {
    const key = typeof index === "string" ? index : showValue(index);
    return value.entries.get(key) ?? unknown(`[${key}]`);
  }
  if (isKind(value, "sizes")) {
    const isChannels = place !== undefined && value.axes.includes(place);
    return (isChannels ? value.channels : undefined) ?? unknown("a size");
  }
  const items = itemsOf(value);
  const found = place === undefined ? undefined : items?.at(place);
  return found === undefined ? unknown(`[${showValue(index)}]`) : found;
}

/** A part of a list, of layers or of a string. */
export function sliceOf(
  machine: Machine,
  value: Value,
  [from, to]: readonly [number | undefined, number | undefined],
  line: number,
): Value {
  if (isKind(value, "sizes")) return value;
  if (typeof value === "string") return value.slice(from, to);
  const items = itemsOf(value);
  if (!items) return unknown("[:]");
  machine.work(line, items.length);
  if (isKind(value, "sequence")) {
    const kept = value.items.slice(from, to);
    return { kind: "sequence", items: kept };
  }
  return listOf(items.slice(from, to), isKind(value, "list") && value.isTuple);
}

/** Layers in a row, named by their places or by their own names. */
export function sequenceOf(values: readonly Value[]): Sequence {
  const items = values.map((value, place) => {
    const [name, own] = isKind(value, "list") && value.items.length === 2 ? value.items : [];
    return typeof name === "string" && own !== undefined
      ? { name, value: own }
      : { name: String(place), value };
  });
  return { kind: "sequence", items };
}
