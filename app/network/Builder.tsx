"use client";

import { startTransition, useId, useState } from "react";
import { FIELD_WORDS } from "@/content/network";
import { RowMoves } from "../components/RowMoves";
import sheet from "../components/Sheet.module.css";
import { placeAfter, type RowMove, useMovedRows } from "../components/use-moved-rows";
import type { LayerEdit } from "@/lib/network";
import styles from "./Builder.module.css";
import type { Builder as Built, BuiltLayer } from "./engine/types";
import type { Form } from "./form";
import { useFirst } from "./use-first";
import { ask } from "./use-work";

export interface BuilderProps {
  readonly form: Form;
  readonly builder: Built | undefined;
  readonly onCode: (code: string) => void;
}

/** The same list of layers, to be edited one by one: each change is written into the box as a list, a layer a line. */
export function Builder({ form, builder, onCode }: BuilderProps) {
  const [problem, setProblem] = useState("");
  const [former, setFormer] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const layers = builder?.layers ?? [];
  const isList = form.code.trim() === "" || form.code.trimStart().startsWith("[");

  async function edit(change: LayerEdit) {
    const reply = await ask({ kind: "edit", form, edit: change });
    setProblem(reply.kind === "failed" ? reply.message : "");
    if (reply.kind !== "edit") return;
    if (!isList) setFormer(form.code);
    onCode(reply.code);
  }

  return (
    <details
      className={styles.builder}
      onToggle={({ currentTarget: { open } }) => startTransition(() => setOpen(open))}
    >
      <summary>Layer by layer</summary>
      {isList ? null : (
        <p className={styles.soft}>
          A change here rewrites the box as a list of layers; the code can be brought back.
        </p>
      )}
      {former !== null && isList ? (
        <p className={styles.soft}>
          The box holds the list now.{" "}
          <button
            type="button"
            onClick={() => {
              onCode(former);
              setFormer(null);
            }}
          >
            Bring the code back
          </button>
        </p>
      ) : null}
      {isOpen ? <Layers layers={layers} onEdit={(change) => void edit(change)} /> : null}
      {problem ? (
        <p className={sheet.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <Adding kinds={builder?.kinds ?? []} onAdd={(name) => void edit({ do: "add", name })} />
    </details>
  );
}

interface LayersProps {
  readonly layers: readonly BuiltLayer[];
  readonly onEdit: (edit: LayerEdit) => void;
}

function Layers({ layers, onEdit }: LayersProps) {
  const { shown, more, showMore } = useFirst(layers, 24, "layers");
  const { list, follow, said } = useMovedRows<HTMLOListElement>();

  function move(at: number, one: RowMove) {
    const to = placeAfter(at, one, layers.length);
    onEdit(one === "away" ? { do: "remove", at } : { do: "move", at, to });
    if (to >= shown.length) showMore();
    follow(at, one, `Layer ${at + 1}, ${layers[at]?.name},`, layers.length);
  }

  return (
    <>
      <ol ref={list} className={styles.layers}>
        {shown.map((layer, at) => (
          <BuilderRow
            key={at}
            layer={layer}
            at={at}
            count={layers.length}
            onEdit={onEdit}
            onMove={(one) => move(at, one)}
          />
        ))}
      </ol>
      {more}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}

interface AddingProps {
  readonly kinds: readonly string[];
  readonly onAdd: (name: string) => void;
}

function Adding({ kinds, onAdd }: AddingProps) {
  const id = useId();
  const [kind, setKind] = useState("Conv2d");
  return (
    <div className={styles.adding}>
      <label htmlFor={id}>Another layer</label>
      <select id={id} value={kind} onChange={(event) => setKind(event.target.value)}>
        {kinds.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button type="button" className={sheet.button} onClick={() => onAdd(kind)}>
        Add it
      </button>
    </div>
  );
}

interface BuilderRowProps {
  readonly layer: BuiltLayer;
  readonly at: number;
  readonly count: number;
  readonly onEdit: (edit: LayerEdit) => void;
  readonly onMove: (move: RowMove) => void;
}

function BuilderRow({ layer: { name, options }, at, count, onEdit, onMove }: BuilderRowProps) {
  const called = `layer ${at + 1}, ${name}`;
  return (
    <li className={styles.layer}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <RowMoves at={at} count={count} called={`layer ${at + 1} (${name})`} onMove={onMove} />
      </div>
      <div className={styles.options}>
        {options.map(({ key, text }) => (
          <Option
            key={key}
            name={key}
            text={text}
            called={called}
            onCommit={(next) => onEdit({ do: "set", at, key, text: next })}
          />
        ))}
      </div>
    </li>
  );
}

interface OptionProps {
  readonly name: string;
  readonly text: string;
  readonly called: string;
  readonly onCommit: (text: string) => void;
}

/** An option is taken over when the field is left, or by Enter. */
function Option({ name, text, called, onCommit }: OptionProps) {
  const [typed, setTyped] = useState(text);
  const [former, setFormer] = useState(text);
  if (former !== text) {
    setFormer(text);
    setTyped(text);
  }
  const words = FIELD_WORDS[name] ?? name;
  const commit = () => {
    if (typed !== text) onCommit(typed);
  };
  return (
    <label className={styles.option}>
      {words}
      <input
        aria-label={`${words} of ${called}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          commit();
        }}
      />
    </label>
  );
}
