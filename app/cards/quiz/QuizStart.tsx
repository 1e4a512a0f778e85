"use client";

import { type FormEvent, useState } from "react";
import { QUIZ_WORDS } from "@/content/cards-pages";
import { QUIZ_MINUTES, QUIZ_SIZES } from "@/lib/progress/cards";
import { useArrival } from "../../components/focus-head";
import { PageHead } from "../../components/PageHead";
import start from "../../progress/SessionStart.module.css";
import { ToCards } from "../desk/ToCards";

const TIMES = [
  { minutes: QUIZ_MINUTES, label: "Against the clock", words: `${QUIZ_MINUTES} minutes in all` },
  { minutes: undefined, label: "Without a clock", words: "as long as you need" },
] as const;

export interface QuizStartProps {
  readonly isArrival: boolean;
  readonly onBegin: (minutes: number | undefined) => void;
}

/** Before a mock quiz: with a clock or without. */
export function QuizStart({ isArrival, onBegin }: QuizStartProps) {
  useArrival(isArrival);
  const [chosen, choose] = useState<number | undefined>(QUIZ_MINUTES);
  function submit(event: FormEvent) {
    event.preventDefault();
    onBegin(chosen);
  }
  return (
    <>
      <PageHead over={<ToCards />} title={QUIZ_WORDS.mock.title}>
        {QUIZ_WORDS.mock.lead}
      </PageHead>
      <form className={start.form} onSubmit={submit}>
        <fieldset className={start.sizes}>
          <legend className={start.legend}>{QUIZ_SIZES.mock} questions</legend>
          {TIMES.map(({ minutes, label, words }) => (
            <label key={label} className={start.size}>
              <input
                type="radio"
                name="time"
                checked={chosen === minutes}
                onChange={() => choose(minutes)}
              />
              <span className={start.count}>{label}</span>
              <span className={start.minutes}>{words}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className={start.begin}>
          Begin
        </button>
      </form>
    </>
  );
}
