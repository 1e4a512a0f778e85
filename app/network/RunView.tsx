"use client";

import { useState } from "react";
import { RUN_WORDS } from "@/content/network-run";
import sheet from "../components/Sheet.module.css";
import { useTask } from "../components/use-task";
import type { Reply, RunOffer } from "./engine/types";
import type { Form } from "./form";
import panels from "./Panels.module.css";
import results from "./Results.module.css";
import { RunKinds } from "./RunKinds";
import { RunTable } from "./RunTable";
import styles from "./RunView.module.css";
import { newWorker } from "./use-work";

export interface RunViewProps {
  readonly form: Form;
  readonly offer: RunOffer;
}

/** The network run once: a button, how far it is, and what came of it. */
export function RunView({ form, offer }: RunViewProps) {
  const [isCancelled, setCancelled] = useState(false);
  const { last, stage, problem, begin, cancel } = useTask<Reply>(newWorker);
  const run = last?.kind === "run" ? last.run : null;
  const isOver = run !== null && stage === null && !isCancelled;

  function press() {
    setCancelled(stage !== null);
    if (stage) cancel();
    else begin({ kind: "run", form });
  }

  return (
    <div className={panels.panel}>
      <p className={styles.prose}>{RUN_WORDS.what}</p>
      <p className={offer.isPossible ? panels.soft : sheet.problem}>{offer.says}</p>
      <div className={styles.bar}>
        <button type="button" className={sheet.button} disabled={!offer.isPossible} onClick={press}>
          {stage ? RUN_WORDS.cancel : run ? RUN_WORDS.again : RUN_WORDS.begin}
        </button>
        {stage ? (
          <>
            <progress value={stage.done} max={stage.total} aria-label={RUN_WORDS.title} />
            <span className={panels.soft}>{stage.words}</span>
          </>
        ) : null}
        <span role="status" className={isCancelled ? panels.soft : "visually-hidden"}>
          {isCancelled ? RUN_WORDS.cancelled : isOver ? RUN_WORDS.done : ""}
        </span>
      </div>
      {problem === "" ? null : (
        <p className={sheet.problem} role="alert">
          {problem}
        </p>
      )}
      {run ? (
        <div className={results.results} data-stale={stage !== null || undefined}>
          <ul className={styles.says}>
            {run.says.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <RunKinds kinds={run.kinds} />
          <RunTable run={run} />
          <p className={styles.prose}>{RUN_WORDS.read}</p>
        </div>
      ) : null}
      <p className={styles.how}>{RUN_WORDS.how}</p>
    </div>
  );
}
