"use client";

import { HAND_WORDS } from "@/content/by-hand";
import { type QuestionData, textOf } from "../data";
import type { HandRead } from "../engine/types";
import { Field } from "../fields";
import { layerForm } from "./form";
import styles from "./Hand.module.css";
import { LayerFields } from "./LayerFields";

export interface OwnNumbersProps {
  readonly question: QuestionData;
  /** Null until it is read. */
  readonly read: HandRead | null;
  readonly onChange: (question: QuestionData) => void;
}

/** The numbers of a question by hand: the fields of its layer, or all of it as its file writes it. */
export function OwnNumbers({ question, read, onChange }: OwnNumbersProps) {
  const { question: own } = question;
  const form = typeof own === "string" ? undefined : layerForm(own);
  const text = typeof own === "string" ? own : (read?.text ?? "");
  return (
    <section className={styles.hand} aria-label="Numbers by hand">
      <p className={styles.soft}>
        {form ? HAND_WORDS.layer : HAND_WORDS.text} {HAND_WORDS.back}
      </p>
      {form ? (
        <LayerFields
          form={form}
          own={own}
          read={read}
          asksGradient={textOf(question["ask"]).startsWith("grads")}
          onChange={(next) => onChange({ ...question, question: next })}
        />
      ) : (
        <div className={styles.source}>
          <Field
            label="The question"
            rows={Math.min(14, text.split("\n").length + 1)}
            value={text}
            onChange={(next) => onChange({ ...question, question: next })}
          />
        </div>
      )}
      <Field
        label="What is asked"
        placeholder="what the type asks"
        hint={HAND_WORDS.ask}
        value={textOf(question["ask"])}
        onChange={(ask) => onChange({ ...question, ask })}
      />
    </section>
  );
}
