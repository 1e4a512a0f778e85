"use client";

import { useState } from "react";
import { CHAIN_FIELD_WORDS } from "@/content/chain";
import styles from "../Check.module.css";
import fields from "../Fields.module.css";
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
  const [said, setSaid] = useState("");
  const start = Math.min(from, Math.max(0, layers.length - 1));
  const { readAs = {}, problems = {}, ids = [] } = worked ?? {};

  function change(index: number, row: LayerRow) {
    onEdit({ layers: layers.with(index, row) });
  }

  function add() {
    onEdit({ layers: [...layers, newRow(layers.at(-1)?.kind === "Conv2d" ? "ReLU" : "Conv2d")] });
    setFrom(Math.floor(layers.length / PAGE) * PAGE);
    setSaid(`Layer ${layers.length + 1} added`);
  }

  return (
    <>
      <div className={own.given}>
        <OperandField
          {...CHAIN_FIELD_WORDS.x}
          hue="input"
          isRequired
          text={form.x}
          readAs={readAs["x"]}
          problem={problems["x"]}
          onChange={(x) => onEdit({ x })}
          onFile={(file) => void readTensorFile(file, (x) => onEdit({ x }), setSaid)}
        />
        <SeedField form={form} worked={worked} onEdit={onEdit} />
      </div>
      <ol className={own.layers} start={start + 1} aria-label="Layers">
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
              onMove={(by) => {
                onEdit({ layers: moved(layers, index, by) });
                setSaid(`Layer ${index + 1} is now layer ${index + by + 1}`);
              }}
              onRemove={() => {
                onEdit({ layers: layers.toSpliced(index, 1) });
                setSaid(`Layer ${index + 1} removed`);
              }}
              onRefused={setSaid}
            />
          );
        })}
      </ol>
      <div className={own.under}>
        <button type="button" className={own.add} onClick={add}>
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
    <div className={fields.param}>
      <label htmlFor="chain-seed" className={fields.small}>
        {CHAIN_FIELD_WORDS.seed.words}
      </label>
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
      <p id="chain-seed-such" className={problem ? fields.problem : fields.read} aria-live="polite">
        {problem ?? CHAIN_FIELD_WORDS.seed.such}
      </p>
      {drawn ? (
        <button
          type="button"
          className={styles.tool}
          onClick={() => onEdit({ ...drawn, seed: "" })}
        >
          Write the drawn numbers into the fields
        </button>
      ) : null}
    </div>
  );
}
