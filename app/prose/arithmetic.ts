import {
  type Expression,
  difference,
  dot,
  equation,
  floor,
  fraction,
  negative,
  number,
  parentheses,
  power,
  sum,
  valueOf,
} from "@/lib/tex";

const TOKEN = /[a-z]\w*(?:\.\w+)*(?:@-?\d+(?:,-?\d+)*)?|\d+(?:\.\d+)?|\S/gi;

/**
 * Arithmetic on named numbers as a line that can be shown: + − · / ^ and ( ), with [ ] for what is
 * worked out already, ⌊ ⌋ for what is rounded down, and a = at the end for the result.
 *
 * @throws Error where it does not read
 * @example readArithmetic("x@0,0 · 2 - 1 =", () => number(3)) // 3 · 2 − 1 = 5
 */
export function readArithmetic(text: string, named: (name: string) => Expression): Expression {
  const tokens = text.match(TOKEN) ?? [];
  const takes = (...wanted: string[]) =>
    wanted.includes(tokens[0] ?? "") ? tokens.shift() : undefined;

  function terms(): Expression {
    let line = factors();
    for (let sign = takes("+", "-"); sign; sign = takes("+", "-")) {
      const right = factors();
      if (sign === "-") line = difference(line, right);
      else line = sum(...(line.kind === "sum" ? line.terms : [line]), right);
    }
    return line;
  }
  function factors(): Expression {
    let line = raised();
    for (let sign = takes("·", "/"); sign; sign = takes("·", "/")) {
      const right = raised();
      if (sign === "/") line = fraction(bare(line), bare(right));
      else line = dot(...(line.kind === "product" ? line.factors : [line]), right);
    }
    return line;
  }
  function raised(): Expression {
    const base = atom();
    return takes("^") ? power(base, atom()) : base;
  }
  function atom(): Expression {
    if (takes("-")) return negative(atom());
    if (takes("(")) return parentheses(closed(")"));
    if (takes("⌊")) return floor(closed("⌋"));
    if (takes("[")) return valueOf(closed("]"));
    const token = tokens.shift() ?? "";
    if (/^\d/.test(token)) return number(Number(token));
    if (/^[a-z]/i.test(token)) return named(token);
    throw new Error(`“${text}” does not read as arithmetic at “${token}”.`);
  }
  function closed(end: string): Expression {
    const line = terms();
    if (!takes(end)) throw new Error(`“${text}” lacks a ${end}.`);
    return line;
  }

  const line = terms();
  const whole = takes("=") ? equation(line, valueOf(line)) : line;
  if (tokens.length > 0)
    throw new Error(`“${text}” does not read as arithmetic at “${tokens[0]}”.`);
  return whole;
}

/** A bar needs no parentheses. */
function bare(part: Expression): Expression {
  return part.kind === "fence" && part.fence === "parentheses" ? part.of : part;
}
