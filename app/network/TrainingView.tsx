"use client";

import { OPTIMISER_WORDS } from "@/content/network";
import { Choice } from "../components/Choice";
import sheet from "../components/Sheet.module.css";
import { Bar } from "./Bar";
import type { TrainingScene } from "./engine/types";
import type { Form } from "./form";
import { OPTIMISERS } from "./link";
import styles from "./Panels.module.css";
import { useFirst } from "./use-first";

export interface TrainingViewProps {
  readonly form: Form;
  readonly training: TrainingScene;
  readonly onChange: (form: Form) => void;
}

/** What a step of training holds, which layers it trains, and a new head. */
export function TrainingView({ form, training, onChange }: TrainingViewProps) {
  const { layers, head, headProblem, says, parts } = training;
  const ids = layers.map(({ id }) => id);
  const { shown, more } = useFirst(layers, 60, "layers");
  return (
    <div className={styles.panel}>
      <div className={styles.controls}>
        <Choice
          title="Optimiser"
          value={form.optimiser}
          choices={OPTIMISERS.map((name) => [name, OPTIMISER_WORDS[name]])}
          onChange={(value) =>
            onChange({ ...form, optimiser: OPTIMISERS.find((one) => one === value) ?? "adam" })
          }
        />
        {head === null ? null : (
          <label className={sheet.field}>
            Classes of a new head, in place of {head}
            <input
              inputMode="numeric"
              autoComplete="off"
              value={form.head}
              aria-invalid={headProblem !== undefined}
              onChange={(event) => onChange({ ...form, head: event.target.value })}
            />
          </label>
        )}
      </div>
      {headProblem === undefined ? null : <p className={sheet.problem}>{headProblem}</p>}
      {layers.length === 0 ? null : (
        <fieldset className={styles.ticks}>
          <legend>Frozen layers: ticked ones are not trained</legend>
          <div className={styles.buttons}>
            {head === null ? null : (
              <button
                type="button"
                className={sheet.button}
                onClick={() => onChange({ ...form, frozen: ids.filter((id) => id !== head) })}
              >
                Train the head alone
              </button>
            )}
            <button
              type="button"
              className={sheet.button}
              onClick={() => onChange({ ...form, frozen: [] })}
            >
              Train all of it
            </button>
          </div>
          <ul>
            {shown.map(({ id, words, params, isFrozen }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={isFrozen}
                    onChange={(event) =>
                      onChange({
                        ...form,
                        frozen: event.target.checked
                          ? [...form.frozen, id]
                          : form.frozen.filter((one) => one !== id),
                      })
                    }
                  />
                  <span>
                    <b>{id}</b> <span className={styles.soft}>{words}</span>
                  </span>
                  <span className={styles.count}>{params}</span>
                </label>
              </li>
            ))}
          </ul>
          {more}
        </fieldset>
      )}
      <p className={styles.says} aria-live="polite">
        {says}
      </p>
      <table className={styles.figures}>
        <caption>A training step holds at once</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">values</th>
            <th scope="col">memory</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ label, values, text, part }) => (
            <tr key={label} data-total={part === undefined || undefined}>
              <th scope="row">{label}</th>
              <td>{values}</td>
              <td>
                {text}
                {part === undefined ? null : <Bar part={part} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
