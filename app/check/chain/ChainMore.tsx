"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CopyButton } from "../../components/CopyButton";
import { CodeTabs } from "../../components/CodeTabs";
import sheet from "../../components/Sheet.module.css";
import { Fold } from "../../components/Fold";
import result from "../Result.module.css";
import { ask } from "../use-worker";
import type { SizeRow } from "./engine/types";
import type { ChainForm } from "./form";

export interface ChainMoreProps {
  readonly form: ChainForm;
  readonly sizes: readonly SizeRow[];
  readonly onSave: (whole: boolean) => void;
}

/** What the chain counts, and the chain to take elsewhere. */
export function ChainMore({ form, sizes, onSave }: ChainMoreProps) {
  return (
    <div className={result.more}>
      {sizes.length > 0 ? <ChainSizes rows={sizes} /> : null}
      <Latex form={form} />
      <Fold title="Take it elsewhere">
        <div className={result.save} data-unprinted>
          <button type="button" className={sheet.button} onClick={() => onSave(false)}>
            The chain as a file, for solve
          </button>
          <button type="button" className={sheet.button} onClick={() => onSave(true)}>
            With your values, for check
          </button>
          <CopyButton label="Copy a link to it" text={() => window.location.href} />
        </div>
      </Fold>
    </div>
  );
}

/** What can be counted, layer by layer. */
export function ChainSizes({ rows }: { readonly rows: readonly SizeRow[] }) {
  return (
    <Fold title="Sizes and counts">
      <Sizes rows={rows} />
    </Fold>
  );
}

/** The most rows that are listed. */
const MOST_ROWS = 60;

function Sizes({ rows }: { readonly rows: readonly SizeRow[] }) {
  return (
    <div className={result.scroll} role="group" aria-label="Layer by layer">
      <table className={result.cells}>
        <thead>
          <tr>
            {["layer", "output", "parameters", "multiply–adds", "receptive field"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ id, shape, params, macs, field }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>{shape}</td>
              <td>{params}</td>
              <td>{macs}</td>
              <td>{field}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS ? (
        <p className={result.soft}>and {rows.length - MOST_ROWS} more layers.</p>
      ) : null}
    </div>
  );
}

/** All of it as LaTeX, written when it is asked for. */
function Latex({ form }: { readonly form: ChainForm }) {
  const [made, setMade] = useState<{ of: ChainForm; text: string } | null>(null);
  const place = useRef<HTMLDivElement>(null);

  async function write() {
    const reply = await ask({ kind: "latex-chain", form });
    if (reply.kind !== "text" && reply.kind !== "failed") return;
    const text = reply.kind === "text" ? reply.text : `% ${reply.message}`;
    const hadFocus = place.current?.contains(document.activeElement) ?? false;
    flushSync(() => setMade({ of: form, text }));
    // The button that asked for it has gone.
    if (hadFocus) place.current?.querySelector("button")?.focus();
  }

  return (
    <Fold title="Everything as LaTeX" onToggle={(isOpen) => isOpen && void write()}>
      <div ref={place}>
        {made?.of === form ? (
          <CodeTabs codes={[{ name: "LaTeX", text: made.text }]} />
        ) : (
          <button
            type="button"
            className={sheet.button}
            data-unprinted
            onClick={() => void write()}
          >
            Write it
          </button>
        )}
      </div>
    </Fold>
  );
}
