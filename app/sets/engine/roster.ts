import { rosterWords } from "@/content/sets";
import { readRoster } from "@/lib/problemset/roster";

/** What was read of a roster, in words. @throws SetError with what does not fit */
export function rosterSays(bytes: Uint8Array): string {
  const students = readRoster(bytes);
  const large = students.filter(({ isLargePrint }) => isLargePrint).length;
  const slow = students.filter(({ timeFactor }) => timeFactor !== 1).length;
  return rosterWords(students.length, large, slow);
}
