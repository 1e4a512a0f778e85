"use client";

import { useId, type ReactNode } from "react";
import { MATERIALS_WORDS } from "@/content/grading";
import { FileDrop } from "../FileDrop";
import { Field } from "../fields";
import card from "../HandOut.module.css";
import type { Part, Parts } from "./engine/types";
import type { useMaterials } from "./use-materials";

export interface FilePartProps {
  readonly title: string;
  /** The file that was opened. */
  readonly name: string | null;
  readonly part: Part | undefined;
  readonly note: string;
  readonly label: string;
  readonly accept: string;
  /** Whether it takes the whole width. */
  readonly isWide?: boolean;
  readonly onFile: (file: File) => void;
  readonly onAway: () => void;
  readonly children?: ReactNode;
}

/** A file to be opened, with what was read of it or what does not fit. */
export function FilePart({ title, name, part, note, children, ...props }: FilePartProps) {
  const id = useId();
  const { label, accept, isWide = false, onFile, onAway } = props;
  return (
    <section className={isWide ? `${card.part} ${card.files}` : card.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className={card.soft}>{note}</p>
      {name === null ? null : (
        <p>
          {part?.says ? (
            <>
              <strong>{part.says}</strong>, from {name}.
            </>
          ) : (
            `From ${name}.`
          )}{" "}
          <button
            type="button"
            className={card.link}
            aria-label={`Take ${name} away`}
            onClick={onAway}
          >
            Take it away
          </button>
        </p>
      )}
      {children}
      <FileDrop label={label} accept={accept} onFile={onFile} />
      {part?.problem ? (
        <p className={card.problem} role="alert">
          {part.problem}
        </p>
      ) : null}
    </section>
  );
}

export interface MaterialPartsProps {
  readonly state: ReturnType<typeof useMaterials>;
  readonly parts: Parts;
}

/** The set, its secret, and who got a sheet. */
export function MaterialParts({ state, parts }: MaterialPartsProps) {
  const { files, hereTitle, hasTabKey, variants, openSet, openKey, openRoster, type } = state;
  return (
    <>
      <FilePart
        title="The set"
        name={files.set?.name ?? null}
        part={parts.set}
        note={hereTitle === null ? MATERIALS_WORDS.set : MATERIALS_WORDS.here}
        label={files.set || hereTitle !== null ? "Open another set" : "Open the set’s file"}
        accept=".yaml,.yml,.json"
        onFile={(file) => void textOf(file).then(openSet)}
        onAway={() => openSet(null)}
      >
        {hereTitle !== null && parts.set?.says ? <strong>{parts.set.says}</strong> : null}
      </FilePart>
      <FilePart
        title="The key file"
        name={files.key?.name ?? null}
        part={parts.key}
        note={hasTabKey ? MATERIALS_WORDS.tabKey : MATERIALS_WORDS.key}
        label={files.key || hasTabKey ? "Open another key file" : "Open the key file"}
        accept=".json,application/json"
        onFile={(file) => void textOf(file).then(openKey)}
        onAway={() => openKey(null)}
      />
      <FilePart
        title="Who got a sheet"
        name={files.roster?.name ?? null}
        part={parts.roster}
        note={MATERIALS_WORDS.roster}
        label={files.roster ? "Open another roster" : "Open the roster"}
        accept=".csv,.tsv,.txt,text/csv"
        onFile={(file) => void bytesOf(file).then(openRoster)}
        onAway={() => openRoster(null)}
      >
        {files.roster ? null : (
          <Field
            label="Or how many sheets there were"
            inputMode="numeric"
            value={variants}
            placeholder="as the set says"
            onChange={type}
          />
        )}
      </FilePart>
    </>
  );
}

export async function textOf(file: File) {
  return { name: file.name, content: await file.text() };
}

export async function bytesOf(file: File) {
  return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
}
