import { DEFAULT_CONVENTIONS } from "@/lib/question";
import type * as z from "zod";
import { type Complaint, SetError } from "../errors";
import { type Placed, placed } from "./places";
import { questionSpec } from "./read-question";
import { MOST_QUESTIONS, type SetFile, setSchema } from "./schema";
import type { QuestionSpec, SetSpec } from "./spec";

/**
 * A set from the text of its file, YAML or JSON.
 *
 * @throws SetError with a sentence for everything that does not fit, and its line
 * @example readSpec("title: Quiz\nseed: 1\nquestions:\n  - {type: conv-forward, level: 2}").questions[0]?.points // 1
 */
export function readSpec(text: string): SetSpec {
  return specOf(...parsed(text));
}

/**
 * The data of a set's file as it writes them, once all of it fits.
 *
 * @throws SetError as `readSpec`
 * @example readSetFile("{title: Quiz, seed: 1, questions: [{type: macs, level: 2}]}").title // "Quiz"
 */
export function readSetFile(text: string): SetFile {
  const [file, source] = parsed(text);
  specOf(file, source);
  return file;
}

function parsed(text: string): readonly [SetFile, Placed] {
  const source = placed(text);
  const result = setSchema.safeParse(source.value, { reportInput: true });
  if (!result.success) throw new SetError(result.error.issues.map((one) => complaint(one, source)));
  return [result.data, source];
}

function specOf(file: SetFile, source: Placed): SetSpec {
  const { title, course = "", date = "", seed, paper = "a4", variants, revision = 0 } = file;
  const { time_scale: timeScale = 1, difficulty_band: difficultyBand = DEFAULT_BAND } = file;
  return {
    title,
    course,
    date,
    instructions: [file.instructions ?? []].flat(),
    seed,
    ...(variants === undefined ? {} : { variants }),
    paper,
    revision,
    timeScale,
    difficultyBand,
    questions: questionsOf(file, source),
  };
}

/** A problem may be a quarter harder than is typical of its type and level, or a quarter easier. */
const DEFAULT_BAND = 0.25;

/** Every question is read before the first complaint is told. */
function questionsOf(file: SetFile, source: Placed): QuestionSpec[] {
  const complaints: Complaint[] = [];
  const conventions = { ...DEFAULT_CONVENTIONS, ...file.conventions };
  const questions = file.questions.flatMap((question, index) => {
    const lineOf = (name?: string) =>
      source.lineOf(["questions", index, ...(name === undefined ? [] : [name])]);
    const read = questionSpec(question, conventions, lineOf);
    if ("message" in read) {
      complaints.push({ ...read, message: `questions[${index}]${read.message}` });
      return [];
    }
    return [read];
  });
  const asked = questions.reduce((sum, { count }) => sum + count, 0);
  if (asked > MOST_QUESTIONS) {
    const message = `The questions' counts add up to ${asked}; ${MOST_QUESTIONS} are the most.`;
    complaints.push({ line: source.lineOf(["questions"]), message });
  }
  if (complaints.length > 0) throw new SetError(complaints);
  return questions;
}

function complaint(issue: z.core.$ZodIssue, { lineOf }: Placed): Complaint {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const where = issue.path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  const said = `${where || "The set"} ${issue.message}`;
  return {
    line: lineOf([...issue.path, ...unknown]),
    message: /[.?]$/.test(said) ? said : `${said}.`,
  };
}
