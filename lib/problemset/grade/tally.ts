import { remedyFor } from "@/content/remedies";
import type { MistakeId } from "@/lib/mistakes";
import { type Variant, difficulty, questionToJson } from "@/lib/exercises";
import type { SetQuestion } from "../document/document";
import type { ClassMistake, QuestionGrade, QuestionMistake, VariantMean } from "./grade";
import type { Mark } from "./mark";
import { correlation, mean } from "./statistics";

/** One answer to a question: its mark, what the problem was, and the points of the student's other questions. */
export interface Sitting {
  readonly mark: Mark;
  readonly variant: Variant;
  readonly before?: Mark;
}

/** What is gathered of a question while the class is marked: numbers, not problems. */
export class QuestionTally {
  readonly mistakes = new Map<MistakeId, number>();
  private readonly counts = { correct: 0, incorrect: 0, blank: 0, unreadable: 0 };
  private readonly scores: number[] = [];
  private readonly hardness: number[] = [];
  private readonly before: number[] = [];
  /** Where in `scores` each problem's are, by its sign. */
  private readonly groups = new Map<string, { readonly seed: string; readonly at: number[] }>();
  private ask = "";
  private op = "";

  constructor(readonly question: SetQuestion) {}

  add({ mark, variant, before }: Sitting): void {
    [this.ask, this.op] = [variant.ask, variant.question.op];
    this.counts[mark.outcome]++;
    for (const id of mark.mistakes) this.mistakes.set(id, (this.mistakes.get(id) ?? 0) + 1);
    if (before && !Number.isNaN(before.score)) this.before.push(before.score);
    if (!Number.isNaN(mark.score)) {
      const sign = variant.seed || JSON.stringify([questionToJson(variant.question), variant.ask]);
      const group = this.groups.get(sign) ?? { seed: variant.seed, at: [] };
      group.at.push(this.scores.length);
      this.groups.set(sign, group);
      this.hardness.push(difficulty(variant));
    }
    this.scores.push(mark.score);
  }

  /** The mistake as this question has it said: "forgot the bias". */
  wordsFor(id: MistakeId): string {
    const { title } = remedyFor(id, this.ask, this.op);
    return /^You [a-z]/.test(title) ? title.slice(4) : `“${title}”`;
  }

  /** `rests` are the points that each student has in the other questions. */
  grade(rests: readonly number[], pointsBefore: number | undefined): QuestionGrade {
    const read = this.scores.flatMap((score, at) => (Number.isNaN(score) ? [] : [at]));
    const scores = read.map((at) => this.scores[at] ?? 0);
    return {
      question: this.question,
      counts: this.counts,
      difficulty: mean(scores),
      discrimination: correlation(
        scores,
        read.map((at) => rests[at] ?? 0),
      ),
      thirds: thirds(scores, this.hardness),
      variants: this.variantMeans(),
      mistakes: byCount(this.mistakes),
      ...(pointsBefore === undefined ? {} : { pointsBefore, difficultyBefore: mean(this.before) }),
    };
  }

  private variantMeans(): VariantMean[] {
    return [...this.groups.values()].flatMap(({ seed, at }) => {
      if (at.length < 2) return [];
      const scores = at.map((index) => this.scores[index] ?? 0);
      return [{ seed, students: at.length, difficulty: mean(scores) }];
    });
  }
}

/** The mistakes of the class: each student counts once, however many questions it was made in. */
export class ClassTally {
  private readonly students = new Map<MistakeId, number>();

  add(marks: readonly Mark[]): void {
    for (const id of new Set(marks.flatMap(({ mistakes }) => mistakes))) {
      this.students.set(id, (this.students.get(id) ?? 0) + 1);
    }
  }

  grade(questions: readonly QuestionTally[], present: number): ClassMistake[] {
    return byCount(this.students).map(({ mistake, students }) => {
      const places = questions.filter(({ mistakes }) => mistakes.has(mistake));
      return {
        mistake,
        words: places[0]?.wordsFor(mistake) ?? mistake,
        students,
        share: students / present,
        questions: places.map(({ question }) => question.number),
      };
    });
  }
}

function byCount(counts: ReadonlyMap<MistakeId, number>): QuestionMistake[] {
  return Array.from(counts, ([mistake, students]) => ({ mistake, students })).toSorted(
    (one, other) => other.students - one.students || (one.mistake < other.mistake ? -1 : 1),
  );
}

/** The mean score of each third of the variants, from the easiest to the hardest by their computed difficulty. */
function thirds(scores: readonly number[], hardness: readonly number[]): number[] {
  if (scores.length < 6 || new Set(hardness).size < 3) return [];
  const order = [...scores.keys()].toSorted(
    (one, other) => (hardness[one] ?? 0) - (hardness[other] ?? 0),
  );
  const cuts = [0, 1, 2, 3].map((part) => Math.round((part * order.length) / 3));
  return [0, 1, 2].map((part) =>
    mean(order.slice(cuts[part], cuts[part + 1]).map((at) => scores[at] ?? 0)),
  );
}
