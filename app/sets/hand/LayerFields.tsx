"use client";

import { useState } from "react";
import { ADAPTIVE_SIZE, OPERAND_WORDS } from "@/content/check";
import {
  FIELDS,
  type Form,
  OPERAND_ROLES,
  type OperandName,
  operandsOf,
  textOf,
} from "../../check/form";
import { OperandField } from "../../check/OperandField";
import { ParamInput } from "../../check/ParamInput";
import type { HandRead } from "../engine/types";
import { ask } from "../use-work";
import styles from "./Hand.module.css";
import { withOperand, withParam } from "./typed";

export interface LayerFieldsProps {
  readonly form: Form;
  /** The question as it stands in the set. */
  readonly own: unknown;
  readonly read: HandRead | null;
  /** Whether a gradient is asked for, so that one arrives. */
  readonly asksGradient: boolean;
  readonly onChange: (own: unknown) => void;
}

/** The tensors and settings of a layer, each with what was read in it or does not fit. */
export function LayerFields({ form, own, read, asksGradient, onChange }: LayerFieldsProps) {
  const [refused, setRefused] = useState<Readonly<Partial<Record<string, string>>>>({});
  const { op, sizesOnly } = form;
  const [hadGradient] = useState(textOf(form, "dy") !== "");
  const operands = operandsOf(op).filter((name) => name !== "dy" || hadGradient || asksGradient);
  const isAdaptive = op.startsWith("adaptive");

  function type(name: OperandName, text: string) {
    setRefused({});
    onChange(withOperand(own, name, text));
  }

  async function open(name: OperandName, file: File) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await ask({ kind: "tensor", name: file.name, bytes });
    if (reply.kind === "text") type(name, reply.text);
    if (reply.kind === "failed") setRefused({ [name]: reply.message });
  }

  return (
    <>
      <div className={styles.operands} data-rows>
        {operands.map((name) => (
          <OperandField
            key={name}
            {...OPERAND_WORDS[name]}
            hue={OPERAND_ROLES[name]}
            sizesOnly={sizesOnly}
            text={textOf(form, name)}
            readAs={read?.readAs[name]}
            problem={refused[name] ?? read?.problems[name]}
            onChange={(text) => type(name, text)}
            onFile={(file) => void open(name, file)}
          />
        ))}
      </div>
      {FIELDS[op].params.length > 0 ? (
        <div className={styles.params}>
          {FIELDS[op].params.map((name) => (
            <ParamInput
              key={name}
              name={name}
              such={name === "output_size" && isAdaptive ? ADAPTIVE_SIZE : undefined}
              text={form.params[name] ?? ""}
              problem={read?.problems[name]}
              onChange={(text) => onChange(withParam(own, name, text))}
            />
          ))}
        </div>
      ) : null}
      {read?.problems["all"] === undefined ? null : (
        <p className={styles.problem} role="alert">
          {read.problems["all"]}
        </p>
      )}
    </>
  );
}
