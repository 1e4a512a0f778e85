/**
 * Whether a text says by hand what some arithmetic comes to. A name that is given its value, such as
 * r = 1, is no result.
 *
 * @example isTypedResult("$3 \\cdot 2 = 6$") // true
 * @example isTypedResult("$3 \\cdot 2 = {{y@0,0}}$") // false
 */
export function isTypedResult(text: string): boolean {
  const plain = text.replace(/\\textcolor\{\w+\}/g, "").replace(/\{\{.*?\}\}/g, "#");
  return plain.split(/[$]|\\qquad|(?<=[.:;])\s/).some(hasTypedResult);
}

function hasTypedResult(line: string): boolean {
  const sides = line.split("=");
  return sides.some(
    (side, index) => index > 0 && isNumber(side) && sides.slice(0, index).some(isWorked),
  );
}

function isNumber(side: string): boolean {
  return /^[\s{(]*-?\d/.test(side);
}

/** Something that is worked out: a sign between two things, or a sum in words. */
function isWorked(side: string): boolean {
  return /\\cdot|\\frac|[^\s,{(_^] [-+] |\bminus\b|\bplus\b|\btimes\b|#/.test(side);
}
