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

export interface TexOptions {
  /** Wrap numbers and names in \textcolor{role}; the page's style sheet gives each role its colour. */
  readonly colour?: boolean;
}

/**
 * LaTeX of a line, accepted by KaTeX in strict mode.
 *
 * @example toTex(dot(6, -1)) // "6 \\cdot (-1)"
 */
export function toTex(line: Expression, options: TexOptions = {}): string {
  return options.colour ? inColour(line) : inBlack(line);
}

function inBlack(part: Expression): string {
  return write(part, inBlack, false);
}

function inColour(part: Expression): string {
  return write(part, inColour, true);
}

type Writer = (part: Expression) => string;

function write(part: Expression, tex: Writer, colour: boolean): string {
  switch (part.kind) {
    case "number":
      return coloured(texNumber(part.value), part.role, colour);
    case "symbol":
      return coloured(texName(part.name) + subscript(part.subscript, tex), part.role, colour);
    case "partial":
      return coloured(texPartial(part, part.role ? inBlack : tex), part.role, colour);
    case "words":
      return `\\text{${escapeText(part.text)}}`;
    case "sum":
      return texSum(part.terms, tex);
    case "difference":
      return `${tex(part.left)} - ${fenced(part.right, part, tex)}`;
    case "product":
      return texProduct(part, tex);
    case "fraction":
      return `\\frac{${tex(part.over)}}{${tex(part.under)}}`;
    case "power":
      return `${fenced(part.base, part, tex)}^{${tex(part.exponent)}}`;
    case "root":
      return `\\sqrt{${tex(part.of)}}`;
    case "fence":
      if (part.fence === "parentheses" && part.of.kind === "number") {
        return coloured(`(${texNumber(part.of.value)})`, part.of.role, colour);
      }
      return `\\left${FENCES[part.fence][0]}${tex(part.of)}\\right${FENCES[part.fence][1]}`;
    case "call":
      return `${FUNCTIONS[part.name]}(${part.args.map(tex).join(",\\, ")})`;
    case "total":
      return `\\sum_{${part.indices.join(",")}} ${fenced(part.of, part, tex)}`;
    case "relation":
      return part.sides.map(tex).join(` ${RELATIONS[part.sign]} `);
    case "shape":
      return coloured(part.sizes.map(tex).join(" \\times "), part.role, colour);
    case "matrix":
      return `\\begin{bmatrix}${part.rows.map((row) => row.map(tex).join(" & ")).join(" \\\\ ")}\\end{bmatrix}`;
    case "negative":
      return `-${fenced(part.of, part, tex)}`;
    case "sequence":
      return part.parts.map(tex).join(part.separator === "comma" ? ",\\quad " : "\\ ");
    case "dots":
      return "\\cdots";
    case "blank":
      return "\\boxed{\\phantom{00}}";
  }
}

const FENCES: Record<Fence, readonly [string, string]> = {
  parentheses: ["(", ")"],
  floor: ["\\lfloor ", "\\rfloor "],
  ceiling: ["\\lceil ", "\\rceil "],
  bars: ["|", "|"],
};

const FUNCTIONS: Record<FunctionName, string> = {
  max: "\\max",
  min: "\\min",
  exp: "\\exp",
  log: "\\ln",
  ReLU: "\\operatorname{ReLU}",
  softmax: "\\operatorname{softmax}",
  mean: "\\operatorname{mean}",
  rot180: "\\operatorname{rot180}",
};

const RELATIONS: Record<RelationSign, string> = {
  "=": "=",
  "≈": "\\approx",
  "≠": "\\neq",
  "<": "<",
  "≤": "\\le",
  ">": ">",
  "≥": "\\ge",
  "→": "\\to",
  "∈": "\\in",
};

const PRODUCT_SIGNS: Record<ProductSign, string> = {
  dot: " \\cdot ",
  times: " \\times ",
  star: " \\star ",
  none: " ",
};

function texNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10_000) return formatNumber(value);
  const written = formatNumber(value);
  if (/^-?[\d.]+$/.test(written)) return groupDigits(written, "\\,");
  return written
    .replace("∞", "\\infty")
    .replace("NaN", "\\text{NaN}")
    .replace(
      /e([+-]?)0*(\d+)$/,
      (_, sign: string, digits: string) => ` \\times 10^{${sign === "-" ? "-" : ""}${digits}}`,
    );
}

/** A derivative in one colour throughout, so `inner` writes none of its own. */
function texPartial(part: Expression & { kind: "partial" }, inner: Writer): string {
  return `\\frac{\\partial ${inner(part.of)}}{\\partial ${inner(part.by)}}`;
}

function texName(name: string): string {
  if (name.length === 1 || name.startsWith("\\")) return name;
  const [, base, label] = /^(\\?\p{L}+'?)_(\w+)$/u.exec(name) ?? [];
  if (base && label) return `${texName(base)}_{\\mathrm{${label}}}`;
  const [, letter, rest] = /^(\p{L})(.+)$/u.exec(name) ?? [];
  if (rest === "'") return `${letter}'`;
  return `\\mathrm{${name.replace(/[_#%&$]/g, "\\$&")}}`;
}

function subscript(indices: readonly Expression[] | undefined, tex: Writer): string {
  if (!indices) return "";
  const compound = indices.some(({ kind }) => kind !== "number" && kind !== "symbol");
  return `_{${indices.map(tex).join(compound ? ",\\," : ",")}}`;
}

function texSum(terms: readonly Expression[], tex: Writer): string {
  let line = "";
  for (const term of terms) {
    if (line === "") line = tex(term);
    else line += isNegative(term) ? ` - ${subtracted(term, tex)}` : ` + ${tex(guarded(term))}`;
  }
  return line;
}

/** What stands after a minus: a sum in parentheses. */
function subtracted(term: Expression, tex: Writer): string {
  return fenced(negated(term), { kind: "negative", of: term }, tex);
}

function texProduct(part: Expression & { kind: "product" }, tex: Writer): string {
  let line = "";
  for (const factor of part.factors) {
    const later = line !== "";
    if (later) line += PRODUCT_SIGNS[part.sign];
    line +=
      isNegative(factor) && (later || part.sign === "none")
        ? tex({ kind: "fence", fence: "parentheses", of: factor })
        : fenced(factor, part, tex);
  }
  return line;
}

function fenced(part: Expression, parent: Expression, tex: Writer): string {
  return bindsLooser(part, parent) ? `\\left(${tex(part)}\\right)` : tex(part);
}

function coloured(tex: string, role: Role | undefined, colour: boolean): string {
  return role && colour ? `\\textcolor{${role}}{${tex}}` : tex;
}

/** Characters that LaTeX reads otherwise than they look, or that KaTeX does not know in text. */
const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\^{}",
  "~": "\\~{}",
  "−": "$-$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "≤": "$\\le$",
  "≥": "$\\ge$",
};

function escapeText(text: string): string {
  return text.replace(
    /[\\{}$&#%_^~−×·≤≥]/g,
    (character) => TEXT_ESCAPES[character] ?? `\\${character}`,
  );
}
