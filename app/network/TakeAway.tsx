"use client";

import { useState } from "react";
import { CopyButton } from "../components/CopyButton";
import { download } from "../components/download";
import sheet from "../components/Sheet.module.css";
import { LONGEST_LINK } from "../components/use-kept-form";
import type { Form } from "./form";
import { writeLink } from "./link";
import styles from "./Panels.module.css";
import { ask } from "./use-work";

/** The network as a link where it is short, and as a file that the command line reads. */
export function TakeAway({ form }: { readonly form: Form }) {
  const [problem, setProblem] = useState("");
  const isShort = writeLink(form).length <= LONGEST_LINK;

  async function save() {
    const reply = await ask({ kind: "save", form });
    setProblem(reply.kind === "failed" ? reply.message : "");
    if (reply.kind === "save") download(reply.json, "network.json");
  }

  return (
    <div className={styles.panel} data-unprinted>
      <div className={styles.buttons}>
        <button type="button" className={sheet.button} onClick={() => void save()}>
          The network as a file, for network and solve
        </button>
        {isShort ? (
          <CopyButton label="Copy a link to it" text={() => window.location.href} />
        ) : (
          <p className={styles.soft}>It is too long for a link; the file holds it.</p>
        )}
      </div>
      {problem === "" ? null : <p className={sheet.problem}>{problem}</p>}
    </div>
  );
}
