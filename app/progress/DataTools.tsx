"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { type Portable, laterSettings, localDay, writeFile } from "@/lib/progress";
import styles from "./DataTools.module.css";
import { EraseDialog } from "./EraseDialog";
import { addEntries, current, updateStudy } from "./store";
import { useProgress } from "./use-progress";

interface Said {
  readonly ok: boolean;
  readonly text: string;
}

/** Takes what is kept out as a file, brings a file in, and erases. */
export function DataTools() {
  const { attempts, reviews, study } = useProgress();
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
          onClick={() => say(exported({ attempts, reviews, settings: study.settings }))}
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
          disabled={attempts.length + reviews.length + study.settings.changedAt === 0}
        >
          Erase everything …
        </button>
      </div>
      <p role="status" className={styles.said} data-ok={said?.ok}>
        {said?.text}
      </p>
      <EraseDialog
        dialog={erasing}
        what={counted(sizesOf({ attempts, reviews }))}
        onErased={erased}
      />
    </div>
  );
}

function exported(all: Portable): Said {
  const now = Date.now();
  const blob = new Blob([writeFile(all, now)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `kernelwise-progress-${localDay(now)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return { ok: true, text: `${counted(sizesOf(all))} exported to ${link.download}.` };
}

async function importFrom(event: ChangeEvent<HTMLInputElement>): Promise<Said | undefined> {
  const input = event.currentTarget;
  const file = input.files?.[0];
  if (!file) return undefined;
  const text = await file.text().catch(() => undefined);
  input.value = "";
  if (text === undefined) {
    return { ok: false, text: `“${file.name}” could not be opened. Nothing was changed.` };
  }
  const { readFile } = await import("@/lib/progress/schema");
  const read = readFile(text);
  if (!read.ok) return { ok: false, text: `${read.message} Nothing was changed.` };
  const before = sizesOf(current());
  await addEntries(read);
  await updateStudy((study) => ({
    ...study,
    settings: laterSettings(study.settings, read.settings),
  }));
  const added = less(sizesOf(current()), before);
  return { ok: true, text: `${counted(added)} imported${already(less(sizesOf(read), added))}.` };
}

/** How many answers to exercises there are, and how many reviews of cards. */
interface Sizes {
  readonly answers: number;
  readonly reviews: number;
}

function sizesOf({ attempts, reviews }: Pick<Portable, "attempts" | "reviews">): Sizes {
  return { answers: attempts.length, reviews: reviews.length };
}

function less(all: Sizes, part: Sizes): Sizes {
  return { answers: all.answers - part.answers, reviews: all.reviews - part.reviews };
}

function already(known: Sizes): string {
  return known.answers + known.reviews === 0 ? "" : `; ${counted(known)} had been here already`;
}

/** "12 answers", and where there are reviews, those too. */
function counted({ answers, reviews }: Sizes): string {
  if (reviews === 0) return plural(answers, "answer");
  const asked = plural(reviews, "card review");
  return answers === 0 ? asked : `${plural(answers, "answer")} and ${asked}`;
}

function plural(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
