import type {
  Expression,
  Fence,
  FunctionName,
  ProductSign,
  RelationSign,
  Role,
} from "./expression";
import { bindsLooser, guarded, isNegative, negated } from "./precedence";
import { formatNumber, groupDigits } from "./numbers";

/** How the maths is to be written. */
export interface MathmlOptions {
  /** Give numbers and names their role as a class: class="input"; the page's style sheet gives each its colour. */
  readonly colour?: boolean;
}

/**
 * A line as a MathML element; what MathML Core knows is enough to show it.
 *
 * @see https://www.w3.org/TR/mathml-core/
 * @example toMathml(dot(2, "x")) // "<math><mn>2</mn><mo>·</mo><mi>x</mi></math>"
 */
export function toMathml(line: Expression, options: MathmlOptions = {}): string {
  return `<math>${toMathmlParts(line, options).join("")}</math>`;
}

/**
 * The content of the element in the parts between which a long line may be broken: before each sign of a relation, and
 * before each later term of a sum that is a side of it.
 *
 * @example toMathmlParts(equation("y", sum(1, 2))) // ["<mi>y</mi>", '<mo form="infix">=</mo><mn>1</mn>', '<mo form="infix">+</mo><mn>2</mn>']
 */
export function toMathmlParts(line: Expression, options: MathmlOptions = {}): string[] {
  const mathml = (part: Expression): string => write(part, mathml, options);
  if (line.kind === "sequence") {
    return line.parts.flatMap((part, index) => {
      const [first = "", ...rest] = toMathmlParts(part, options);
      return [index > 0 ? SEPARATORS[line.separator] + first : first, ...rest];
    });
  }
  if (line.kind === "sum") return termsOf(line.terms, mathml);
  if (line.kind !== "relation") return [mathml(line)];
  return line.sides.flatMap((side, index) => {
    const [first = "", ...rest] =
      side.kind === "sum" ? termsOf(side.terms, mathml) : [mathml(side)];
    return [index > 0 ? sign(line.sign) + first : first, ...rest];
  });
}

type Writer = (part: Expression) => string;

function write(part: Expression, mathml: Writer, options: MathmlOptions): string {
  switch (part.kind) {
    case "number":
      return coloured(mathmlNumber(part.value), part.role, options);
    case "symbol":
      return coloured(mathmlSymbol(part, mathml), part.role, options);
    case "partial":
      return coloured(
        mathmlPartial(part, part.role && options.colour ? plain : mathml),
        part.role,
        options,
      );
    case "words":
      return `<mtext>${escaped(part.text)}</mtext>`;
    case "sum":
      return termsOf(part.terms, mathml).join("");
    case "difference":
      return mathml(part.left) + sign("−") + fenced(part.right, part, mathml);
    case "product":
      return mathmlProduct(part, mathml);
    case "fraction":
      return `<mfrac>${row(mathml(part.over))}${row(mathml(part.under))}</mfrac>`;
    case "power":
      return `<msup>${row(fenced(part.base, part, mathml))}${row(mathml(part.exponent))}</msup>`;
    case "root":
      return `<msqrt>${mathml(part.of)}</msqrt>`;
    case "fence":
      return mathmlFence(part, mathml, options);
    case "call":
      return `<mi>${FUNCTIONS[part.name]}</mi>${inFence("parentheses", part.args.map(mathml).join(COMMA))}`;
    case "total":
      return `<munder><mo>∑</mo>${row(part.indices.map((index) => `<mi>${escaped(index)}</mi>`).join(COMMA))}</munder>${fenced(part.of, part, mathml)}`;
    case "relation":
      return part.sides.map(mathml).join(sign(part.sign));
    case "shape":
      return coloured(row(part.sizes.map(mathml).join(sign("×"))), part.role, options);
    case "matrix":
      return mathmlMatrix(part.rows, mathml);
    case "negative":
      return MINUS + fenced(part.of, part, mathml);
    case "sequence":
      return part.parts.map(mathml).join(SEPARATORS[part.separator]);
    case "dots":
      return "<mo>⋯</mo>";
    case "blank":
      return "<mtext>□</mtext>";
  }
}

const plain: Writer = (part) => write(part, plain, {});

const TIGHT = 'lspace="0" rspace="0"';
const MINUS = '<mo form="prefix">−</mo>';
const COMMA = "<mo>,</mo>";

const SEPARATORS = {
  space: '<mspace width="0.33em"></mspace>',
  comma: `${COMMA}<mspace width="1em"></mspace>`,
} as const;

const FENCES: Record<Fence | "brackets", readonly [string, string]> = {
  brackets: ["[", "]"],
  parentheses: ["(", ")"],
  floor: ["⌊", "⌋"],
  ceiling: ["⌈", "⌉"],
  bars: ["|", "|"],
};

const FUNCTIONS: Record<FunctionName, string> = {
  max: "max",
  min: "min",
  exp: "exp",
  log: "ln",
  ReLU: "ReLU",
  softmax: "softmax",
  mean: "mean",
  rot180: "rot180",
};

const PRODUCT_SIGNS: Record<ProductSign, string> = {
  dot: "<mo>·</mo>",
  times: "<mo>×</mo>",
  star: "<mo>⋆</mo>",
  none: "",
};

