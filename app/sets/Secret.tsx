"use client";

import { useState } from "react";
import { SECRET_WORDS } from "@/content/sets";
import { download } from "../components/download";
import { type SetData, fileName } from "./data";
import { FileDrop } from "./FileDrop";
import styles from "./HandOut.module.css";
import { ask } from "./use-work";

export interface SecretProps {
  readonly set: SetData;
  /** The text of the key file; null until there is one. */
  readonly keyText: string | null;
  readonly onKey: (text: string) => void;
}

/** The secret behind every sheet, to be kept and to be opened again. */
export function Secret({ set, keyText, onKey }: SecretProps) {
  const [says, setSays] = useState("");
  const [problem, setProblem] = useState("");
  const name = `${fileName(set)}.key.json`;

  async function take(file: File) {
    const reply = await ask({ kind: "key", text: await file.text() });
    setProblem(reply.kind === "failed" ? `${file.name}: ${reply.message}` : "");
    setSays(reply.kind === "text" ? `The secret of ${file.name} is in use.` : "");
    if (reply.kind === "text") onKey(reply.text);
  }

  return (
    <div className={styles.part}>
      <h3>The secret</h3>
      <p className={styles.soft}>{SECRET_WORDS}</p>
      <p className={styles.buttons}>
        <button
          type="button"
          disabled={keyText === null}
          onClick={() => keyText !== null && download(keyText, name)}
        >
          Save the key file
        </button>
      </p>
      <FileDrop
        label="Open one that you kept"
        accept=".json,application/json"
        onFile={(file) => void take(file)}
      />
      <p className={styles.soft} role="status">
        {says}
      </p>
      {problem === "" ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
