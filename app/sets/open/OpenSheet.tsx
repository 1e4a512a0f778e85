"use client";

import Link from "next/link";
import { useMemo } from "react";
import { CODE_WORDS, OPEN_WORDS } from "@/content/grading";
import { Busy } from "../../components/Busy";
import { useKept } from "../../practice/use-kept";
import { Field } from "../fields";
import type { OpenRequest } from "../grade/engine/types";
import grading from "../grade/Grading.module.css";
import { FilePart, MaterialParts, textOf } from "../grade/MaterialParts";
import { useOpening } from "../grade/use-grading";
import { useKeptFile, useMaterials } from "../grade/use-materials";
import card from "../HandOut.module.css";
import styles from "./OpenSheet.module.css";
import { SheetView } from "./SheetView";

/** A code and the file that it opens: the release for a student, the set's own files for an instructor. */
export function OpenSheet() {
  const [kept, type] = useKept("open.code");
  const [release, openRelease] = useKeptFile("open.release");
  const state = useMaterials();
  const { materials } = state;
  const code = kept ?? "";
  const request: OpenRequest = useMemo(
    () => ({ kind: "open", code, release: release?.content ?? null, materials }),
    [code, release, materials],
  );
  const work = useOpening(request);
  const { parts = {}, sheet = null, problem = "" } = work.done ?? {};
  const hasFile = release !== null || (materials.set !== null && materials.key !== null);

  return (
    <div className={grading.page}>
      <h2 className="visually-hidden">The code and its file</h2>
      <div className={card.parts}>
        <section className={card.part} aria-labelledby="code">
          <h3 id="code">The code</h3>
          <div className={styles.code}>
            <Field
              label="At the head of the sheet"
              value={code}
              placeholder="K7QF-2M9X"
              onChange={type}
            />
          </div>
          <p className={card.soft} role="status">
            {code.trim() !== "" && !hasFile ? OPEN_WORDS.alone : CODE_WORDS}
          </p>
          {problem === "" ? null : (
            <p className={card.problem} role="alert">
              {problem}
            </p>
          )}
        </section>
        <FilePart
          title="The release"
          name={release?.name ?? null}
          part={parts.release}
          note={OPEN_WORDS.release}
          label={release ? "Open another release" : "Open release.json"}
          accept=".json,application/json"
          onFile={(file) => void textOf(file).then(openRelease)}
          onAway={() => openRelease(null)}
        />
      </div>
      <details className={styles.instructor}>
        <summary>{OPEN_WORDS.instructor}</summary>
        <div className={card.parts}>
          <MaterialParts state={state} parts={parts} />
        </div>
      </details>
      <Busy words={hasFile && code.trim() !== "" ? work.busy : null} onCancel={work.cancel} />
      {work.problem === null ? null : (
        <p className={card.problem} role="alert">
          {work.problem}
        </p>
      )}
      {sheet ? <SheetView sheet={sheet} /> : null}
      <p className={grading.foot}>
        <Link prefetch={false} href="/sets">
          Build a set
        </Link>{" "}
        ·{" "}
        <Link prefetch={false} href="/sets/grade">
          Grade a set
        </Link>
      </p>
    </div>
  );
}
