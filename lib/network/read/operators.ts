import type { Machine } from "./machine";
import { merged } from "./tensors";
import { type Value, isKind, listOf, plainText, showValue, unknown } from "./values";

/** The longest string that is put together. */
const MAX_STRING = 200;

/** What an operator makes of two values. */
export function operate(
  machine: Machine,
  operator: string,
  left: Value,
  right: Value,
  line: number,
): Value {
  if (isKind(left, "tensor") || isKind(right, "tensor")) {
    return onTensors(machine, operator, left, right, line);
  }
  if (typeof left === "number" && typeof right === "number") {
    return arithmetic(operator, left, right) ?? compared(operator, left, right);
  }
  if (isKind(left, "list") && isKind(right, "list") && operator === "+") {
    machine.work(line, left.items.length + right.items.length);
    return listOf([...left.items, ...right.items], left.isTuple);
  }
  const repeated = operator === "*" ? repetition(machine, left, right, line) : undefined;
  if (repeated !== undefined) return repeated;
  if (typeof left === "string" && (operator === "+" || operator === "%")) {
    const text =
      operator === "+" && typeof right === "string"
        ? left + right
        : formatted(left, /%[sdir]/g, isKind(right, "list") ? right.items : [right]);
    return text.slice(0, MAX_STRING);
  }
  return compared(operator, left, right);
}

/** An operation that is not followed, as it stands in the code. */
function untold(operator: string, left: Value, right: Value): Value {
  return unknown(`${plainText(left)} ${operator} ${plainText(right)}`.slice(0, MAX_STRING));
}

/** A string with values in the places that a pattern finds. */
export function formatted(text: string, places: RegExp, values: readonly Value[]): string {
  let next = 0;
  return text
    .replace(places, (place) => {
      const value = values[next++];
      if (value === undefined) return place;
      return typeof value === "string" ? value : showValue(value);
    })
    .slice(0, MAX_STRING);
}

/** Whether Python takes a value for true; undefined where that is not known. */
export function truth(value: Value): boolean | undefined {
  if (value === null) return false;
  if (typeof value !== "object") return Boolean(value);
  if (value.kind === "unknown" || value.kind === "named") return undefined;
  return value.kind === "list" ? value.items.length > 0 : true;
}

function onTensors(
  machine: Machine,
  operator: string,
  left: Value,
  right: Value,
  line: number,
): Value {
  const name = operator === "+" || operator === "-" ? "Add" : "Multiply";
  if (["+", "-", "*", "/"].includes(operator)) return merged(machine, name, [left, right], line);
  return operator === "is not" ? true : unknown(operator);
}

function arithmetic(operator: string, left: number, right: number): Value | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? unknown("a division by 0") : left / right;
    case "//":
      return right === 0 ? unknown("a division by 0") : Math.floor(left / right);
    case "%":
      return right === 0 ? unknown("a division by 0") : left - right * Math.floor(left / right);
    case "**":
      return left ** right;
    default:
      return undefined;
  }
}

function repetition(machine: Machine, left: Value, right: Value, line: number): Value | undefined {
  const [list, times] = isKind(left, "list") ? [left, right] : [right, left];
  if (!isKind(list, "list") || typeof times !== "number") return undefined;
  const count = Math.max(0, Math.floor(times));
  machine.work(line, list.items.length * count);
  return listOf(
    Array.from({ length: list.items.length === 0 ? 0 : count }, () => list.items).flat(),
    list.isTuple,
  );
}

function compared(operator: string, left: Value, right: Value): Value {
  const isUnknown = truth(left) === undefined || truth(right) === undefined;
  switch (operator) {
    case "is":
    case "==":
      return isUnknown ? untold(operator, left, right) : alike(left, right);
    case "is not":
    case "!=":
    case "<>":
      return isUnknown ? untold(operator, left, right) : !alike(left, right);
    case "in":
    case "not in": {
      const found = contains(right, left);
      return found === undefined ? untold(operator, left, right) : found === (operator === "in");
    }
    default:
      return ordered(operator, left, right);
  }
}

function contains(whole: Value, part: Value): boolean | undefined {
  if (typeof whole === "string" && typeof part === "string") return whole.includes(part);
  if (isKind(whole, "list")) return whole.items.some((item) => alike(item, part));
  if (isKind(whole, "dict") && typeof part === "string") return whole.entries.has(part);
  return undefined;
}

function ordered(operator: string, left: Value, right: Value): Value {
  if (typeof left !== "number" || typeof right !== "number") return untold(operator, left, right);
  switch (operator) {
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    default:
      return untold(operator, left, right);
  }
}

function alike(left: Value, right: Value): boolean {
  if (!isKind(left, "list") || !isKind(right, "list")) return left === right;
  return (
    left.items.length === right.items.length &&
    left.items.every((item, place) => item === right.items[place])
  );
}
