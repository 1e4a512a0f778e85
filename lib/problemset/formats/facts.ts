import type { Item, SetDocument, Sheet } from "../document/document";

/** @example counted(1, "point") // "1 point" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** @example pointsText({ points: 2, isVoid: false }) // "2 points" */
export function pointsText({ points, isVoid }: Pick<Item, "points" | "isVoid">): string {
  return isVoid ? "void" : counted(points, "point");
}

/** "10 questions, 24 points, about 35 minutes"; the minutes are the student's own. */
export function factsOf({ items, points, minutes }: Sheet): string {
  return [
    counted(items.length, "question"),
    counted(points, "point"),
    `about ${counted(Math.max(1, Math.round(minutes)), "minute")}`,
  ].join(", ");
}

/** Those that the set names, with something between them. @example joined([course, title], " · ") // "CS 7643 · Quiz" */
export function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** @example aboutText({ course: "CS 7643", date: "" }) // "CS 7643" */
export function aboutText({ course, date }: Pick<SetDocument, "course" | "date">): string {
  return joined([course, date], ", ");
}

/** Plain text with the signs of print. @example typeset("-1 x 2") // "−1 × 2" */
export function typeset(plain: string): string {
  return plain.replaceAll("-", "−").replaceAll(" x ", " × ");
}

/** What else is counted right, or nothing. @example alsoText(item) // "Also right: 3; 4" */
export function alsoText({ accepted }: Pick<Item, "accepted">): string {
  const others = accepted.map(({ keyText }) => typeset(keyText));
  return others.length > 0 ? `Also right: ${others.join("; ")}` : "";
}

/** A longer name would push the code off the line. */
const LONGEST_NAME = 48;

/** A name that leaves room for the code beside it. @example shortened("Ada") // "Ada" */
export function shortened(text: string): string {
  const characters = Array.from(text.normalize("NFC"));
  return characters.length <= LONGEST_NAME
    ? text
    : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}
