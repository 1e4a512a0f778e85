"use client";

import { lazy, Suspense, useState } from "react";
import { KNOWN_NETWORKS } from "@/lib/network/known";
import { WAITING_WORDS } from "@/content/network";
import { Beginnings } from "../components/Beginnings";
import { Busy } from "../components/Busy";
import { FileTools } from "../components/FileTools";
import sheet from "../components/Sheet.module.css";
import { type Keeping, useKeptForm } from "../components/use-kept-form";
import { Builder } from "./Builder";
import { CodeField } from "./CodeField";
import type { Scene } from "./engine/types";
import { BLANK, type Form, refusalOf } from "./form";
import { readLink, writeLink } from "./link";
import styles from "./Network.module.css";
import { Settings } from "./Settings";
import { ask, useWork } from "./use-work";

const Results = lazy(() => import("./Results").then(({ Results: shown }) => ({ default: shown })));

const KEEPING: Keeping<Form> = {
  name: "kernelwise.network",
  blank: BLANK,
  read: readLink,
  write: writeLink,
  owns: () => true,
};

/** A network of one's own: its code or its layers, and what comes of them. */
export function Network() {
  const { form, change, isAlive } = useKeptForm(KEEPING);
  const { done, busy, problem, cancel } = useWork(form);
  const worked = done?.worked;
  const [refused, setRefused] = useState("");
  const [last, setLast] = useState<Scene | null>(null);
  if (worked?.scene && worked.scene !== last) setLast(worked.scene);
  const isEmpty = form.code.trim() === "";
  const scene = isEmpty ? null : (worked?.scene ?? last);
  const faults = (worked?.scene?.rows ?? []).flatMap(({ error, line }) =>
    error === undefined ? [] : [{ message: error, ...(line === undefined ? {} : { line }) }],
  );
  const problems = isEmpty ? [] : [...(worked?.problems ?? []), ...faults];

  /** Another network: what was said of the former one's layers falls away, the reader's table stays. */
  function begin(code: string, input: string) {
    setRefused("");
    change({ ...form, code, input, at: "", unit: "", frozen: [], head: "", replaced: "" });
  }

  function type(code: string) {
    const refusal = refusalOf(code, "network");
    setRefused(refusal);
    if (refusal === "") change({ ...form, code, at: "" });
  }

  async function open(file: File) {
    const text = await file.text();
    const reply = await ask({ kind: "open", name: file.name, text });
    if (reply.kind === "failed") return setRefused(`${file.name}: ${reply.message}`);
    if (reply.kind !== "open") return;
    const refusal = refusalOf(reply.form.code, "network");
    setRefused(refusal);
    if (refusal === "") change({ ...reply.form, table: form.table, columns: form.columns });
  }

  return (
    <div className={sheet.page} data-alive={isAlive || undefined}>
      <form className={sheet.card} onSubmit={(event) => event.preventDefault()}>
        <h2 className="visually-hidden">The network</h2>
        <Beginnings
          label="Networks to begin with"
          of={KNOWN_NETWORKS.map(({ id, title, code, input }) => ({
            id,
            title,
            isChosen: form.code === code,
            onChoose: () => begin(code, input.join("×")),
          }))}
        />
        <CodeField
          label="Code or layers"
          code={form.code}
          says={worked?.readAs ?? ""}
          problems={problems}
          notes={isEmpty ? [] : (worked?.notes ?? [])}
          onChange={type}
        />
        {refused || problem ? (
          <p className={sheet.problem} role="alert">
            {refused || problem}
          </p>
        ) : null}
        <Settings
          form={form}
          ownInput={worked?.ownInput}
          problem={isEmpty ? undefined : worked?.inputProblem}
          onChange={change}
        />
        <Builder form={form} builder={worked?.builder} onCode={type} />
        <FileTools
          label="Open a file"
          accept=".json,.py,.txt"
          onOpen={(file) => void open(file)}
          onEmpty={() => {
            setRefused("");
            change(BLANK);
          }}
        />
      </form>
      <Busy words={busy} onCancel={cancel} />
      {scene ? (
        <Suspense fallback={null}>
          <Results
            form={form}
            scene={scene}
            isStale={worked?.scene !== scene}
            other={worked?.other}
            onChange={change}
          />
        </Suspense>
      ) : isEmpty ? (
        <p className={styles.waiting}>{WAITING_WORDS}</p>
      ) : null}
    </div>
  );
}
