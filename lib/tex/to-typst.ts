import type {
  Expression,
  Fence,
  FunctionName,
  ProductSign,
  RelationSign,
  Role,
} from "./expression";
import { formatNumber, groupDigits } from "./numbers";
import { bindsLooser, guarded, isNegative, negated } from "./precedence";

/** How the maths is to be written. */
export interface TypstOptions {
  /** Wrap numbers and names in a call of the role's name: input(6); the document defines the four. */
  readonly colour?: boolean;
  /** Writes the dot of a product as `by`, a name that the document gives a dot at which no line breaks. */
  readonly keepsProducts?: boolean;
  /** A Typst string of words inside a line; JSON's quotes unless said otherwise. */
  readonly quote?: (text: string) => string;
}

/**
 * A line as Typst maths, as it stands between dollar signs.
 *
 * @see https://typst.app/docs/reference/math/
 * @example toTypst(dot(6, -1)) // "6 dot.op (-1)"
 */
export function toTypst(line: Expression, options: TypstOptions = {}): string {
  const typst = (part: Expression): string => write(part, typst, options);
  return typst(line);
}

type Writer = (part: Expression) => string;

function write(part: Expression, typst: Writer, options: TypstOptions): string {
  const { quote = JSON.stringify } = options;
  switch (part.kind) {
    case "number":
      return coloured(typstNumber(part.value), part.role, options);
    case "symbol":
      return coloured(typstSymbol(part, scriptWriter(typst, options), quote), part.role, options);
    case "partial":
      return coloured(
        typstPartial(
          part,
          part.role && options.colour ? (inner) => toTypst(inner, { quote }) : typst,
        ),
        part.role,
        options,
      );
    case "words":
      return `upright(${quote(part.text)})`;
    case "sum":
      return typstSum(part.terms, typst);
    case "difference":
      return `${typst(part.left)} - ${fenced(part.right, part, typst)}`;
    case "product":
      return typstProduct(part, typst, options);
    case "fraction":
      return `frac(${typst(part.over)}, ${typst(part.under)})`;
    case "power":
      return `attach(${fenced(part.base, part, typst)}, t: ${typst(part.exponent)})`;
    case "root":
      return `sqrt(${typst(part.of)})`;
    case "fence":
      if (part.fence === "parentheses" && part.of.kind === "number") {
        return coloured(`(${typstNumber(part.of.value)})`, part.of.role, options);
      }
      return FENCES[part.fence].join(typst(part.of));
    case "call":
      return `${FUNCTIONS[part.name]} ${FENCES.parentheses.join(part.args.map(typst).join(" comma "))}`;
    case "total":
      return `attach(sum, b: ${part.indices.join(" comma ")}) ${fenced(part.of, part, typst)}`;
    case "relation":
      return part.sides.map(typst).join(` ${RELATIONS[part.sign]} `);
    case "shape":
      return coloured(part.sizes.map(typst).join(" times "), part.role, options);
    case "matrix":
      return `mat(delim: "[", ${part.rows.map((row) => row.map(typst).join(", ")).join("; ")})`;
    case "negative":
      return `-${fenced(part.of, part, typst)}`;
    case "sequence":
      return part.parts.map(typst).join(part.separator === "comma" ? " comma quad " : " space ");
    case "dots":
      return "dots.h.c";
    case "blank":
      return "square.stroked";
  }
}

/** Indices are set close, and never break. */
function scriptWriter(typst: Writer, { keepsProducts, ...options }: TypstOptions): Writer {
  return keepsProducts ? (part) => toTypst(part, options) : typst;
}

/** Delimiters that grow with what they hold. */
const FENCES: Record<Fence, { readonly join: (inner: string) => string }> = {
  parentheses: { join: (inner) => `lr((${inner}))` },
  floor: { join: (inner) => `floor(${inner})` },
  ceiling: { join: (inner) => `ceil(${inner})` },
  bars: { join: (inner) => `abs(${inner})` },
};

