"use client";

import { useId, useRef } from "react";
import sheet from "../components/Sheet.module.css";
import { useLongInput } from "../components/use-long-input";
import { COLUMN_WORDS } from "@/content/network";
import type { Checked } from "./engine/types";
import type { Form } from "./form";
import styles from "./OwnTable.module.css";
import panels from "./Panels.module.css";
import { useBounded } from "./use-bounded";
import { useFirst } from "./use-first";

export interface OwnTableProps {
  readonly form: Form;
  readonly checked: Checked | null;
  readonly problem: string | undefined;
  readonly onChange: (form: Form) => void;
}

/** The columns that a person worked out, marked cell by cell. */
export function OwnTable({ form, checked, problem, onChange }: OwnTableProps) {
  const id = useId();
  const { refused, type } = useBounded("table", (table) =>
    onChange({ ...form, table, columns: "" }),
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const { onPaste, onKeyDown } = useLongInput({ field, value: form.table, onText: type });

  return (
    <div className={panels.panel}>
      <div className={styles.field}>
        <label htmlFor={id}>Paste your table, from a spreadsheet or a text</label>
        <textarea
          id={id}
          ref={field}
          className={styles.text}
          rows={Math.min(12, Math.max(4, form.table.split("\n").length))}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          placeholder={"layer\toutput\tparameters\nconv1\t6×28×28\t156"}
          value={form.table}
          onChange={(event) => type(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
        />
        <p className={panels.soft}>
          Heads and names help; without them columns are known by their numbers and rows by their
          order.
        </p>
      </div>
      {refused === "" ? null : (
        <p className={sheet.problem} role="alert">
          {refused}
        </p>
      )}
      {problem === undefined ? null : <p className={sheet.problem}>{problem}</p>}
      {checked ? (
        <>
          <p className={panels.says} aria-live="polite">
            {checked.says}.
          </p>
          <MarkedTable checked={checked} onColumns={(columns) => onChange({ ...form, columns })} />
          {checked.told.length > 0 ? (
            <ul className={styles.told}>
              {checked.told.map(({ where, title, words }) => (
                <li key={`${where} ${title}`}>
                  <p className={styles.where}>{where}</p>
                  <h3 className={styles.title}>{title}</h3>
                  <p dangerouslySetInnerHTML={{ __html: words }} />
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

const SIGNS = {
  correct: "✓",
  follows: "✓*",
  incorrect: "✕",
  invalid: "?",
  unmarked: "",
} as const;
const SPOKEN = {
  correct: "right",
  follows: "right given your own shape",
  incorrect: "not right",
  invalid: "not read",
  unmarked: "not checked",
} as const;

interface MarkedTableProps {
  readonly checked: Checked;
  readonly onColumns: (columns: string) => void;
}

function MarkedTable({ checked: { heads, rows }, onColumns }: MarkedTableProps) {
  const columns = heads.map(({ column }) => column);
  const { shown, more } = useFirst(rows, 60, "rows");
  return (
    <div className={styles.scroll} role="group" aria-label="Your table, marked">
      <table className={styles.marked}>
        <thead>
          <tr>
            <th scope="col">taken as</th>
            {heads.map(({ title, column }, at) => (
              <th key={at} scope="col">
                <select
                  aria-label={`What column ${at + 1}, ${title}, tells`}
                  value={column}
                  onChange={(event) => onColumns(columns.with(at, event.target.value).join())}
                >
                  {Object.entries(COLUMN_WORDS).map(([name, words]) => (
                    <option key={name} value={name}>
                      {words}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ title, cells }, row) => (
            <tr key={row}>
              <th scope="row">{title}</th>
              {cells.map(({ text, verdict }, at) => (
                <td key={at} data-verdict={verdict}>
                  <span aria-hidden="true">{SIGNS[verdict]} </span>
                  {text}
                  <span className="visually-hidden">, {SPOKEN[verdict]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}
