/**
 * The values on either side of the equals signs in a line of TeX, for those sides that are plain
 * arithmetic; one list for each equation of the line.
 *
 * @example equations("Y = 2 \\cdot (-1) + 3 = 1") // [[1, 1]]
 */
export function equations(tex: string): number[][] {
  return tex
    .replace(/\\textcolor\{\w+\}/g, "")
    .replace(/\\frac\{(\d+)\}\{(\d+)\}/g, "($1/$2)")
    .replaceAll("\\cdot", "*")
    .replace(/\\,|[{}\s]/g, "")
    .split(/,\\qquad|,\\text|→/)
    .map((equation) => equation.split("=").filter(isArithmetic).map(evaluate));
}

function isArithmetic(side: string): boolean {
  return /^[-\d.()*+/]+$/.test(side) && /\d/.test(side);
}

/** The value of numbers joined by + − · / and parentheses. */
function evaluate(text: string): number {
  const tokens = text.match(/[\d.]+|[-+*/()]/g) ?? [];

  function sum(): number {
    let value = product();
    while (tokens[0] === "+" || tokens[0] === "-") {
      value += tokens.shift() === "+" ? product() : -product();
    }
    return value;
  }
  function product(): number {
    let value = factor();
    while (tokens[0] === "*" || tokens[0] === "/") {
      value = tokens.shift() === "*" ? value * factor() : value / factor();
    }
    return value;
  }
  function factor(): number {
    const token = tokens.shift();
    if (token === "-") return -factor();
    if (token !== "(") return Number(token);
    const value = sum();
    tokens.shift();
    return value;
  }
  return sum();
}
