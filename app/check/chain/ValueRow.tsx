"use client";

import { type KeyboardEvent, useId } from "react";
import { MARK_WORDS, VALUE_WORDS } from "@/content/chain";
import { LongText } from "../LongText";
import own from "./Values.module.css";
import type { MarkView, OpenValue, ValueView } from "./engine/types";
import type { ChainForm } from "./form";
import { MiniTensor } from "./MiniTensor";
import { Working } from "./Working";

export interface ValueRowProps {
  readonly value: ValueView;
  /** The reader's own. */
  readonly text: string;
  readonly mark: MarkView | undefined;
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly open: OpenValue | null;
  readonly form: ChainForm;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onAt: (at: string) => void;
  readonly onOwn: (text: string) => void;
  readonly onCheck: () => void;
}

/** The most lines of a field before it scrolls. */
const MOST_LINES = 6;

/** One value: what it is called, its numbers, the reader's own with its mark, and its working. */
export function ValueRow(props: ValueRowProps) {
  const { value, text, mark, isFirst, isOpen, open, onOpen, onOwn, onCheck } = props;
  const { of, role, symbol, spoken, sizes, planes } = value;
  const id = useId();
  const name = of === "loss" ? "loss" : `${spoken} of ${of}`;
  const lines = Math.max(
    text.split("\n", MOST_LINES).length,
    Math.min(4, planes?.[0]?.rows.length ?? 1),
  );

  return (
    <li className={own.value} data-role={role} data-first={isFirst || undefined}>
      <div className={own.name}>
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbol }} />
        <span className="visually-hidden">{name}</span>
        <span className={own.of}>
          <span aria-hidden="true">{of}</span> {sizes}
        </span>
      </div>
      <div className={own.numbers}>
        {planes ? (
          <MiniTensor planes={planes} name={name} />
        ) : (
          <p className={own.soft}>{VALUE_WORDS.large}</p>
        )}
      </div>
      <div className={own.mine}>
        <LongText
          className={own.field}
          rows={Math.min(MOST_LINES, lines)}
          aria-label={VALUE_WORDS.own(name)}
          aria-describedby={mark ? `${id}-mark` : undefined}
          aria-invalid={mark?.verdict === "incorrect" || undefined}
          placeholder="yours"
          value={text}
          onText={onOwn}
          onKeyDown={(event) => checkOnEnter(event, onCheck)}
        />
        {mark ? <Mark id={`${id}-mark`} mark={mark} /> : null}
      </div>
      <button
        type="button"
        className={own.open}
        aria-expanded={isOpen}
        aria-label={`The working of ${name}`}
        onClick={() => onOpen(!isOpen)}
      >
        {isOpen ? "Close" : "Working"}
      </button>
      {isOpen ? (
        <div className={own.opened}>
          {open ? (
            <Working value={value} name={name} open={open} form={props.form} onAt={props.onAt} />
          ) : (
            <p className={own.soft}>One moment …</p>
          )}
        </div>
      ) : null}
    </li>
  );
}

/** Ctrl or Cmd and Enter checks, as Enter itself begins a new row. */
function checkOnEnter(event: KeyboardEvent<HTMLTextAreaElement>, onCheck: () => void) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  onCheck();
}

function Mark({ id, mark }: { readonly id: string; readonly mark: MarkView }) {
  const { verdict, says, cells, slip, outcome } = mark;
  const title = slip?.title ?? outcome?.diagnoses[0]?.[0]?.title;
  return (
    <p id={id} className={own.mark} data-verdict={verdict}>
      <b>{MARK_WORDS[verdict]}</b> {says}
      {cells ? ` Wrong: ${cells}` : ""}
      {title ? <em>{title}</em> : null}
    </p>
  );
}
