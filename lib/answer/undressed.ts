/** What people and consoles write before an answer. */
const BEFORE =
  /^\s*(?:>>> ?[\w.()]{1,60}\n|```\w{0,12}\n|(?:Out|In) ?\[\d{1,6}\]\s*:|(?:the )?(?:final )?(?:answer|result|output)s? is\b|(?:it|that)(?:'s| is)\b|[d∂]\p{L}? ?\/ ?[d∂]\p{L}[\w.]{0,12} ?=(?!=)|[\p{L}#∂][\p{L}\p{N}#_./∂ ]{0,24}:(?!,))/iu;

/** Marks around a number or a shape that say nothing of its value. */
const MARKS_BEFORE = /^\s*(?:[~≈=]|\\[([]|\*\*|["'`“”„«]|\${1,2})/;
const MARKS_AFTER = /(?:\.{2,4}|…|[.,;"'`“”»]|\*\*|\\[)\]]|\${1,2})$/;

/** A sentence may end after a list. */
const STOP_AFTER = /(?<=[\])}>])\s{0,4}(?:[.;!]{1,3}|```)$/;

const LONGEST_END = 12;

/** Marks within marks: "**`760`**.". */
const MOST_MARKS = 4;

/**
 * A tensor without the words before it and the full stop after it: "Y: [[1, 2]].". They become spaces, so that places
 * stay.
 *
 * @example undressedTensor("Out[3]: array([1])") // "        array([1])"
 */
export function undressedTensor(plain: string): string {
  return blankedEnd(blanked(plain, BEFORE), STOP_AFTER);
}

/**
 * A number or a shape without the words before it and the marks around it: "Answer: **760**.", "≈ 3.14", "\(760\)".
 * They become spaces, so that places stay.
 *
 * @example undressed("Answer: 760.") // "        760 "
 */
export function undressed(plain: string): string {
  let text = blanked(plain, BEFORE);
  for (let mark = 0; mark < MOST_MARKS; mark++) {
    const inner = blankedEnd(blanked(text, MARKS_BEFORE), MARKS_AFTER);
    if (inner === text || inner.trim() === "") break;
    text = inner;
  }
  return text;
}

/** Only the last characters are looked at, so that a row of thousands of marks costs nothing. */
function blankedEnd(text: string, pattern: RegExp): string {
  const end = text.trimEnd().length;
  const from = Math.max(0, end - LONGEST_END);
  return text.slice(0, from) + blanked(text.slice(from, end), pattern) + text.slice(end);
}

function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (marks) => " ".repeat(marks.length));
}
