"use client";

import { useId } from "react";
import { ANSWERS_WORDS } from "@/content/grading";
import { FileDrop } from "../FileDrop";
import card from "../HandOut.module.css";
import type { Part } from "./engine/types";
import styles from "./Grading.module.css";
import { bytesOf } from "./MaterialParts";
import type { useAnswers } from "./use-answers";

export interface AnswersProps {
  readonly state: ReturnType<typeof useAnswers>;
  readonly part: Part | undefined;
}

/** The table of answers: typed or pasted, or a file. A long paste is held as a file is, since a field would stall on it. */
export function Answers({ state, part }: AnswersProps) {
  const id = useId();
  const { file, text, type, open } = state;
  return (
    <section className={`${card.part} ${card.files}`} aria-labelledby={id}>
      <h3 id={id}>The answers</h3>
      <p id={`${id}-form`} className={card.soft}>
        {ANSWERS_WORDS.form}
      </p>
      {file ? (
        <p>
          The answers are those of {file.name}.{" "}
          <button type="button" className={card.link} onClick={() => open(null)}>
            Take them away
          </button>
        </p>
      ) : (
        <textarea
          {...state.input}
          className={styles.table}
          aria-labelledby={id}
          aria-describedby={`${id}-form`}
          aria-invalid={part?.problem ? true : undefined}
          rows={7}
          spellCheck={false}
          autoComplete="off"
          placeholder={ANSWERS_WORDS.example}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
      <FileDrop
        label={file ? "Open another table of answers" : "Or open the table’s file"}
        accept=".csv,.tsv,.txt,text/csv"
        onFile={(chosen) => void bytesOf(chosen).then(open)}
      />
      {part?.says ? <p className={card.soft}>{part.says}</p> : null}
      {part?.problem ? (
        <p className={card.problem} role="alert">
          {part.problem}
        </p>
      ) : null}
    </section>
  );
}
