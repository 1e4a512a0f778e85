"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { type Attempt, localDay, writeFile } from "@/lib/progress";
import styles from "./DataTools.module.css";
import { EraseDialog } from "./EraseDialog";
import { addAttempts, current } from "./store";

interface Said {
  readonly ok: boolean;
  readonly text: string;
}

/** Takes what is kept out as a file, brings a file in, and erases. */
export function DataTools({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const [said, say] = useState<Said | null>(null);
  const erasing = useRef<HTMLDialogElement>(null);
  const exporting = useRef<HTMLButtonElement>(null);

  function erased() {
    say({ ok: true, text: "Everything is erased." });
    exporting.current?.focus();
  }

  return (
    <div className={styles.data}>
      <p className={styles.words}>
        All of this is kept in this browser and nowhere else. To take it to another one, or to be
        safe, export it as a file and import the file there; what is there already stays.
      </p>
      <div className={styles.tools}>
        <button
          ref={exporting}
          type="button"
          className={styles.button}
          onClick={() => say(exported(attempts))}
        >
          Export
        </button>
        <label className={styles.button}>
          Import
          <input
            type="file"
            accept="application/json,.json"
            className={styles.file}
            onChange={(event) => void importFrom(event).then((outcome) => outcome && say(outcome))}
          />
        </label>
        <button
          type="button"
          className={styles.erase}
          onClick={() => erasing.current?.showModal()}
          disabled={attempts.length === 0}
        >
          Erase everything …
        </button>
      </div>
      <p role="status" className={styles.said} data-ok={said?.ok}>
        {said?.text}
      </p>
      <EraseDialog dialog={erasing} count={attempts.length} onErased={erased} />
    </div>
  );
}

function exported(attempts: readonly Attempt[]): Said {
  const now = Date.now();
  const blob = new Blob([writeFile(attempts, now)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `kernelwise-progress-${localDay(now)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return { ok: true, text: `${answers(attempts.length)} exported to ${link.download}.` };
}

async function importFrom(event: ChangeEvent<HTMLInputElement>): Promise<Said | undefined> {
  const input = event.currentTarget;
  const file = input.files?.[0];
  if (!file) return undefined;
  const text = await file.text();
  input.value = "";
  const { readFile } = await import("@/lib/progress/schema");
  const read = readFile(text);
  if (!read.ok) return { ok: false, text: `${read.message} Nothing was changed.` };
  const before = current().attempts.length;
  await addAttempts(read.attempts);
  const added = current().attempts.length - before;
  return { ok: true, text: `${answers(added)} imported${already(read.attempts.length - added)}.` };
}

function already(count: number): string {
  return count === 0 ? "" : `; ${answers(count)} had been here already`;
}

function answers(count: number): string {
  return count === 1 ? "1 answer" : `${count} answers`;
}
