"use client";

import { useState } from "react";
import { CHAIN_FIELD_WORDS } from "@/content/chain";
import { placeAfter, type RowMove, useMovedRows } from "../../components/use-moved-rows";
import sheet from "../../components/Sheet.module.css";
import { OperandField } from "../OperandField";
import own from "./Chain.module.css";
import type { ChainWorked } from "./engine/types";
import { type ChainForm, type LayerRow, moved, newRow } from "./form";
import { LayerFields } from "./LayerFields";
import { LossFields } from "./LossFields";
import { Pager } from "./Pager";
import { readTensorFile } from "./read-file";

export interface EditorProps {
  readonly form: ChainForm;
  readonly worked: ChainWorked | undefined;
  readonly onEdit: (next: Partial<ChainForm>) => void;
}

/** The layers that are shown at once. */
const PAGE = 12;

/** A chain layer by layer: its input, its layers with their weights, its loss. */
export function LayerEditor({ form, worked, onEdit }: EditorProps) {
  const { layers } = form;
  const [from, setFrom] = useState(0);
  const { list, follow, said, say } = useMovedRows<HTMLOListElement>();
  const start = Math.min(from, Math.max(0, layers.length - 1));
  const { readAs = {}, problems = {}, ids = [] } = worked ?? {};

  function change(index: number, row: LayerRow) {
    onEdit({ layers: layers.with(index, row) });
  }

  function add() {
    onEdit({ layers: [...layers, newRow(layers.at(-1)?.kind === "Conv2d" ? "ReLU" : "Conv2d")] });
    setFrom(Math.floor(layers.length / PAGE) * PAGE);
    say(`Layer ${layers.length + 1} added`);
  }

  function move(index: number, one: RowMove) {
    const to = placeAfter(index, one, layers.length);
    onEdit({ layers: one === "away" ? layers.toSpliced(index, 1) : moved(layers, index, to) });
    if (to < start || to >= start + PAGE) setFrom(Math.floor(to / PAGE) * PAGE);
    follow(index, one, `Layer ${index + 1}`, layers.length);
  }

  return (
    <>
      <div className={own.given}>
        <OperandField
          {...CHAIN_FIELD_WORDS.x}
          hue="input"
          text={form.x}
          readAs={readAs["x"]}
          problem={problems["x"]}
          onChange={(x) => onEdit({ x })}
          onFile={(file) => void readTensorFile(file, (x) => onEdit({ x }), say)}
        />
        <SeedField form={form} worked={worked} onEdit={onEdit} />
      </div>
      <ol ref={list} className={own.layers} start={start + 1} aria-label="Layers">
        {layers.slice(start, start + PAGE).map((row, place) => {
          const index = start + place;
          return (
            <LayerFields
              key={index}
              index={index}
              count={layers.length}
              row={row}
              id={ids[index]}
              readAs={readAs}
              problems={problems}
              onChange={(next) => change(index, next)}
              onMove={(one) => move(index, one)}
              onRefused={say}
            />
          );
        })}
      </ol>
      <div className={own.under}>
        <button type="button" className={sheet.button} onClick={add}>
          Add a layer
        </button>
        <Pager from={start} size={PAGE} count={layers.length} what="layers" onFrom={setFrom} />
      </div>
      <LossFields form={form} readAs={readAs} problems={problems} onEdit={onEdit} />
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}

/** What is left out is drawn from a seed. */
export function SeedField({ form, worked, onEdit }: EditorProps) {
  const problem = worked?.problems["seed"];
  const drawn = worked?.drawn;
  return (
    <div className={sheet.field}>
      <label htmlFor="chain-seed">{CHAIN_FIELD_WORDS.seed.words}</label>
      <input
        id="chain-seed"
        className={own.short}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby="chain-seed-such"
        aria-invalid={problem !== undefined}
        value={form.seed}
        onChange={(event) => onEdit({ seed: event.target.value })}
      />
      <p id="chain-seed-such" className={problem ? sheet.problem : sheet.note} aria-live="polite">
        {problem ?? CHAIN_FIELD_WORDS.seed.such}
      </p>
      {drawn ? (
        <button
          type="button"
          className={sheet.quiet}
          onClick={() => onEdit({ ...drawn, seed: "" })}
        >
          Write the drawn numbers into the fields
        </button>
      ) : null}
    </div>
  );
}
