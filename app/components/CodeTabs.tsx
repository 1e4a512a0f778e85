"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import styles from "./CodeTabs.module.css";
import { CopyButton } from "./CopyButton";

export interface Code {
  readonly name: string;
  readonly text: string;
}

/** Code in tabs; arrow keys go from tab to tab. */
export function CodeTabs({ codes }: { readonly codes: readonly Code[] }) {
  const [index, setIndex] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const id = useId();
  const shown = codes[index];

  function onKeyDown(event: KeyboardEvent) {
    const last = codes.length - 1;
    const to = {
      ArrowRight: (index + 1) % codes.length,
      ArrowLeft: (index + last) % codes.length,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setIndex(to);
    tabs.current?.querySelectorAll("button")[to]?.focus();
  }

  return (
    <section className={styles.code} aria-label="The same as code">
      <div className={styles.head}>
        <div ref={tabs} role="tablist" aria-label="Language" className={styles.tabs}>
          {codes.map(({ name }, place) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              aria-selected={place === index}
              aria-controls={`${id}-panel`}
              tabIndex={place === index ? 0 : -1}
              className={styles.tab}
              onClick={() => setIndex(place)}
              onKeyDown={onKeyDown}
            >
              {name}
            </button>
          ))}
        </div>
        <CopyButton text={shown?.text ?? ""} />
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown?.name}`}
        tabIndex={0}
        className={`${styles.panel} sideways`}
      >
        {codes.map(({ name, text }, place) => (
          <pre key={name} className={styles.text} data-shown={place === index || undefined}>
            <code>{text}</code>
          </pre>
        ))}
      </div>
    </section>
  );
}
