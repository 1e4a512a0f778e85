"use client";

import { useState } from "react";
import { FEEDBACK_WORDS, FORMAT_WORDS } from "@/content/sets";
import { download } from "../components/download";
import { type SetData, fileName } from "./data";
import type { Whole } from "./engine/types";
import { Tick } from "./fields";
import styles from "./HandOut.module.css";
import { useMaking } from "./use-making";

export interface SetFilesProps {
  readonly set: SetData;
  readonly whole: Whole | null;
}

/** What is ticked at first: a table and the sheets as pages. */
const USUAL: readonly string[] = ["csv", "html"];

/** The forms in which the set is taken away. */
export function SetFiles({ set, whole }: SetFilesProps) {
  const [chosen, setChosen] = useState(USUAL);
  const [hasFeedback, setFeedback] = useState(false);
  const name = fileName(set);
  const { stage, problem, make, cancel } = useMaking((zip) => download(zip, `${name}.zip`));
  const isReady = whole !== null && set.questions.length > 0 && chosen.length > 0;

  return (
    <div className={`${styles.part} ${styles.files}`}>
      <h3>Files</h3>
      <div role="group" aria-label="Formats" className={styles.formats}>
        {Object.entries(FORMAT_WORDS).map(([format, { title, words }]) => (
          <Tick
            key={format}
            label={title}
            hint={words}
            isOn={chosen.includes(format)}
            onChange={(isOn) =>
              setChosen(isOn ? [...chosen, format] : chosen.filter((one) => one !== format))
            }
          />
        ))}
      </div>
      <div className={styles.feedback}>
        <Tick
          label={FEEDBACK_WORDS.label}
          hint={FEEDBACK_WORDS.hint}
          isOn={hasFeedback}
          onChange={setFeedback}
        />
      </div>
      {stage ? (
        <p className={styles.busy} role="status">
          <progress value={stage.done} max={stage.total} aria-label="The files" />
          <span>{stage.words}</span>
          {stage.total > 1 ? (
            <span aria-hidden="true">
              {stage.total - stage.done} of {stage.total} left
            </span>
          ) : null}
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </p>
      ) : (
        <p className={styles.buttons}>
          <button
            type="button"
            className={styles.primary}
            disabled={!isReady}
            onClick={() =>
              whole && make({ kind: "make", whole, name, formats: chosen, hasFeedback })
            }
          >
            Download the set
          </button>
        </p>
      )}
      {problem === "" ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
