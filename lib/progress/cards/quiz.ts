import { chanceOf } from "./chance";
import type { CardRef } from "./queue";
import { type CardStates, retrievability } from "./schedule";
import type { Quiz, QuizAnswer, QuizKind, QuizQuestion } from "./study";

/** How many questions a quiz has. */
export const QUIZ_SIZES: Readonly<Record<QuizKind, number>> = { mock: 20, standing: 5 };

/** How many minutes a timed mock quiz lasts: a minute and a half a question. */
export const QUIZ_MINUTES = 30;

/** The least that a card weighs, so that well known ones come up now and then. */
const LEAST = 0.05;

/** A card that a quiz can ask, with the problem that it can be worked out as. */
export interface QuizCard extends CardRef {
  readonly problem?: NonNullable<QuizQuestion["problem"]>;
  /** Whether it is always worked out. */
  readonly alwaysComputed: boolean;
}

/** What a quiz is drawn from. */
export interface QuizStart {
  readonly id: string;
  readonly kind: QuizKind;
  readonly startedAt: number;
  readonly minutes?: number;
}

/**
 * A quiz over the deck. Each card weighs what is missing of its retrievability (a card that was never asked weighs
 * most), and twenty are drawn by weight without putting one back: those with the smallest −ln(u)/weight, where u is
 * even between 0 and 1. The five that show where one stands are of different topics as far as there are such.
 *
 * Source: P. Efraimidis, P. Spirakis, "Weighted random sampling with a reservoir", Information Processing
 * Letters 97 (2006), 181–185.
 */
export function drawQuiz(start: QuizStart, deck: readonly QuizCard[], states: CardStates): Quiz {
  const { id, kind, startedAt } = start;
  const keyed = deck.map((card) => {
    const weight = Math.max(LEAST, 1 - retrievability(states.get(card.number), startedAt));
    return { card, key: -Math.log(chanceOf(`${id}/${card.number}`)) / weight };
  });
  const drawn = keyed.toSorted((one, other) => one.key - other.key).map(({ card }) => card);
  const ordered = kind === "standing" ? topicsFirst(drawn) : drawn;
  const questions = ordered
    .slice(0, QUIZ_SIZES[kind])
    .map((card, index) => questionOn(card, `${id}.${index}`));
  return { ...start, questions, answers: [], done: questions.length === 0 };
}

/** The first card of each topic before the second of any. */
function topicsFirst(cards: readonly QuizCard[]): readonly QuizCard[] {
  const seen = new Set<string>();
  const [first, rest]: [QuizCard[], QuizCard[]] = [[], []];
  for (const card of cards) {
    (seen.has(card.topic) ? rest : first).push(card);
    seen.add(card.topic);
  }
  return [...first, ...rest];
}

/** A card that can be worked out is worked out every second time, the worked problems always. */
function questionOn({ number, problem, alwaysComputed }: QuizCard, seed: string): QuizQuestion {
  const isComputed = problem && (alwaysComputed || chanceOf(`${seed}/way`) < 0.5);
  return isComputed
    ? { card: number, way: "computed", seed, problem }
    : { card: number, way: "choice", seed };
}

/** The quiz after one more answer. */
export function answerQuiz(quiz: Quiz, answer: QuizAnswer): Quiz {
  if (quiz.done) return quiz;
  const answers = [...quiz.answers, answer];
  return { ...quiz, answers, done: answers.length >= quiz.questions.length };
}

/** The quiz ended before its last question. */
export function endQuiz(quiz: Quiz): Quiz {
  return { ...quiz, done: true };
}

/** How many milliseconds are left of a timed quiz, at least 0; undefined where nobody looks at the clock. */
export function timeLeft({ minutes, startedAt }: Quiz, now: number): number | undefined {
  return minutes === undefined ? undefined : Math.max(0, startedAt + minutes * 60_000 - now);
}

/** What a quiz showed. */
export interface QuizReport {
  readonly right: number;
  readonly asked: number;
  /** The topics that were asked, the weakest first. */
  readonly topics: readonly {
    readonly topic: string;
    readonly right: number;
    readonly asked: number;
  }[];
  /** The cards that were not answered right, in the order of the questions. */
  readonly toLearn: readonly number[];
}

/** What a quiz showed, question by question; what was not reached counts as not known. */
export function reportOf({ questions, answers }: Quiz, deck: readonly CardRef[]): QuizReport {
  const rows = questions.map(({ card }, index) => ({
    card,
    topic: deck.find(({ number }) => number === card)?.topic ?? "",
    right: answers[index]?.right === true,
  }));
  const topics = [...new Set(rows.map(({ topic }) => topic))].map((topic) => {
    const own = rows.filter((row) => row.topic === topic);
    return { topic, right: own.filter(({ right }) => right).length, asked: own.length };
  });
  return {
    right: rows.filter(({ right }) => right).length,
    asked: rows.length,
    topics: topics.toSorted((one, other) => one.right / one.asked - other.right / other.asked),
    toLearn: rows.filter(({ right }) => !right).map(({ card }) => card),
  };
}

/** The deck with the topics first of which a quiz had the most wrong; the order of learning within each. */
export function weakestFirst<Card extends CardRef>(
  deck: readonly Card[],
  { topics }: QuizReport,
): readonly Card[] {
  const wrong = new Map(topics.map(({ topic, right, asked }) => [topic, asked - right]));
  const wrongOf = ({ topic }: Card) => wrong.get(topic) ?? 0;
  return deck.toSorted((one, other) => wrongOf(other) - wrongOf(one));
}
