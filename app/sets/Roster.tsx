"use client";

import { useState } from "react";
import { ROSTER_WORDS } from "@/content/sets";
import { type SetData, textOf } from "./data";
import type { RosterBytes } from "./engine/types";
import { Field } from "./fields";
import { FileDrop } from "./FileDrop";
import styles from "./HandOut.module.css";
import { ask } from "./use-work";

/** A roster that was read, with what it holds in words. */
export interface Roster extends RosterBytes {
  readonly name: string;
  readonly says: string;
}

export interface RosterPartProps {
  readonly set: SetData;
  readonly roster: Roster | null;
  readonly onChange: (set: SetData) => void;
  readonly onRoster: (roster: Roster | null) => void;
}

/** Who gets a sheet: those of a roster, or so many as are asked for. */
export function RosterPart({ set, roster, onChange, onRoster }: RosterPartProps) {
  const [problem, setProblem] = useState("");

  async function take(file: File) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await ask({ kind: "roster", bytes });
    setProblem(reply.kind === "failed" ? `${file.name}: ${reply.message}` : "");
    if (reply.kind !== "roster") return;
    onRoster({ id: Date.now(), bytes, name: file.name, says: reply.says });
  }

  return (
    <div className={styles.part}>
      <h3>Who gets one</h3>
      {roster ? (
        <p>
          <strong>{roster.says}</strong> from {roster.name}.{" "}
          <button type="button" className={styles.link} onClick={() => onRoster(null)}>
            Take it away
          </button>
        </p>
      ) : (
        <Field
          label="Number of variants"
          inputMode="numeric"
          value={textOf(set["variants"])}
          onChange={(variants) => onChange({ ...set, variants })}
        />
      )}
      <FileDrop
        label={roster ? "Another roster" : "Or a roster: choose it or drop it here"}
        accept=".csv,.tsv,.txt,text/csv"
        onFile={(file) => void take(file)}
      />
      {problem === "" ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={styles.soft}>{ROSTER_WORDS}</p>
    </div>
  );
}
