"use client";

import { useId, useState } from "react";
import { RUN_WORDS } from "@/content/network-run";
import { Fold } from "../components/Fold";
import { BesideView } from "./BesideView";
import type { Scene, Worked } from "./engine/types";
import type { Form } from "./form";
import { LayerTable } from "./LayerTable";
import { OwnTable } from "./OwnTable";
import { ReplacedView } from "./ReplacedView";
import styles from "./Results.module.css";
import { RunView } from "./RunView";
import { SightView } from "./SightView";
import { TakeAway } from "./TakeAway";
import { TrainingView } from "./TrainingView";

export interface ResultsProps {
  readonly form: Form;
  readonly scene: Scene;
  readonly isStale: boolean;
  readonly other: Worked["other"] | undefined;
  readonly onChange: (form: Form) => void;
}

/** What a network makes of its input, what it costs, and what it is compared with. */
export function Results({ form, scene, isStale, other, onChange }: ResultsProps) {
  const id = useId();
  const [opened] = useState(() => openedBy(form));
  return (
    <div className={styles.results} data-stale={isStale || undefined}>
      <section aria-labelledby={id} className={styles.section}>
        <h2 id={id} className={styles.title}>
          The layers
        </h2>
        {scene.where.length > 0 ? <p className={styles.where}>{scene.where.join("; ")}.</p> : null}
        <LayerTable
          scene={scene}
          onAt={(at) => onChange({ ...form, at: form.at === at ? "" : at })}
        />
        <p className={styles.soft}>
          Choose a number for its working. The activation of a layer is its output; the input is not
          counted. A dash stands where no single number can be told.
        </p>
      </section>
      {scene.sight ? (
        <SightView sight={scene.sight} onUnit={(unit) => onChange({ ...form, unit })} />
      ) : null}
      <div className={styles.folds}>
        <Fold title="Training it, and transfer learning" {...opened.training}>
          <TrainingView form={form} training={scene.training} onChange={onChange} />
        </Fold>
        <Fold title={RUN_WORDS.title}>
          <RunView key={networkOf(form)} form={form} offer={scene.run} />
        </Fold>
        <Fold title="Beside another network" {...opened.beside}>
          <BesideView form={form} versus={scene.beside} read={other} onChange={onChange} />
        </Fold>
        {scene.replaced ? (
          <Fold title="A convolution, or fully connected?" {...opened.replaced}>
            <ReplacedView
              convolutions={scene.convolutions}
              replaced={scene.replaced}
              onChoose={(replaced) => onChange({ ...form, replaced })}
            />
          </Fold>
        ) : null}
        <Fold title="Check your own table" {...opened.table}>
          <OwnTable
            form={form}
            checked={scene.checked}
            problem={scene.tableProblem}
            onChange={onChange}
          />
        </Fold>
        <Fold title="Take it elsewhere">
          <TakeAway form={form} />
        </Fold>
      </div>
    </div>
  );
}

/** What a run is of: another network has none yet. */
function networkOf({ code, input, conventions, dtype }: Form): string {
  return JSON.stringify([code, input, conventions, dtype]);
}

/** What a link speaks of is open from the beginning. */
function openedBy({ frozen, head, other, replaced, table }: Form) {
  return {
    training: open(frozen.length > 0 || head !== ""),
    beside: open(other !== ""),
    replaced: open(replaced !== ""),
    table: open(table !== ""),
  };
}

function open(isOpen: boolean) {
  return isOpen ? { open: true } : {};
}
