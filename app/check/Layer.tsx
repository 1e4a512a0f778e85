"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import { ADAPTIVE_SIZE, EXAMPLES, OP_WORDS, OPERAND_WORDS, WAITING_WORDS } from "@/content/check";
import { Busy } from "../components/Busy";
import type { ChainPage } from "./chain/form";
import styles from "./Check.module.css";
import { Conventions } from "./Conventions";
import { download } from "../components/download";
import type { HeldFiles, Result } from "./engine/types";
import {
  BLANK,
  FIELDS,
  type Form,
  OPERAND_ROLES,
  type OperandName,
  operandsOf,
  textOf,
  withOperand,
} from "./form";
import { LAYER_KEEPING, OPS } from "./keeping";
import { readLink } from "./link";
import { OperandField } from "./OperandField";
import { ParamInput } from "./ParamInput";
import { FileTools } from "../components/FileTools";
import sheet from "../components/Sheet.module.css";
import { useKeptForm } from "../components/use-kept-form";
import { ask, useWork } from "./use-worker";
import { Waiting } from "./Waiting";

const ResultView = lazy(() =>
  import("./ResultView").then(({ ResultView: shown }) => ({ default: shown })),
);
const More = lazy(() => import("./ResultView").then(({ More: shown }) => ({ default: shown })));
const AnswerCard = lazy(() =>
  import("./AnswerCard").then(({ AnswerCard: shown }) => ({ default: shown })),
);

export interface LayerProps {
  /** A file held a chain instead. */
  readonly onChain: (page: ChainPage) => void;
}

/** One operation: its fields, what comes of them, and the reader's answer to it. */
export function Layer({ onChain }: LayerProps) {
  const { form, change, isAlive } = useKeptForm(LAYER_KEEPING);
  const [held, setHeld] = useState<HeldFiles>({});
  const [fileProblem, setFileProblem] = useState("");
  const [checked, setChecked] = useState("");
  const marks = checked !== "" && checked === form.answer;
  const request = useMemo(
    () => ({ kind: "work" as const, form, held, marks }),
    [form, held, marks],
  );
  const isEmpty = operandsOf(form.op).every(
    (name) => textOf(form, name).trim() === "" && !held[name],
  );
  const { done, busy, problem, cancel } = useWork(request, isEmpty);
  const worked = done?.worked;
  const [last, setLast] = useState<Result | null>(null);
  const [former, setFormer] = useState<Result | null>(null);
  if (worked?.result && worked.result !== last) setLast(worked.result);
  // While a number is being typed the last result stays in view, but not that of a former problem.
  const isFormer = last === former;
  const result = worked?.result ?? (worked?.waits || isFormer ? null : last);
  const isStale = result !== null && worked?.result !== result;
  const problems = worked?.problems ?? {};
  const isAdaptive = form.op.startsWith("adaptive");

  async function open(file: File, name?: OperandName) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await ask({ kind: "open", name: file.name, bytes });
    setFileProblem("");
    if (reply.kind === "failed") return setFileProblem(reply.message);
    if (reply.kind !== "open") return;
    const { opened } = reply;
    if (opened.kind === "problem") return setFileProblem(opened.message);
    if (opened.kind === "chain") return onChain(opened.page);
    if (opened.kind === "form") return begin(opened.form);
    const target = name ?? "x";
    if (opened.kind === "held") return setHeld({ ...held, [target]: opened.file });
    setHeld(without(held, target));
    change(withOperand(form, target, opened.text));
  }

  function begin(next: Form) {
    setHeld({});
    setChecked("");
    setFormer(last);
    change(next);
  }

  async function save(whole: boolean) {
    const reply = await ask({ kind: "save", form, held, whole });
    if (reply.kind === "failed") return setFileProblem(reply.message);
    if (reply.kind === "save") download(reply.json, whole ? "check.json" : "question.json");
  }

  return (
    <div className={sheet.page} data-alive={isAlive || undefined}>
      <form className={sheet.card} onSubmit={(event) => event.preventDefault()}>
        <h2 className="visually-hidden">The problem</h2>
        <div className={styles.top}>
          <label className={sheet.field}>
            Operation
            <select
              value={form.op}
              onChange={(event) => {
                const op = OPS.find((one) => one === event.target.value);
                if (op) change({ ...form, op, at: "" });
              }}
            >
              {OPS.map((op) => (
                <option key={op} value={op}>
                  {OP_WORDS[op]}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={form.sizesOnly}
              onChange={(event) => change({ ...form, sizesOnly: event.target.checked, at: "" })}
            />
            shapes only
          </label>
          <FileTools
            label="Open a question"
            accept=".json"
            onOpen={(file) => void open(file)}
            onEmpty={() => begin(BLANK)}
          />
        </div>
        <div className={styles.operands} data-rows>
          {operandsOf(form.op).map((name) => (
            <OperandField
              key={name}
              {...OPERAND_WORDS[name]}
              hue={OPERAND_ROLES[name]}
              sizesOnly={form.sizesOnly}
              placeholder={form.sizesOnly && name === "x" ? "3×32×32" : ""}
              text={textOf(form, name)}
              held={form.sizesOnly ? undefined : held[name]}
              readAs={worked?.readAs[name]}
              problem={problems[name]}
              onChange={(text) => change(withOperand(form, name, text))}
              onFile={(file) => void open(file, name)}
              onDrop={() => setHeld(without(held, name))}
            />
          ))}
        </div>
        {FIELDS[form.op].params.length > 0 ? (
          <div className={styles.params}>
            {FIELDS[form.op].params.map((name) => (
              <ParamInput
                key={name}
                name={name}
                such={name === "output_size" && isAdaptive ? ADAPTIVE_SIZE : undefined}
                text={form.params[name] ?? ""}
                problem={problems[name]}
                onChange={(text) => change({ ...form, params: { ...form.params, [name]: text } })}
              />
            ))}
          </div>
        ) : null}
        <Conventions
          chosen={form}
          precision={form.precision}
          onChange={(chosen) => change({ ...form, ...chosen })}
        />
        <p className={sheet.problem} role="alert">
          {fileProblem || problems.all || problem}
        </p>
      </form>
      <Busy words={busy} onCancel={cancel} />
      {result ? (
        <Suspense fallback={null}>
          <ResultView
            result={result}
            at={form.at}
            isStale={isStale}
            onAsk={(asked) => change({ ...form, ask: asked, at: "", answer: "" })}
            onAt={(at) => change({ ...form, at })}
          />
          <AnswerCard
            result={result}
            text={form.answer}
            onChange={(answer) => change({ ...form, answer })}
            onCheck={() => setChecked(form.answer)}
          />
          <More
            result={result}
            proof={{ kind: "prove", form, held, ask: result.ask }}
            onSave={(whole) => void save(whole)}
          />
        </Suspense>
      ) : (
        <Waiting
          words={WAITING_WORDS}
          examples={EXAMPLES}
          onBegin={(link) => begin(readLink(link, OPS))}
        />
      )}
    </div>
  );
}

function without(held: HeldFiles, name: OperandName): HeldFiles {
  const { [name]: _, ...rest } = held;
  return rest;
}
