"use client";

import { CONVENTION_WORDS } from "@/content/practice";
import { KEPT_FIELDS_WORDS } from "@/content/sets";
import { Choice } from "../components/Choice";
import { CONVENTION_NAMES } from "../practice/conventions";
import { type Entry, type QuestionData, textOf } from "./data";
import { Field, Levels, Tick } from "./fields";
import fields from "./fields.module.css";
import styles from "./Questions.module.css";

export interface QuestionFieldsProps {
  readonly question: QuestionData;
  readonly onChange: (question: QuestionData) => void;
}

/** Everything that is chosen of a question. */
export function QuestionFields({ question, onChange }: QuestionFieldsProps) {
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
      <Choice
        title="Numbers"
        value={question["same_for_all"] === true ? "all" : "own"}
        choices={[
          ["own", "each their own"],
          ["all", "the same for all"],
        ]}
        onChange={(value) => put("same_for_all", value === "all" ? true : undefined)}
      />
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
            <Kept question={question} />
          </div>
        </div>
      </details>
    </div>
  );
}

export interface ConventionFieldsProps {
  /** Those that are chosen, by name. */
  readonly chosen: unknown;
  /** What holds where none is chosen. */
  readonly usual: string;
  readonly onChange: (conventions: Entry) => void;
}

/** What a course means by its words; each is as usual unless it is chosen. */
export function ConventionFields({ chosen, usual, onChange }: ConventionFieldsProps) {
  const entries: Entry = typeof chosen === "object" && chosen !== null ? { ...chosen } : {};
  return CONVENTION_NAMES.map((name) => (
    <Choice
      key={name}
      title={CONVENTION_WORDS[name].title}
      value={textOf(entries[name])}
      choices={[["", usual], ...Object.entries(CONVENTION_WORDS[name].choices)]}
      onChange={(value) => {
        const { [name]: _former, ...others } = entries;
        onChange(value === "" ? others : { ...others, [name]: value });
      }}
    />
  ));
}

const WITHOUT_FIELD = ["accept", "question", "ask", "version"];

/** What the file says of the question beside the fields above. */
function Kept({ question }: Pick<QuestionFieldsProps, "question">) {
  const names = WITHOUT_FIELD.filter((name) => question[name] !== undefined);
  return names.length === 0 ? null : <p className={styles.soft}>{KEPT_FIELDS_WORDS(names)}</p>;
}
