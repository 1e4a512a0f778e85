"use client";

import { KNOWN_NETWORKS } from "@/lib/network/known";
import { Choice } from "../components/Choice";
import sheet from "../components/Sheet.module.css";
import { CodeField } from "./CodeField";
import type { Versus, Worked } from "./engine/types";
import type { Form } from "./form";
import styles from "./Panels.module.css";
import { useBounded } from "./use-bounded";
import { VersusTable } from "./VersusTable";

export interface BesideViewProps {
  readonly form: Form;
  readonly versus: Versus | null;
  /** How the other one was read. */
  readonly read: Worked["other"] | undefined;
  readonly onChange: (form: Form) => void;
}

/** A second network, ready-made or pasted, and both beside each other. */
export function BesideView({ form, versus, read, onChange }: BesideViewProps) {
  const { refused, type } = useBounded("network", (other) => onChange({ ...form, other }));
  const isEmpty = form.other.trim() === "";
  const known = KNOWN_NETWORKS.find(({ code }) => code === form.other);
  return (
    <div className={styles.panel}>
      <div className={styles.controls}>
        <Choice
          title="The other network"
          value={known?.id ?? ""}
          choices={[
            ["", "pasted below"],
            ...KNOWN_NETWORKS.map(({ id, title }) => [id, title] as const),
          ]}
          onChange={(value) => {
            const chosen = KNOWN_NETWORKS.find(({ id }) => id === value);
            onChange({
              ...form,
              other: chosen?.code ?? "",
              otherInput: chosen?.input.join("×") ?? "",
            });
          }}
        />
        <label className={sheet.field}>
          Its input shape
          <input
            autoComplete="off"
            spellCheck={false}
            placeholder="the same"
            value={form.otherInput}
            onChange={(event) => onChange({ ...form, otherInput: event.target.value })}
          />
        </label>
      </div>
      <CodeField
        label="Its code or layers"
        code={form.other}
        says={read?.readAs ?? ""}
        problems={isEmpty ? [] : (read?.problems ?? [])}
        notes={isEmpty ? [] : (read?.notes ?? [])}
        onChange={type}
      />
      {refused === "" ? null : (
        <p className={sheet.problem} role="alert">
          {refused}
        </p>
      )}
      <p className="visually-hidden" aria-live="polite">
        {versus ? `${versus.names.join(" beside ")}: the table follows.` : ""}
      </p>
      {versus ? <VersusTable versus={versus} /> : null}
    </div>
  );
}
