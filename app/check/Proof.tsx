"use client";

import { useEffect, useRef, useState } from "react";
import { Fold } from "../components/Fold";
import type { ProofView, Request } from "./engine/types";
import styles from "./Result.module.css";
import { ask } from "./use-worker";

export interface ProofProps {
  readonly request: Extract<Request, { readonly kind: "prove" | "prove-chain" }>;
}

/** What is typed settles for as long before it is proved anew. */
const PAUSE = 200;

/** A result worked out again by other ways, once it is asked for. */
export function Proof({ request }: ProofProps) {
  const [isOpen, setOpen] = useState(false);
  const [proof, setProof] = useState<{ of: string; view: ProofView | string } | null>(null);
  const latest = useRef(request);
  const key = isOpen ? keyOf(request) : "";

  useEffect(() => {
    latest.current = request;
  });

  useEffect(() => {
    if (key === "") return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void ask(latest.current).then((reply) => {
        if (!isCurrent) return;
        if (reply.kind === "proof") setProof({ of: key, view: reply.proof });
        if (reply.kind === "failed") setProof({ of: key, view: reply.message });
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);

  const view = proof?.of === key ? proof.view : null;
  return (
    <Fold title="Prove it" open={isOpen} onToggle={setOpen}>
      <div aria-live="polite">
        {view === null ? (
          <p className={styles.soft} data-unprinted>
            Being worked out in other ways …
          </p>
        ) : typeof view === "string" ? (
          <p className={styles.soft}>{view}</p>
        ) : (
          <Proved view={view} />
        )}
      </div>
    </Fold>
  );
}

function Proved({ view: { says, heads, rows, more } }: { readonly view: ProofView }) {
  return (
    <div className={styles.proof}>
      <ul className={styles.proved}>
        {says.map(({ holds, words }) => (
          <li key={words} data-holds={holds}>
            {words}
          </li>
        ))}
      </ul>
      <div className={styles.scroll} role="group" aria-label="Cell by cell">
        <table className={styles.cells}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([cell, ...numbers]) => (
              <tr key={cell}>
                <th scope="row">{cell}</th>
                {numbers.map((number, column) => (
                  <td key={column}>{number}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? <p className={styles.soft}>and {more} more cells.</p> : null}
    </div>
  );
}

/** What a proof depends on: not on the answer that is typed meanwhile. */
function keyOf(request: ProofProps["request"]): string {
  if (request.kind === "prove-chain") return JSON.stringify(request.form);
  const { form, held, ask: asked } = request;
  const files = Object.entries(held).map(([name, file]) => [name, file.name, file.shape]);
  return JSON.stringify([{ ...form, answer: "", at: "" }, files, asked]);
}
