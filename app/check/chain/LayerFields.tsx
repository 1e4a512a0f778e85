"use client";

import { CHAIN_FIELD_WORDS, KIND_WORDS } from "@/content/chain";
import { ADAPTIVE_SIZE } from "@/content/check";
import type { RowMove } from "../../components/use-moved-rows";
import { RowMoves } from "../../components/RowMoves";
import sheet from "../../components/Sheet.module.css";
import { OperandField } from "../OperandField";
import { ParamInput } from "../ParamInput";
import own from "./Chain.module.css";
import type { Sayings } from "./engine/types";
import type { LayerRow } from "./form";
import { fieldsOf, isKind, KIND_NAMES, type LayerField, weightsOf } from "./kinds";
import { readTensorFile } from "./read-file";

export interface LayerFieldsProps {
  readonly index: number;
  readonly count: number;
  readonly row: LayerRow;
  readonly id: string | undefined;
  readonly readAs: Sayings;
  readonly problems: Sayings;
  readonly onChange: (row: LayerRow) => void;
  readonly onMove: (move: RowMove) => void;
  readonly onRefused: (why: string) => void;
}

/** Options that are seldom touched. */
const FURTHER: readonly LayerField[] = [
  "dilation",
  "groups",
  "output_padding",
  "ceil_mode",
  "count_include_pad",
];

/** One layer: its kind, its options, its weights, and its place among the others. */
export function LayerFields(props: LayerFieldsProps) {
  const { index, count, row, id, readAs, problems, onChange } = props;
  const names = fieldsOf(row.kind);
  const further = names.filter((name) => FURTHER.includes(name));
  const hasWeights = (row.weights.w ?? "").trim() !== "";
  const isUsed = further.some((name) => (row.options[name] ?? "") !== "");

  const inputs = (shown: readonly LayerField[]) =>
    shown.map((name) => (
      <ParamInput
        key={name}
        name={name}
        such={name === "output_size" ? ADAPTIVE_SIZE : ""}
        placeholder={(name === "out" || name === "kernel") && hasWeights ? "from w" : ""}
        text={row.options[name] ?? ""}
        problem={problems[`${index}.${name}`]}
        onChange={(text) => onChange({ ...row, options: { ...row.options, [name]: text } })}
      />
    ));

  return (
    <li className={own.layer} aria-label={`Layer ${index + 1}`}>
      <div className={own.layerHead}>
        <span className={own.number} aria-hidden="true">
          {index + 1}
        </span>
        <select
          aria-label={`Kind of layer ${index + 1}`}
          value={row.kind}
          onChange={(event) => {
            if (isKind(event.target.value)) onChange({ ...row, kind: event.target.value });
          }}
        >
          {KIND_NAMES.map((name) => (
            <option key={name} value={name}>
              {KIND_WORDS[name]}
            </option>
          ))}
        </select>
        {id ? <code className={own.id}>{id}</code> : null}
        <RowMoves
          at={index}
          count={count}
          called={`layer ${index + 1}`}
          keepsOne
          onMove={props.onMove}
        />
      </div>
      {names.length > 0 ? (
        <div className={own.options}>
          {inputs(names.filter((name) => !FURTHER.includes(name)))}
          {further.length > 0 ? (
            <details className={own.further} open={isUsed || undefined}>
              <summary>more</summary>
              <div className={own.options}>{inputs(further)}</div>
            </details>
          ) : null}
        </div>
      ) : null}
      {weightsOf(row.kind).length > 0 ? (
        <div className={own.weights} data-rows>
          {weightsOf(row.kind).map((name) => (
            <OperandField
              key={name}
              {...CHAIN_FIELD_WORDS[row.kind === "ConvTranspose2d" && name === "w" ? "wt" : name]}
              {...(row.kind === "Linear" && name === "w" ? CHAIN_FIELD_WORDS.matrix : {})}
              hue="kernel"
              leastLines={name === "w" ? 2 : 1}
              text={row.weights[name] ?? ""}
              readAs={readAs[`${index}.${name}`]}
              problem={problems[`${index}.${name}`]}
              onChange={(text) => onChange({ ...row, weights: { ...row.weights, [name]: text } })}
              onFile={(file) =>
                void readTensorFile(
                  file,
                  (text) => onChange({ ...row, weights: { ...row.weights, [name]: text } }),
                  props.onRefused,
                )
              }
            />
          ))}
        </div>
      ) : null}
      {problems[String(index)] ? (
        <p className={sheet.problem} role="alert">
          {problems[String(index)]}
        </p>
      ) : null}
    </li>
  );
}