const FUNCTIONS: Record<FunctionName, string> = {
  max: "max",
  min: "min",
  exp: "exp",
  log: "ln",
  ReLU: 'op("ReLU")',
  softmax: 'op("softmax")',
  mean: 'op("mean")',
  rot180: 'op("rot180")',
};

const RELATIONS: Record<RelationSign, string> = {
  "=": "=",
  "≈": "approx",
  "≠": "!=",
  "<": "<",
  "≤": "<=",
  ">": ">",
  "≥": ">=",
  "→": "->",
  "∈": "in",
};

const PRODUCT_SIGNS: Record<ProductSign, string> = {
  dot: " dot.op ",
  times: " times ",
  star: " star.op ",
  none: " ",
};

function typstNumber(value: number): string {
  return groupDigits(formatNumber(value), " thin ")
    .replace("∞", "infinity")
    .replace("NaN", 'upright("NaN")')
    .replace(
      /e([+-]?)0*(\d+)$/,
      (_, sign: string, digits: string) => ` times 10^(${sign === "-" ? "-" : ""}${digits})`,
    );
}

/** A derivative in one colour throughout, so `inner` writes none of its own. */
function typstPartial({ of, by }: Expression & { kind: "partial" }, inner: Writer): string {
  return `frac(partial ${inner(of)}, partial ${inner(by)})`;
}

type Quote = (text: string) => string;

/** One attachment for the label of a name and for its indices, since a second would stand beside the first. */
function typstSymbol(
  { name, subscript = [] }: Expression & { kind: "symbol" },
  typst: Writer,
  quote: Quote,
): string {
  const [, base = name, label] = /^(\\?\p{L}+'?)_(\w+)$/u.exec(name) ?? [];
  const below = [
    ...(label === undefined ? [] : [`upright(${quote(label)})`]),
    ...(subscript.length > 0 ? [subscript.map(typst).join(" comma ")] : []),
  ];
  const letter = typstName(base, quote);
  return below.length > 0 ? `attach(${letter}, b: ${below.join(" comma ")})` : letter;
}

const LETTERS: Readonly<Record<string, string>> = {
  "\\mu": "mu",
  "\\sigma": "sigma",
  "\\gamma": "gamma",
  "\\beta": "beta",
  "\\alpha": "alpha",
  "\\lambda": "lambda",
  "\\eta": "eta",
  "\\varepsilon": "epsilon",
  "\\ell": "ell",
  "\\hat{X}": "hat(X)",
};

function typstName(name: string, quote: Quote): string {
  const [, primed] = /^([A-Za-z])'$/.exec(name) ?? [];
  if (primed) return `${primed} prime`;
  if (/^[A-Za-z]$/.test(name)) return name;
  return LETTERS[name] ?? `upright(${quote(name.replace(/^\\/, ""))})`;
}

function typstSum(terms: readonly Expression[], typst: Writer): string {
  return terms
    .map((term, index) => {
      if (index === 0) return typst(term);
      return isNegative(term) ? ` - ${subtracted(term, typst)}` : ` + ${typst(guarded(term))}`;
    })
    .join("");
}

/** What stands after a minus: a sum in parentheses. */
function subtracted(term: Expression, typst: Writer): string {
  return fenced(negated(term), { kind: "negative", of: term }, typst);
}

function typstProduct(
  part: Expression & { kind: "product" },
  typst: Writer,
  { keepsProducts }: TypstOptions,
): string {
  return part.factors
    .map((factor, index) =>
      isNegative(factor) && (index > 0 || part.sign === "none")
        ? typst({ kind: "fence", fence: "parentheses", of: factor })
        : fenced(factor, part, typst),
    )
    .join(keepsProducts && part.sign === "dot" ? " by " : PRODUCT_SIGNS[part.sign]);
}

function fenced(part: Expression, parent: Expression, typst: Writer): string {
  return bindsLooser(part, parent) ? `lr((${typst(part)}))` : typst(part);
}

function coloured(typst: string, role: Role | undefined, options: TypstOptions): string {
  return role && options.colour ? `${role}(${typst})` : typst;
}
