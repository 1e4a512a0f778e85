import { READY_SETS } from "@/content/ready-sets";

/** The data of a set's file, or of a part of it: what was typed stands there as it was typed, right or wrong. */
export type Entry = Readonly<Record<string, unknown>>;

export interface QuestionData extends Entry {
  readonly type: string;
}

/** The data of a set's file. The library says what does not fit in it. */
export interface SetData extends Entry {
  readonly questions: readonly QuestionData[];
}

/** A set without questions. */
export const BLANK: SetData = { title: "Problem set", seed: "1", variants: 30, questions: [] };

/** A field as it is typed. @example textOf(1.5) // "1.5" */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("\n\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The set with one of its questions changed. */
export function withQuestion(set: SetData, at: number, question: QuestionData): SetData {
  return { ...set, questions: set.questions.with(at, question) };
}

/** The set with a question moved. @example moved({ questions: [a, b, c] }, 0, 2).questions // [b, c, a] */
export function moved(set: SetData, from: number, to: number): SetData {
  const [question] = set.questions.slice(from, from + 1);
  return question
    ? { ...set, questions: set.questions.toSpliced(from, 1).toSpliced(to, 0, question) }
    : set;
}

/** Fields that hold numbers, which are typed as text. */
const NUMBERS = new Set([
  "level",
  "points",
  "count",
  "minutes",
  "variants",
  "time_scale",
  "difficulty_band",
  "revision",
]);

/** The data as its file says them: numbers are numbers, fields that were left empty are left out, the questions are last. */
export function fileOf(set: SetData): SetData {
  const { questions, ...head } = set;
  return { ...written(head), questions: questions.map(questionFile) };
}

/** A question as its file says it. */
function questionFile(question: QuestionData): QuestionData {
  return { ...written(question), type: question.type };
}

function written(entry: Entry): Entry {
  return Object.fromEntries(
    Object.entries(entry)
      .map(([name, value]) => [name, NUMBERS.has(name) ? numberIn(value) : filled(value)] as const)
      .filter(([, value]) => value !== undefined && value !== "" && !isEmptyObject(value)),
  );
}

/** A list without what was left empty in it. */
function filled(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((one) => !isEmptyObject(one)) : value;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** A number as it was meant, with a point or a comma; any other text as it is. @example numberIn("1,5") // 1.5 */
function numberIn(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim().replace(",", ".").replace("−", "-");
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : value.trim();
}

/** Data from outside that are laid out as a set's are; undefined for anything else. */
export function setDataIn(value: unknown): SetData | undefined {
  if (!isEntry(value)) return undefined;
  const { questions } = value;
  if (!Array.isArray(questions)) return undefined;
  const read: unknown[] = questions;
  return read.every(isQuestion) ? { ...value, questions: read } : undefined;
}

function isQuestion(value: unknown): value is QuestionData {
  return isEntry(value) && typeof value["type"] === "string";
}

/** What a value holds by name; nothing where it is no such value. */
export function entryOf(value: unknown): Entry {
  return isEntry(value) ? value : {};
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The set of a ready-made one's name. */
export function readySet(slug: string): SetData | undefined {
  return READY_SETS.find((one) => one.slug === slug)?.set;
}

/** A name for the set's files. @example fileName({ title: "Quiz 3, cards 76–83", .. }) // "quiz-3-cards-76-83" */
export function fileName(set: SetData): string {
  const words = textOf(set["title"])
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-").slice(0, 60) ?? "set";
}
