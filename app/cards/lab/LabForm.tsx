"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { type Lab, type Part, labNamed } from "@/lib/lab";
import { KernelError } from "@/lib/tensor";
import { Html } from "../../components/Html";
import { useRemembered } from "../../components/use-remembered";
import { renderInline } from "../../prose/render";
import { toShorthand } from "../../prose/shorthand";
import styles from "./Lab.module.css";
import { LabField } from "./LabField";
import { PartView } from "./PartView";
import { readTyped, typedFrom, withTyped } from "./typed";

/** Where it is said that the fields do not fit each other. */
const WHOLE = "the whole";

interface Worked {
  readonly parts?: readonly Part[];
  readonly problems: Readonly<Record<string, string>>;
}

/** The fields of a lab and what comes of them at once. What is typed stays in this browser, whether or not it fits. */
export default function LabForm({ id }: { readonly id: string }) {
  const lab = labNamed(id);
  if (!lab) throw new Error(`There is no lab “${id}”.`);
  return <Form lab={lab} />;
}

function Form({ lab }: { readonly lab: Lab }) {
  const [kept, keep] = useRemembered(`kernelwise:lab:${lab.id}`, "");
  const typed = typedFrom(kept, lab.fields);
  const latest = useDeferredValue(kept);
  const { parts, problems } = useMemo(() => workOut(lab, latest), [lab, latest]);
  const [last, setLast] = useState(parts);
  if (parts && parts !== last) setLast(parts);
  const shown = parts ?? last ?? [];
  return (
    <div className={styles.lab}>
      <Html as="p" className={styles.lead} text={toShorthand(renderInline(lab.lead))} />
      <div className={styles.work}>
        <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
          {Object.entries(lab.fields).map(([name, field]) => (
            <LabField
              key={name}
              field={field}
              typed={typed[name] ?? ""}
              problem={problems[name]}
              onChange={(changed) =>
                keep(JSON.stringify(withTyped(lab.fields, typed, name, changed)))
              }
            />
          ))}
        </form>
        <p className={styles.problem} aria-live="polite">
          {problems[WHOLE]}
        </p>
        <div className={styles.parts} data-stale={parts ? undefined : true}>
          {shown.map((part, index) => (
            <PartView
              key={`${part.kind} ${index}`}
              part={part}
              place={shown.slice(0, index + 1).filter(({ kind }) => kind === part.kind).length}
            />
          ))}
        </div>
      </div>
      <p>
        <button type="button" className={styles.reset} onClick={() => keep("")}>
          Start again from the lab’s numbers
        </button>
      </p>
    </div>
  );
}

function workOut(lab: Lab, kept: string): Worked {
  const read = readTyped(lab.fields, typedFrom(kept, lab.fields));
  if (!read.ok) return { problems: read.problems };
  try {
    return { parts: lab.work(read.values).parts, problems: {} };
  } catch (error) {
    if (error instanceof KernelError) return { problems: { [WHOLE]: error.message } };
    throw error;
  }
}
