"use client";

import Link from "next/link";
import { useState } from "react";
import { EXAM_WORDS } from "@/content/cards-pages";
import type { Exam } from "@/lib/progress";
import type { Plan, PlanPart } from "@/lib/progress/cards";
import { setSettings } from "../desk/record";
import styles from "./Exam.module.css";

const SHOWN = 14;

export interface PlanTableProps {
  readonly plan: Plan;
  readonly exam: Exam;
  readonly titleOf: (card: number) => string;
}

/** The plan, a row a day or an hour; days can be kept free. */
export function PlanTable({ plan, exam, titleOf }: PlanTableProps) {
  const [showsAll, showAll] = useState(false);
  const parts = showsAll ? plan.parts : plan.parts.slice(0, SHOWN);
  const isDays = plan.unit === "day";
  return (
    <>
      <p className={styles.words}>
        {EXAM_WORDS.adjusts} {isDays ? EXAM_WORDS.free : null}
      </p>
      <div className={styles.box}>
        <table className={styles.plan}>
          <caption className="visually-hidden">The plan up to the exam</caption>
          <thead>
            <tr>
              <th scope="col">{isDays ? "Day" : "Hour"}</th>
              <th scope="col">Learn</th>
              <th scope="col">Review</th>
              <th scope="col">About</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <Row key={part.start} part={part} exam={exam} isDay={isDays} titleOf={titleOf} />
            ))}
            {parts.length === plan.parts.length ? (
              <tr>
                <th scope="row">{isDays ? dayWords(exam.at) : hourWords(exam.at)}</th>
                <td className={styles.exam}>
                  {isDays ? `the exam, at ${hourWords(exam.at)}` : "the exam"}
                </td>
                <td />
                <td />
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      {plan.parts.length > parts.length ? (
        <button type="button" className={styles.quiet} onClick={() => showAll(true)}>
          The other {plan.parts.length - parts.length} days
        </button>
      ) : null}
      <p className={styles.note}>{EXAM_WORDS.estimate}</p>
    </>
  );
}

interface RowProps extends Pick<PlanTableProps, "exam" | "titleOf"> {
  readonly part: PlanPart;
  readonly isDay: boolean;
}

function Row({ part, exam, isDay, titleOf }: RowProps) {
  const { off, learn, review, quiz, minutes } = part;
  const name = isDay ? dayWords(part.start) : hourWords(part.start);
  return (
    <tr data-off={off || undefined}>
      <th scope="row">
        {isDay ? (
          <label className={styles.day}>
            <input type="checkbox" checked={!off} onChange={() => void toggle(part.day, exam)} />
            {name}
          </label>
        ) : (
          name
        )}
      </th>
      <td>{off ? "free" : learn.length === 0 ? "–" : <Learn cards={learn} titleOf={titleOf} />}</td>
      <td>
        {off ? "" : cards(review)}
        {quiz ? (
          <Link prefetch={false} href="/cards/quiz" className={styles.mock}>
            mock quiz
          </Link>
        ) : null}
      </td>
      <td>{off ? "" : `${minutes} min`}</td>
    </tr>
  );
}

function Learn({
  cards: numbers,
  titleOf,
}: { readonly cards: readonly number[] } & Pick<RowProps, "titleOf">) {
  return (
    <details className={styles.learn}>
      <summary>{numbers.length === 1 ? "1 new card" : `${numbers.length} new cards`}</summary>
      <ul>
        {numbers.map((number) => (
          <li key={number}>
            <Link prefetch={false} href={`/cards/${number}`}>
              {number} · {titleOf(number)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function toggle(day: string, { at, daysOff }: Exam): Promise<void> {
  const next = daysOff.includes(day) ? daysOff.filter((one) => one !== day) : [...daysOff, day];
  return setSettings((settings) => ({ ...settings, exam: { at, daysOff: next } }));
}

function cards(count: number): string {
  if (count === 0) return "–";
  return count === 1 ? "1 card" : `${count} cards`;
}

function dayWords(at: number): string {
  return new Date(at).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
  });
}

function hourWords(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
