"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue, useMemo, useState } from "react";
import type { OwnNumbersSpec } from "@/content";
import { CopyButton } from "../components/CopyButton";
import { StepPlayer } from "../components/StepPlayer";
import {
  type FieldName,
  type Fields,
  fieldsOf,
  isShapeField,
  leadingAxes,
  SETTINGS,
  TENSOR_FIELDS,
} from "./fields";
import styles from "./OwnForm.module.css";
import { SettingField } from "./SettingField";
import { TensorField } from "./TensorField";
import { workOut } from "./work-out";

const PARSERS = {
  x: parseAsString,
  w: parseAsString,
  dy: parseAsString,
  stride: parseAsString,
  padding: parseAsString,
  dilation: parseAsString,
};

/** The fields, and what comes of them. What is typed stays, whether or not it can be computed. */
export function OwnForm({ spec }: { readonly spec: OwnNumbersSpec }) {
  const start = useMemo(() => fieldsOf(spec.question), [spec]);
  const [typed, setTyped] = useQueryStates(PARSERS, { history: "replace", scroll: false });
  const fields = filled(start, typed);
  const key = JSON.stringify(useDeferredValue(fields));
  const { worked, problems } = useMemo(() => workOut(spec, JSON.parse(key) as Fields), [spec, key]);
  const [last, setLast] = useState(worked);
  if (worked && worked !== last) setLast(worked);
  const shown = worked ?? last;
  const change = (name: FieldName) => (text: string) => void setTyped({ [name]: text });

  return (
    <div className={styles.own}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {TENSOR_FIELDS.map((name) =>
          fields[name] === undefined ? null : (
            <TensorField
              key={name}
              name={name}
              text={fields[name]}
              sizesOnly={isShapeField(start[name] ?? "")}
              axes={leadingAxes(name === "dy" ? spec.question.dy : spec.question.inputs[name])}
              problem={problems[name]}
              onChange={change(name)}
            />
          ),
        )}
        <div className={styles.settings}>
          {SETTINGS.map((name) => (
            <SettingField
              key={name}
              name={name}
              text={fields[name] ?? ""}
              problem={problems[name]}
              onChange={change(name)}
            />
          ))}
        </div>
      </form>
      <div className={styles.refusal} aria-live="polite">
        {problems.all ? <p className={styles.problem}>{problems.all}</p> : null}
      </div>
      <div className={styles.result} data-stale={worked ? undefined : true}>
        {shown ? (
          <StepPlayer
            key={shown.steps.length}
            start="last"
            title="Your own numbers, step by step"
            picture={shown.picture}
            steps={shown.steps}
          />
        ) : null}
      </div>
      <div className={styles.tools}>
        <button type="button" className={styles.reset} onClick={() => void setTyped(null)}>
          Start again from the page’s numbers
        </button>
        <CopyButton label="Copy a link to these numbers" text={() => window.location.href} />
      </div>
    </div>
  );
}

/** What was typed over what the page starts from. */
function filled(start: Fields, typed: Readonly<Record<FieldName, string | null>>): Fields {
  const fields: Partial<Record<FieldName, string>> = {};
  for (const name of [...TENSOR_FIELDS, ...SETTINGS]) {
    const text = typed[name] ?? start[name];
    if (text !== undefined && start[name] !== undefined) fields[name] = text;
  }
  return fields;
}
