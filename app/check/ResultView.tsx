"use client";

import { useId } from "react";
import { CodeTabs } from "../components/CodeTabs";
import { CopyButton } from "../components/CopyButton";
import { Fold } from "../components/Fold";
import sheet from "../components/Sheet.module.css";
import { StepPlayer } from "../components/StepPlayer";
import type { Request, Result } from "./engine/types";
import { Proof } from "./Proof";
import styles from "./Result.module.css";
import { WindowTable } from "./WindowTable";

export interface ResultViewProps {
  readonly result: Result;
  readonly at: string;
  readonly isStale: boolean;
  readonly onAsk: (ask: string) => void;
  readonly onAt: (at: string) => void;
}

/** What was asked: the picture and its working, large tensors as windows, and what the question counts. */
export function ResultView({ result, at, isStale, onAsk, onAt }: ResultViewProps) {
  const id = useId();
  const { picture, steps } = result;
  return (
    <section aria-labelledby={id} className={styles.result} data-stale={isStale || undefined}>
      <div className={styles.resultHead}>
        <h2 id={id} className={styles.title}>
          The result
        </h2>
        <label className={styles.choice}>
          Ask for
          <select value={result.ask} onChange={(event) => onAsk(event.target.value)}>
            {result.asks.map(({ ask, label }) => (
              <option key={ask} value={ask}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {result.shape && result.shape.length > 0 ? (
          <CellChoice shape={result.shape} at={at} onAt={onAt} />
        ) : null}
        <output className={styles.says}>{result.says}</output>
        <CopyButton label="Copy the result" text={result.text} />
      </div>
      {picture && steps.length > 0 ? (
        <StepPlayer
          key={`${result.ask} ${at} ${steps.length} ${picture.columns}`}
          start="last"
          title="The working, step by step"
          picture={picture}
          steps={steps}
        />
      ) : null}
      {result.large.length > 0 ? (
        <div className={styles.windows}>
          {result.large.map((tensor) => (
            <WindowTable key={`${tensor.title} ${tensor.shape.join()}`} tensor={tensor} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

const AXES = ["image", "channel", "row", "column"];

export interface CellChoiceProps {
  readonly shape: readonly number[];
  readonly at: string;
  readonly onAt: (at: string) => void;
}

/** The working of every cell, or all about one. */
export function CellChoice({ shape, at, onAt }: CellChoiceProps) {
  const indices = at === "" ? [] : at.split(",").slice(0, shape.length);
  return (
    <fieldset className={styles.cell}>
      <legend className="visually-hidden">The working of</legend>
      <label>
        <input
          type="checkbox"
          checked={at !== ""}
          onChange={(event) => onAt(event.target.checked ? shape.map(() => 0).join() : "")}
        />{" "}
        one cell{at === "" ? "" : ":"}
      </label>
      {indices.map((index, axis) => (
        <label key={AXES[axis + AXES.length - shape.length]}>
          {AXES[axis + AXES.length - shape.length]}
          <input
            type="number"
            min={0}
            max={(shape[axis] ?? 1) - 1}
            value={index}
            onChange={(event) => onAt(indices.with(axis, event.target.value).join())}
          />
        </label>
      ))}
    </fieldset>
  );
}

export interface MoreProps {
  readonly result: Result;
  /** What has the result proved. */
  readonly proof: Extract<Request, { readonly kind: "prove" }>;
  readonly onSave: (whole: boolean) => void;
}

/** What the question counts, what other conventions would give, and the question to take elsewhere. */
export function More({ result, proof, onSave }: MoreProps) {
  const { facts, differences, codes, canProve } = result;
  return (
    <div className={styles.more}>
      <Fold title="Sizes and counts">
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Fold>
      <Fold
        title="Under other conventions"
        badge={differences.length > 0 ? `${differences.length} would differ` : "all the same"}
      >
        {differences.length > 0 ? (
          <ul className={styles.differences}>
            {differences.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : (
          <p className={styles.soft}>Every other convention gives the same here.</p>
        )}
      </Fold>
      {canProve ? <Proof request={proof} /> : null}
      <Fold title="Take it elsewhere">
        <div className={styles.save} data-unprinted={codes.length === 0 || undefined}>
          <button type="button" className={sheet.button} onClick={() => onSave(false)}>
            The question as a file, for solve
          </button>
          <button type="button" className={sheet.button} onClick={() => onSave(true)}>
            With what is asked and your answer, for check
          </button>
          <CopyButton label="Copy a link to it" text={() => window.location.href} />
        </div>
        {codes.length > 0 ? <CodeTabs codes={codes} /> : null}
      </Fold>
    </div>
  );
}
