"use client";

import { useId } from "react";
import { SNIPPET_WORDS } from "@/content/chain";
import fields from "../Fields.module.css";
import sheet from "../../components/Sheet.module.css";
import own from "./Chain.module.css";
import { LongText } from "../LongText";
import { type EditorProps, SeedField } from "./LayerEditor";

/** The most characters that are read. */
const MOST = 20_000;

/** A chain as PyTorch writes it; lines that are not followed are told. */
export function SnippetField(props: EditorProps) {
  const { form, worked, onEdit } = props;
  const id = useId();
  const unfollowed = worked?.unfollowed ?? [];
  const rows = worked?.rows;
  return (
    <div className={own.snippet}>
      <div className={fields.operand} data-role="input">
        <label htmlFor={id} className={fields.label}>
          {SNIPPET_WORDS.label}
        </label>
        <LongText
          id={id}
          className={fields.text}
          rows={12}
          aria-describedby={`${id}-read`}
          value={form.snippet}
          onText={(snippet) => onEdit({ snippet })}
        />
        <div id={`${id}-read`} aria-live="polite" className={own.told}>
          {form.snippet.length > MOST ? (
            <p className={sheet.problem}>{SNIPPET_WORDS.tooLong(form.snippet.length, MOST)}</p>
          ) : unfollowed.length > 0 && form.snippet.trim() !== "" ? (
            <>
              <p className={sheet.problem}>{SNIPPET_WORDS.unfollowed}</p>
              <ul className={own.unfollowed}>
                {unfollowed.map(({ line, message }) => (
                  <li key={`${line} ${message}`}>
                    <b>line {line}</b> {message}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p className={sheet.note}>{SNIPPET_WORDS.such}</p>
          )}
        </div>
      </div>
      <div className={own.beside}>
        <SeedField {...props} />
        {rows ? (
          <button
            type="button"
            className={sheet.quiet}
            onClick={() => onEdit({ ...rows, snippet: form.snippet })}
          >
            {SNIPPET_WORDS.goOn}
          </button>
        ) : null}
      </div>
    </div>
  );
}
