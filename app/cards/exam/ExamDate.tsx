"use client";

import { type FormEvent, useId, useState } from "react";
import { type CardSettings, type Exam, localDay } from "@/lib/progress";
import { dayStart } from "@/lib/progress/cards";
import sheet from "../../components/Sheet.module.css";
import { setSettings } from "../desk/record";
import styles from "./Exam.module.css";

const DAYS_AHEAD = 7;
const MORNING = "09:00";

export interface ExamDateProps {
  readonly exam: Exam | undefined;
  readonly now: number;
}

/** When the exam is. */
export function ExamDate({ exam, now }: ExamDateProps) {
  const id = useId();
  const [day, setDay] = useState(() => localDay(exam?.at ?? dayStart(now, DAYS_AHEAD)));
  const [time, setTime] = useState(() => (exam ? timeOf(exam.at) : MORNING));
  const at = new Date(`${day}T${time}`).getTime();
  const problem = problemOf(at, now);
  const isKept = exam?.at === at;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (problem) return;
    void setSettings((settings) => ({
      ...settings,
      exam: { at, daysOff: settings.exam?.daysOff ?? [] },
    }));
  }

  return (
    <form className={styles.date} onSubmit={submit} aria-label="When is it?">
      <div className={sheet.field}>
        <label htmlFor={`${id}-day`}>Day</label>
        <input
          id={`${id}-day`}
          type="date"
          required
          value={day}
          min={localDay(now)}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <div className={sheet.field}>
        <label htmlFor={`${id}-time`}>Begins at</label>
        <input
          id={`${id}-time`}
          type="time"
          required
          value={time}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <button
        type="submit"
        className={exam ? styles.quiet : styles.primary}
        disabled={problem !== undefined || isKept}
      >
        {exam ? "Move it" : "Make a plan"}
      </button>
      {exam ? (
        <button
          type="button"
          className={styles.forget}
          onClick={() => void setSettings(withoutExam)}
        >
          There is no exam
        </button>
      ) : null}
      <p id={`${id}-problem`} role="status" className={styles.problem}>
        {problem}
      </p>
    </form>
  );
}

function withoutExam({ changedAt, newADay, reviewsADay }: CardSettings): CardSettings {
  return { changedAt, newADay, reviewsADay };
}

function problemOf(at: number, now: number): string | undefined {
  if (Number.isNaN(at)) return "A day and a time are needed, such as 14 December, 09:00.";
  if (at <= now) return "That has passed; an exam lies ahead.";
  return at > dayStart(now, 366)
    ? "That is more than a year away; a plan looks a year ahead."
    : undefined;
}

function timeOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
