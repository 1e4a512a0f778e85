"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import { CHAIN_EXAMPLES, CHAIN_WAITING, SOURCE_WORDS } from "@/content/chain";
import { Busy } from "../../components/Busy";
import styles from "../Check.module.css";
import { Conventions } from "../Conventions";
import { download } from "../../components/download";
import type { Form } from "../form";
import { CHAIN_KEEPING } from "../keeping";
import { FileTools } from "../../components/FileTools";
import sheet from "../../components/Sheet.module.css";
import { useKeptForm } from "../../components/use-kept-form";
import { ask, useWork } from "../use-worker";
import { Waiting } from "../Waiting";
import own from "./Chain.module.css";
import { type ChainForm, type ChainPage, isBlankChain, type OwnValues } from "./form";
import { LayerEditor } from "./LayerEditor";
import { readChainLink } from "./link";
import { SnippetField } from "./SnippetField";
import type { ChainResult } from "./engine/types";

const ValueLists = lazy(() =>
  import("./ValueLists").then(({ ValueLists: shown }) => ({ default: shown })),
);
const ChainMore = lazy(() =>
  import("./ChainMore").then(({ ChainMore: shown }) => ({ default: shown })),
);

const ChainSizes = lazy(() =>
  import("./ChainMore").then(({ ChainSizes: shown }) => ({ default: shown })),
);

export interface ChainProps {
  /** A file held a question about one operation instead. */
  readonly onLayer: (form: Form) => void;
}

/** A chain of layers: built or pasted, every value of it forward and back, and the reader's own beside them. */
export function Chain({ onLayer }: ChainProps) {
  const { form: page, change, isAlive } = useKeptForm(CHAIN_KEEPING);
  const { form } = page;
  const [checked, setChecked] = useState<OwnValues | null>(null);
  const [fileProblem, setFileProblem] = useState("");
  const request = useMemo(() => ({ kind: "chain" as const, form, checked }), [form, checked]);
  const { done, busy, problem, cancel } = useWork(request, isBlankChain(form));
  const worked = done?.worked;
  const [last, setLast] = useState<ChainResult | null>(null);
  if (worked?.result && worked.result !== last) setLast(worked.result);
  const result = worked?.result ?? (worked?.waits || isBlankChain(form) ? null : last);
  const problems = worked?.problems ?? {};
  const sizes = worked?.sizes ?? [];

  const edit = (next: Partial<ChainForm>) => change({ ...page, form: { ...form, ...next } });

  function begin(next: ChainPage) {
    setChecked(null);
    setLast(null);
    setFileProblem("");
    change(next);
  }

  async function open(file: File) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await ask({ kind: "open", name: file.name, bytes });
    setFileProblem("");
    if (reply.kind === "failed") return setFileProblem(reply.message);
    if (reply.kind !== "open") return;
    const { opened } = reply;
    if (opened.kind === "problem") return setFileProblem(opened.message);
    if (opened.kind === "form") return onLayer(opened.form);
    if (opened.kind === "chain") return begin(opened.page);
    setFileProblem(SOURCE_WORDS.noChain);
  }

  async function save(whole: boolean) {
    const reply = await ask({ kind: "save-chain", form, own: whole ? page.own : null });
    if (reply.kind === "failed") return setFileProblem(reply.message);
    if (reply.kind === "save") download(reply.json, whole ? "check.json" : "chain.json");
  }

  return (
    <div className={sheet.page} data-alive={isAlive || undefined}>
      <form className={sheet.card} onSubmit={(event) => event.preventDefault()}>
        <h2 className="visually-hidden">The chain</h2>
        <div className={styles.top}>
          <fieldset className={own.sources}>
            <legend>The layers are</legend>
            {(["layers", "snippet"] as const).map((source) => (
              <label key={source} className={styles.tick}>
                <input
                  type="radio"
                  name="source"
                  checked={form.source === source}
                  onChange={() => edit({ source })}
                />
                {SOURCE_WORDS[source]}
              </label>
            ))}
          </fieldset>
          <FileTools
            label="Open a question"
            accept=".json"
            onOpen={(file) => void open(file)}
            onEmpty={() => begin(CHAIN_KEEPING.blank)}
          />
        </div>
        {form.source === "layers" ? (
          <LayerEditor form={form} worked={worked} onEdit={edit} />
        ) : (
          <SnippetField form={form} worked={worked} onEdit={edit} />
        )}
        <Conventions
          chosen={form}
          without={["layout", "units", "macs"]}
          onChange={({ conventions, dtype }) => edit({ conventions, dtype })}
        />
        <p className={sheet.problem} role="alert">
          {fileProblem || problems["all"] || problem}
        </p>
      </form>
      <Busy words={busy} onCancel={cancel} />
      {result ? (
        <Suspense fallback={null}>
          <ValueLists
            result={result}
            form={form}
            own={page.own}
            checked={checked}
            isStale={worked?.result !== result}
            onEdit={edit}
            onOwn={(key, text) => change({ ...page, own: { ...page.own, [key]: text } })}
            onCheck={() => setChecked(page.own)}
          />
          <ChainMore form={form} sizes={sizes} onSave={(whole) => void save(whole)} />
        </Suspense>
      ) : sizes.length > 0 ? (
        <Suspense fallback={null}>
          <ChainSizes rows={sizes} />
        </Suspense>
      ) : (
        <Waiting
          words={CHAIN_WAITING[form.source]}
          examples={CHAIN_EXAMPLES}
          onBegin={(link) => begin(readChainLink(link))}
        />
      )}
    </div>
  );
}
