"use client";

import { useMemo } from "react";
import { examAhead, levelFor, masteries, standingReviews } from "@/lib/progress";
import { type Desk, reportOf, statesOf, weakestFirst } from "@/lib/progress/cards";
import { useProgress } from "../../progress/use-progress";
import { type CardCatalogue, quizCards } from "./catalogue";
import { useNow } from "./use-now";

/**
 * What is known of a reader's cards, now: in the order of learning, or before an exam with the topics first that the five
 * questions showed to be weak.
 */
export function useDesk(catalogue: CardCatalogue) {
  const { ready, attempts, reviews: log, study } = useProgress();
  const ticked = useNow();
  const reviews = useMemo(() => standingReviews(log), [log]);
  const states = useMemo(() => statesOf(log), [log]);
  const known = useMemo(() => masteries(attempts), [attempts]);
  // What has just been recorded lies in the past.
  const now = Math.max(ticked, log.at(-1)?.at ?? 0);
  const { settings, quizzes } = study;
  const exam = examAhead(settings, now);
  const standing = exam && quizzes.standing?.done ? quizzes.standing : undefined;
  const deck = useMemo(
    () => (standing ? weakestFirst(catalogue, reportOf(standing, catalogue)) : catalogue),
    [catalogue, standing],
  );
  const desk: Desk = { deck, reviews, states, settings, now };
  return {
    ready: ready && now > 0,
    ...desk,
    deck,
    desk,
    exam,
    quizzes,
    attempts,
    log,
    quizDeck: () => quizCards(catalogue, (exercise) => levelFor(known.get(exercise))),
    levelOf: (exercise: string) => levelFor(known.get(exercise)),
  };
}
