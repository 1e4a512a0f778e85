"use client";

import { type ReactNode, useId, useState } from "react";
import { Choice } from "../components/Choice";
import { type Catalogue, typesFound } from "./catalogue";
import type { QuestionData } from "./data";
import { Field, Levels } from "./fields";
import styles from "./AddQuestion.module.css";
import { counted } from "./words";

export interface AddQuestionProps {
  readonly catalogue: Catalogue;
  /** The type that is looked at. */
  readonly looked: string | null;
  readonly preview: ReactNode;
  readonly onLook: (question: QuestionData | null) => void;
  readonly onAdd: (question: QuestionData) => void;
}

/** Every type, to be searched, looked at and added. */
export function AddQuestion({ catalogue, looked, preview, onLook, onAdd }: AddQuestionProps) {
  const id = useId();
  const [topic, setTopic] = useState("");
  const [search, setSearch] = useState("");
  const [level, setLevel] = useState(2);
  const [said, setSaid] = useState("");
  const found = typesFound(catalogue, topic, search);
  const questionOf = (type: string): QuestionData => ({ type, level, points: 1 });

  return (
    <section className={styles.adding} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        Add a question
      </h3>
      <div className={styles.filters}>
        <Field label="Search" placeholder="pooling, card 78" value={search} onChange={setSearch} />
        <Choice
          title="Topic"
          value={topic}
          choices={[["", "all topics"], ...catalogue.topics]}
          onChange={setTopic}
        />
        <Levels
          label="Level"
          value={String(level)}
          onChange={(next) => {
            setLevel(next);
            if (looked !== null) onLook({ ...questionOf(looked), level: next });
          }}
        />
      </div>
      <p className={styles.found} role="status">
        {found.length === 0
          ? "No type is called so. Search for one word, or in all topics."
          : counted(found.length, "type")}
      </p>
      <ul className={styles.types} tabIndex={-1}>
        {found.map(({ id: type, title, cards }) => (
          <li key={type} className={styles.type} data-looked={looked === type || undefined}>
            <button
              type="button"
              className={styles.look}
              aria-pressed={looked === type}
              onClick={() => onLook(looked === type ? null : questionOf(type))}
            >
              {title}
              {cards.length > 0 ? (
                <span className={styles.card}> card {cards.join(", ")}</span>
              ) : null}
            </button>
            <button
              type="button"
              className={styles.add}
              aria-label={`Add ${title}`}
              onClick={() => {
                onAdd(questionOf(type));
                setSaid(`Added: ${title}.`);
              }}
            >
              Add
            </button>
            {looked === type && preview ? <div className={styles.preview}>{preview}</div> : null}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
