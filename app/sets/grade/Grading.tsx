"use client";

import Link from "next/link";
import { Suspense, lazy, useMemo, useState } from "react";
import { MATERIALS_WORDS, NO_GRADE_WORDS } from "@/content/grading";
import { Busy } from "../../components/Busy";
import card from "../HandOut.module.css";
import { Answers } from "./Answers";
import type { GradeRequest, GradeView, Materials, Parts } from "./engine/types";
import styles from "./Grading.module.css";
import { FilePart, MaterialParts, bytesOf, textOf } from "./MaterialParts";
import { useAnswers } from "./use-answers";
import { useGrading } from "./use-grading";
import { type Opened, useKeptFile, useMaterials } from "./use-materials";

const GradeResult = lazy(() =>
  import("./GradeResult").then(({ GradeResult: shown }) => ({ default: shown })),
);

/** The files of a set and the answers of a class; below them, what the class made of it. */
export function Grading() {
  const state = useMaterials();
  const answers = useAnswers();
  const [before, openBefore] = useKeptFile("grade.before");
  const [log, openLog] = useState<Opened<Uint8Array> | null>(null);
  const { materials } = state;
  const request: GradeRequest = useMemo(
    () => ({
      kind: "grade",
      materials,
      log: log?.content ?? null,
      before: before?.content ?? null,
      answers: answers.bytes,
    }),
    [materials, log, before, answers.bytes],
  );
  const work = useGrading(request);
  const parts = work.done?.parts ?? {};
  const view = work.done?.view ?? null;
  const shown = useLastView(view, answers.bytes !== null);
  const missing = missingIn(materials, answers.bytes, parts);

  return (
    <div className={styles.page}>
      <h2 className="visually-hidden">The set and the answers</h2>
      <div className={card.parts}>
        <MaterialParts state={state} parts={parts} />
        <FilePart
          title="The log of seeds"
          name={log?.name ?? null}
          part={parts.log}
          note={MATERIALS_WORDS.log}
          label={log ? "Open another log" : "Open seed-log.csv"}
          accept=".csv,text/csv"
          onFile={(file) => void bytesOf(file).then(openLog)}
          onAway={() => openLog(null)}
        />
        <FilePart
          title="A regrade"
          isWide
          name={before?.name ?? null}
          part={parts.before}
          note={MATERIALS_WORDS.before}
          label={before ? "Open another earlier set" : "Open the set as it was"}
          accept=".yaml,.yml,.json"
          onFile={(file) => void textOf(file).then(openBefore)}
          onAway={() => openBefore(null)}
        />
        <Answers state={answers} part={parts.answers} />
      </div>
      <div className={styles.state}>
        {missing.length > 0 ? (
          <p className={styles.missing}>{NO_GRADE_WORDS(missing)}</p>
        ) : (
          <Busy words={work.busy} onCancel={work.cancel} />
        )}
        {work.problem === null ? null : (
          <p className={card.problem} role="alert">
            {work.problem}
          </p>
        )}
      </div>
      {shown === null ? null : (
        <Suspense fallback={null}>
          <GradeResult
            view={shown}
            isStale={shown !== view || work.busy !== null || missing.length > 0}
          />
        </Suspense>
      )}
      <p className={styles.foot}>
        <Link prefetch={false} href="/sets">
          Build a set
        </Link>{" "}
        ·{" "}
        <Link prefetch={false} href="/sets/open">
          Open a sheet by its code
        </Link>
      </p>
    </div>
  );
}

/** The last grade that there was, while another is worked out or something no longer fits. */
function useLastView(view: GradeView | null, hasAnswers: boolean): GradeView | null {
  const [last, setLast] = useState<GradeView | null>(null);
  if (view && view !== last) setLast(view);
  return hasAnswers ? (view ?? last) : null;
}

/** What is not there yet; what is there and does not fit says so itself. */
function missingIn({ set, key }: Materials, answers: Uint8Array | null, parts: Parts): string[] {
  const needed = [
    ["the set", set !== null],
    ["its key file", key !== null],
    ["who got a sheet", parts.roster !== undefined || set === null],
    ["the answers", answers !== null],
  ] as const;
  return needed.filter(([, isThere]) => !isThere).map(([words]) => words);
}
