import type { CardRef, QuizCard } from "@/lib/progress/cards";

/** A card as lists name it: plain data that a page carries. */
export interface CatalogueCard extends CardRef {
  readonly title: string;
  /** The type of exercise that can stand for it, with the version that is made now. */
  readonly exercise?: { readonly id: string; readonly version: number };
}

/** The deck by topic, in the order of learning. */
export type CardCatalogue = readonly CatalogueCard[];

const [FIRST_WORKED, LAST_WORKED] = [76, 83];

/** Whether a card is a worked problem, which is always asked with numbers. */
export function isWorkedProblem(number: number): boolean {
  return number >= FIRST_WORKED && number <= LAST_WORKED;
}

/** What a quiz draws from. @param levelOf the level that fits the reader, by the type of exercise */
export function quizCards(
  catalogue: CardCatalogue,
  levelOf: (exercise: string) => number,
): readonly QuizCard[] {
  return catalogue.map(({ number, topic, exercise }) => ({
    number,
    topic,
    alwaysComputed: isWorkedProblem(number),
    ...(exercise && {
      problem: { exercise: exercise.id, version: exercise.version, level: levelOf(exercise.id) },
    }),
  }));
}
