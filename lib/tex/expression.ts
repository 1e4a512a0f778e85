/**
 * A line of mathematics as plain data. From one expression come its LaTeX (`toTex`), its spoken form
 * (`toSpeech`) and its plain text (`toText`), so that the three can never disagree.
 */

/** Whose number it is; each role has one colour everywhere. */
export type Role = "input" | "kernel" | "output" | "gradient";

export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly role?: Role }
  | {
      readonly kind: "symbol";
      readonly name: string;
      readonly subscript?: readonly Expression[];
      readonly role?: Role;
    }
  | {
      readonly kind: "partial";
      readonly of: Expression;
      readonly by: Expression;
      readonly role?: Role;
    }
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "sum"; readonly terms: readonly Expression[] }
  | { readonly kind: "difference"; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "product";
      readonly factors: readonly Expression[];
      readonly sign: ProductSign;
    }
  | { readonly kind: "fraction"; readonly over: Expression; readonly under: Expression }
  | { readonly kind: "power"; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: "root"; readonly of: Expression }
  | { readonly kind: "fence"; readonly fence: Fence; readonly of: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: "total"; readonly indices: readonly string[]; readonly of: Expression }
  | {
      readonly kind: "relation";
      readonly sign: RelationSign;
      readonly sides: readonly Expression[];
    }
  | { readonly kind: "shape"; readonly sizes: readonly Expression[]; readonly role?: Role }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly Expression[])[] }
  | { readonly kind: "negative"; readonly of: Expression }
  | {
      readonly kind: "sequence";
      readonly parts: readonly Expression[];
      readonly separator: "space" | "comma";
    }
  | { readonly kind: "dots" }
  | { readonly kind: "blank" };

/** dot: a · b; times: a × b, for sizes and counts; star: X ⋆ K, cross-correlation; none: ab. */
export type ProductSign = "dot" | "times" | "star" | "none";
export type RelationSign = "=" | "≈" | "≠" | "<" | "≤" | ">" | "≥" | "→" | "∈";
export type Fence = "parentheses" | "floor" | "ceiling" | "bars";
export type FunctionName = "max" | "min" | "exp" | "log" | "ReLU" | "softmax" | "mean" | "rot180";

/** Something that stands for an expression: numbers and names may be written bare. */
export type Writable = Expression | number | string;

function read(part: Writable): Expression {
  if (typeof part === "number") return number(part);
  if (typeof part === "string") return symbol(part);
  return part;
}

/** A value, in its role's colour. @example number(-4, "output") // −4 */
export function number(value: number, role?: Role): Expression {
  return role ? { kind: "number", value, role } : { kind: "number", value };
}

/** A name with indices. @example symbol("Y", [0, 1], "output") // Y₀,₁ */
export function symbol(name: string, subscript?: readonly Writable[], role?: Role): Expression {
  return {
    kind: "symbol",
    name,
    ...(subscript?.length ? { subscript: subscript.map(read) } : {}),
    ...(role ? { role } : {}),
  };
}

/** A partial derivative. @example partial(symbol("K", [0, 0])) // ∂L/∂K₀,₀ */
export function partial(by: Writable, role: Role = "gradient", of: Writable = "L"): Expression {
  return { kind: "partial", of: read(of), by: read(by), role };
}

/** Upright words inside a line. @example words("values") */
export function words(text: string): Expression {
  return { kind: "words", text };
}

/** a + b + …; a negative number is written as a subtraction. @example sum(2, -6) // 2 − 6 */
export function sum(...terms: readonly Writable[]): Expression {
  return { kind: "sum", terms: terms.map(read) };
}

/** a − b. @example difference("H", "k") // H − k */
export function difference(left: Writable, right: Writable): Expression {
  return { kind: "difference", left: read(left), right: read(right) };
}

/** a · b · …; a negative factor stands in parentheses. @example dot(6, -1) // 6 · (−1) */
export function dot(...factors: readonly Writable[]): Expression {
  return { kind: "product", factors: factors.map(read), sign: "dot" };
}

/** a × b × …, for sizes and counts. @example times(32, 32, 10) // 32 × 32 × 10 */
export function times(...factors: readonly Writable[]): Expression {
  return { kind: "product", factors: factors.map(read), sign: "times" };
}

