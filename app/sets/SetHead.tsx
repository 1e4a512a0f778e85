"use client";

import { Choice } from "../components/Choice";
import { type SetData, textOf } from "./data";
import { Field } from "./fields";
import { ConventionFields } from "./ConventionFields";
import fields from "./fields.module.css";
import styles from "./SetHead.module.css";

export interface SetHeadProps {
  readonly set: SetData;
  readonly onChange: (set: SetData) => void;
}

/** What stands at the head of every sheet, and what holds for all questions. */
export function SetHead({ set, onChange }: SetHeadProps) {
  const field = (name: string) => ({
    value: textOf(set[name]),
    onChange: (value: string) => onChange({ ...set, [name]: value }),
  });
  return (
    <div className={styles.head}>
      <Field label="Title" {...field("title")} />
      <Field label="Course" placeholder="CS 7643" {...field("course")} />
      <details className={fields.more}>
        <summary>Instructions, date, conventions, seed</summary>
        <div className={styles.fields}>
          <div className={styles.whole}>
            <Field label="Instructions" rows={3} {...field("instructions")} />
          </div>
          <Field label="Date" placeholder="23 November 2026" {...field("date")} />
          <Choice
            title="Paper"
            value={textOf(set["paper"]) || "a4"}
            choices={[
              ["a4", "A4"],
              ["letter", "Letter"],
            ]}
            onChange={(paper) => onChange({ ...set, paper: paper === "a4" ? undefined : paper })}
          />
          <Field label="Seed" hint="Another seed draws every number anew." {...field("seed")} />
          <Field
            label="Time scale"
            inputMode="decimal"
            placeholder="1"
            hint="1.5 gives half as long again."
            {...field("time_scale")}
          />
          <Field
            label="Difficulty band"
            inputMode="decimal"
            placeholder="0.25"
            hint="0.25 allows a quarter easier or harder than is typical."
            {...field("difficulty_band")}
          />
          <Field
            label="Revision"
            inputMode="numeric"
            placeholder="0"
            hint="A higher one updates an Anki deck."
            {...field("revision")}
          />
          <ConventionFields
            chosen={set["conventions"]}
            usual="as PyTorch"
            onChange={(conventions) => onChange({ ...set, conventions })}
          />
        </div>
      </details>
    </div>
  );
}
