"use client";

import type { ChangeEvent } from "react";
import { CopyButton } from "../components/CopyButton";
import { download } from "../components/download";
import sheet from "../components/Sheet.module.css";
import { LONGEST_LINK } from "../components/use-kept-form";
import { type SetData, fileName } from "./data";
import { writeLink } from "./link";
import styles from "./Sets.module.css";
import { ask } from "./use-work";

export interface ToolsProps {
  readonly set: SetData;
  readonly onOpen: (file: File) => void;
  readonly onEmpty: () => void;
}

/** The set as a file or a link, and another in its place. */
export function Tools({ set, onOpen, onEmpty }: ToolsProps) {
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (file) onOpen(file);
    event.target.value = "";
  }
  async function save(form: "yaml" | "json") {
    const reply = await ask({ kind: "save", set, form });
    if (reply.kind === "text") download(reply.text, `${fileName(set)}.${form}`, TYPES[form]);
  }
  const link = writeLink(set);
  return (
    <div className={styles.tools}>
      <label className={sheet.quiet}>
        Open a file
        <input
          type="file"
          className="visually-hidden"
          accept=".yaml,.yml,.json"
          onChange={choose}
        />
      </label>
      <button type="button" className={sheet.quiet} onClick={() => void save("yaml")}>
        Save as YAML
      </button>
      <button type="button" className={sheet.quiet} onClick={() => void save("json")}>
        Save as JSON
      </button>
      {link === "" ? null : link.length > LONGEST_LINK ? (
        <span className={styles.soft}>Too long for a link; the file holds it.</span>
      ) : (
        <CopyButton
          label="Copy a link"
          text={() => `${window.location.origin}${window.location.pathname}#${link}`}
        />
      )}
      <button type="button" className={sheet.quiet} onClick={onEmpty}>
        Begin anew
      </button>
    </div>
  );
}

const TYPES = { yaml: "application/yaml", json: "application/json" } as const;