/** Factors side by side. @example juxtapose(2, "P") // 2P */
export function juxtapose(...factors: readonly Writable[]): Expression {
  return { kind: "product", factors: factors.map(read), sign: "none" };
}

/** Cross-correlation. @example star("X", "K") // X ⋆ K */
export function star(left: Writable, right: Writable): Expression {
  return { kind: "product", factors: [read(left), read(right)], sign: "star" };
}

/** One over another, with a bar. @example fraction(1, "N") // 1/N */
export function fraction(over: Writable, under: Writable): Expression {
  return { kind: "fraction", over: read(over), under: read(under) };
}

/** A base raised to an exponent. @example power("x", 2) // x² */
export function power(base: Writable, exponent: Writable): Expression {
  return { kind: "power", base: read(base), exponent: read(exponent) };
}

/** A square root. @example root("v") // √v */
export function root(of: Writable): Expression {
  return { kind: "root", of: read(of) };
}

/** Parentheses that the sense does not require. @example parentheses("x") // (x) */
export function parentheses(of: Writable): Expression {
  return { kind: "fence", fence: "parentheses", of: read(of) };
}

/** Rounded down. @example floor(fraction(5, 2)) // ⌊5/2⌋ */
export function floor(of: Writable): Expression {
  return { kind: "fence", fence: "floor", of: read(of) };
}

/** Rounded up. @example ceiling(fraction(5, 2)) // ⌈5/2⌉ */
export function ceiling(of: Writable): Expression {
  return { kind: "fence", fence: "ceiling", of: read(of) };
}

/** An absolute value. @example bars(-3) // |−3| */
export function bars(of: Writable): Expression {
  return { kind: "fence", fence: "bars", of: read(of) };
}

/** A named function of its arguments. @example call("max", 3, 7) // max(3, 7) */
export function call(name: FunctionName, ...args: readonly Writable[]): Expression {
  return { kind: "call", name, args: args.map(read) };
}

/** A sum over indices. @example total(["u", "v"], symbol("K", ["u", "v"])) // Σ_{u,v} K_{u,v} */
export function total(indices: readonly string[], of: Writable): Expression {
  return { kind: "total", indices, of: read(of) };
}

/** a = b = … @example equation(symbol("Y", [0, 0]), sum(1, -5), -4) // Y₀,₀ = 1 − 5 = −4 */
export function equation(...sides: readonly Writable[]): Expression {
  return relation("=", ...sides);
}

/** Sides with one sign between them. @example relation("<", "a", "b") // a < b */
export function relation(sign: RelationSign, ...sides: readonly Writable[]): Expression {
  return { kind: "relation", sign, sides: sides.map(read) };
}

/** Sizes of a tensor. @example shape([2, 2], "output") // 2 × 2 */
export function shape(sizes: readonly Writable[], role?: Role): Expression {
  return { kind: "shape", sizes: sizes.map(read), ...(role ? { role } : {}) };
}

/** Rows of numbers in brackets. @example matrix([[1, 2], [3, 4]]) */
export function matrix(rows: readonly (readonly Writable[])[]): Expression {
  return { kind: "matrix", rows: rows.map((row) => row.map(read)) };
}

/** The opposite of a term. @example negative("x") // −x */
export function negative(of: Writable): Expression {
  return { kind: "negative", of: read(of) };
}

/** Words and formulas side by side. @example phrase(symbol("Y", [0, 0]), words("through"), symbol("X", [0, 0])) */
export function phrase(...parts: readonly Writable[]): Expression {
  return { kind: "sequence", parts: parts.map(read), separator: "space" };
}

/** Several things one after another. @example list(equation("u", 0), equation("v", 1)) // u = 0, v = 1 */
export function list(...parts: readonly Writable[]): Expression {
  return { kind: "sequence", parts: parts.map(read), separator: "comma" };
}

/** What a long sum leaves out: ⋯ */
export const dots: Expression = { kind: "dots" };

/** The place of a number that the reader is asked for. */
export const blank: Expression = { kind: "blank" };

/** The line with its last side blanked, as "ask me first" shows it. */
export function withoutResult(line: Expression): Expression {
  if (line.kind !== "relation") return line;
  return { ...line, sides: [...line.sides.slice(0, -1), blank] };
}