/** A sign between two things, also where a line was broken before it. */
function sign(character: RelationSign | "+" | "−" | "×"): string {
  return `<mo form="infix">${escaped(character)}</mo>`;
}

function mathmlNumber(value: number): string {
  const [, minus, digits = "", exponent] =
    /^(-?)([^e]*)(?:e\+?(-?\d+))?$/.exec(formatNumber(value)) ?? [];
  const size = `<mn>${groupDigits(digits, "\u202F")}</mn>`;
  const scaled =
    exponent === undefined
      ? size
      : `${size}<mo>×</mo><msup><mn>10</mn>${row(mathmlNumber(Number(exponent)))}</msup>`;
  return minus ? row(MINUS + scaled) : scaled;
}

/** A derivative in one colour throughout, so `inner` writes none of its own. */
function mathmlPartial({ of, by }: Expression & { kind: "partial" }, inner: Writer): string {
  const part = (line: Expression) => row(`<mo form="prefix">∂</mo>${inner(line)}`);
  return `<mfrac>${part(of)}${part(by)}</mfrac>`;
}

/** One subscript for the label of a name and for its indices. */
function mathmlSymbol(
  { name, subscript = [] }: Expression & { kind: "symbol" },
  mathml: Writer,
): string {
  const [, base = name, label] = /^(\\?\p{L}+'?)_(\w+)$/u.exec(name) ?? [];
  const below = [
    ...(label === undefined ? [] : [`<mi${upright(label)}>${escaped(label)}</mi>`]),
    ...(subscript.length > 0 ? [subscript.map(mathml).join(COMMA)] : []),
  ];
  const letter = mathmlName(base);
  return below.length > 0 ? `<msub>${letter}${row(below.join(COMMA))}</msub>` : letter;
}

const LETTERS: Readonly<Record<string, string>> = {
  "\\mu": "<mi>μ</mi>",
  "\\sigma": "<mi>σ</mi>",
  "\\gamma": "<mi>γ</mi>",
  "\\beta": "<mi>β</mi>",
  "\\alpha": "<mi>α</mi>",
  "\\lambda": "<mi>λ</mi>",
  "\\eta": "<mi>η</mi>",
  "\\varepsilon": "<mi>ε</mi>",
  "\\ell": "<mi>ℓ</mi>",
  "\\hat{X}": '<mover accent="true"><mi>X</mi><mo>^</mo></mover>',
};

function mathmlName(name: string): string {
  const [, primed] = /^(\p{L})'$/u.exec(name) ?? [];
  if (primed) return `<msup><mi>${primed}</mi><mo>′</mo></msup>`;
  return LETTERS[name] ?? `<mi>${escaped(name.replace(/^\\/, ""))}</mi>`;
}

/** A name of one letter is slanted unless it is said otherwise. */
function upright(name: string): string {
  return name.length === 1 ? ' mathvariant="normal"' : "";
}

/** The first term, and each later one with its sign. */
function termsOf(terms: readonly Expression[], mathml: Writer): string[] {
  return terms.map((term, index) => {
    if (index === 0) return mathml(term);
    return isNegative(term)
      ? sign("−") + fenced(negated(term), { kind: "negative", of: term }, mathml)
      : sign("+") + mathml(guarded(term));
  });
}

function mathmlProduct(part: Expression & { kind: "product" }, mathml: Writer): string {
  return part.factors
    .map((factor, index) =>
      isNegative(factor) && (index > 0 || part.sign === "none")
        ? mathml({ kind: "fence", fence: "parentheses", of: factor })
        : fenced(factor, part, mathml),
    )
    .join(PRODUCT_SIGNS[part.sign]);
}

/** The parentheses of a number wear its colour. */
function mathmlFence(
  { fence, of }: Expression & { kind: "fence" },
  mathml: Writer,
  options: MathmlOptions,
): string {
  if (fence !== "parentheses" || of.kind !== "number") return inFence(fence, mathml(of));
  return coloured(inFence(fence, mathmlNumber(of.value)), of.role, options);
}

function mathmlMatrix(rows: readonly (readonly Expression[])[], mathml: Writer): string {
  const cells = rows.map(
    (one) => `<mtr>${one.map((cell) => `<mtd>${mathml(cell)}</mtd>`).join("")}</mtr>`,
  );
  return inFence("brackets", `<mtable>${cells.join("")}</mtable>`);
}

/** Bars open and close alike, so each says which it is; some browsers set fences apart unless they are told. */
function inFence(fence: keyof typeof FENCES, inner: string): string {
  const [open, close] = FENCES[fence];
  return row(
    `<mo form="prefix" stretchy="true" ${TIGHT}>${open}</mo>${inner}<mo form="postfix" stretchy="true" ${TIGHT}>${close}</mo>`,
  );
}

function fenced(part: Expression, parent: Expression, mathml: Writer): string {
  return bindsLooser(part, parent) ? inFence("parentheses", mathml(part)) : mathml(part);
}

/** Several elements as one. */
function row(mathml: string): string {
  return `<mrow>${mathml}</mrow>`;
}

function coloured(mathml: string, role: Role | undefined, options: MathmlOptions): string {
  return role && options.colour ? `<mrow class="${role}">${mathml}</mrow>` : mathml;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
