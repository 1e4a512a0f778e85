"use client";

import { useEffect, useRef } from "react";
import styles from "./KeyboardHelp.module.css";
import tool from "./ToolButton.module.css";

const KEYS = [
  { keys: ["Space", "→"], does: "next step, while the steps have the focus" },
  { keys: ["←"], does: "one step back" },
  { keys: ["Home", "End"], does: "first step, last step" },
  { keys: ["Tab"], does: "into a tensor, and on to the next" },
  { keys: ["←", "↑", "→", "↓"], does: "from cell to cell inside a tensor" },
  { keys: ["Ctrl", "C"], does: "in a tensor: copy it, ready for a spreadsheet" },
  { keys: ["Alt", "↑", "↓"], does: "in a set: move the question up or down" },
  { keys: ["Esc"], does: "let go of a cell, close this" },
  { keys: ["?"], does: "this list" },
] as const;

/** A list of what the keys do; `?` opens it unless something is being typed. */
export function KeyboardHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) dialog.current?.showModal();
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, []);
  return (
    <>
      <button
        type="button"
        className={tool.tool}
        aria-label="Keyboard help"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keyboard-help">
        <h2 id="keyboard-help" className={styles.title}>
          Keys
        </h2>
        <dl className={styles.list}>
          {KEYS.map(({ keys, does }) => (
            <div key={does} className={styles.row}>
              <dt className={styles.keys}>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className={styles.close}>
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
