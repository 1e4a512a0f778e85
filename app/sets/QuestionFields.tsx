"use client";

import { Suspense, lazy } from "react";
import { VERSION_WORDS } from "@/content/sets";
import { ConventionFields } from "./ConventionFields";
import { type QuestionData, textOf } from "./data";
import type { Outline } from "./engine/types";
import { Field, Levels, Tick } from "./fields";
import fields from "./fields.module.css";
import { NumbersChoice } from "./NumbersChoice";
import styles from "./Questions.module.css";

const OwnNumbers = lazy(() =>
  import("./hand/OwnNumbers").then(({ OwnNumbers: shown }) => ({ default: shown })),
);
const Accept = lazy(() =>
  import("./hand/Accept").then(({ Accept: shown }) => ({ default: shown })),
);

export interface QuestionFieldsProps {
  readonly question: QuestionData;
  /** What was last worked out of it, or of what was looked at before. */
  readonly outline: Outline | null;
  readonly onChange: (question: QuestionData) => void;
}

/** Everything that is chosen of a question. */
export function QuestionFields({ question, outline, onChange }: QuestionFieldsProps) {
  const put = (name: string, value: unknown) => onChange({ ...question, [name]: value });
  const field = (name: string) => ({
    value: textOf(question[name]),
    onChange: (value: string) => put(name, value),
  });
  return (
    <div className={styles.fields}>
      <Levels
        label="Level"
        value={textOf(question["level"])}
        onChange={(level) => put("level", level)}
      />
      <Field label="Points" inputMode="decimal" placeholder="1" {...field("points")} />
      <Field label="How many" inputMode="numeric" placeholder="1" {...field("count")} />
      <NumbersChoice question={question} sample={outline?.sample ?? null} onChange={onChange} />
      {question["question"] === undefined ? null : (
        <Suspense fallback={null}>
          <OwnNumbers question={question} read={outline?.hand ?? null} onChange={onChange} />
        </Suspense>
      )}
      <details className={fields.more}>
        <summary>Wording, conventions, time</summary>
        <div className={styles.moreFields}>
          <Field label="Title" placeholder="the type’s own" {...field("title")} />
          <Field
            label="Minutes for one"
            inputMode="decimal"
            placeholder="as the model says"
            {...field("minutes")}
          />
          <div className={styles.whole}>
            <Field
              label="Wording"
              rows={3}
              placeholder="the type’s own"
              hint="{statement} stands for the type’s own words, with their numbers."
              {...field("wording")}
            />
          </div>
          <ConventionFields
            chosen={question["conventions"]}
            usual="as the set"
            onChange={(conventions) => put("conventions", conventions)}
          />
          <Field
            label="Pinned seed"
            placeholder="none"
            hint="Everybody gets the one problem of this seed."
            {...field("pinned")}
          />
          <Suspense fallback={null}>
            <Accept
              accepted={question["accept"]}
              onChange={(accepted) => put("accept", accepted)}
            />
          </Suspense>
          <div className={styles.whole}>
            <Tick
              label="May repeat"
              hint="Two students may have the same problem."
              isOn={question["distinct"] === false}
              onChange={(isOn) => put("distinct", isOn ? false : undefined)}
            />
            <Tick
              label="Void"
              hint="It stands on the sheet, struck from the points."
              isOn={question["void"] === true}
              onChange={(isOn) => put("void", isOn ? true : undefined)}
            />
            {question["version"] === undefined ? null : (
              <p className={styles.soft}>{VERSION_WORDS(textOf(question["version"]))}</p>
            )}
          </div>
        </div>
      </details>
    </div>
  );
}
