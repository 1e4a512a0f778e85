"use client";

import { VALUE_WORDS } from "@/content/chain";
import { Feedback } from "../../practice/Feedback";
import own from "./Values.module.css";
import type { ChainResult } from "./engine/types";

export interface FirstWrongProps {
  readonly result: ChainResult;
  /** Whether what stands in the fields is what was checked. */
  readonly isChecked: boolean;
}

/** The first value that is wrong in itself, and the mistake that gives it. */
export function FirstWrong({ result: { marks, firstWrong, values }, isChecked }: FirstWrongProps) {
  const all = Object.values(marks);
  const mark = firstWrong === null ? undefined : marks[firstWrong];
  const value = values.find(({ key }) => key === firstWrong);
  if (!isChecked || all.length === 0) return <div aria-live="polite" />;
  if (!mark || !value) {
    const isRight = all.every(({ verdict }) => verdict === "correct");
    return (
      <div aria-live="polite">
        {isRight ? <p className={own.allRight}>{VALUE_WORDS.allRight}</p> : null}
      </div>
    );
  }
  const { slip, outcome, says, cells } = mark;
  const of = value.of === "loss" ? "the loss" : `${value.spoken} of ${value.of}`;
  return (
    <div aria-live="polite" className={own.firstWrong}>
      <h3>{VALUE_WORDS.first(of)}</h3>
      {slip ? (
        <>
          <h4>{slip.title}</h4>
          <p>{slip.words}</p>
        </>
      ) : outcome ? (
        <Feedback outcome={outcome} kind="grid" hasHints={false} />
      ) : (
        <p>
          No mistake that we know gives this answer. {says} {cells ? `Wrong: ${cells}.` : ""} Its
          working shows every cell.
        </p>
      )}
    </div>
  );
}
