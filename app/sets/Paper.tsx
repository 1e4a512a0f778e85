"use client";

import { useEffect, useRef } from "react";
import styles from "./Paper.module.css";

export interface PaperProps {
  /** As the library writes it for its own pages, with its style. */
  readonly html: string;
  readonly label: string;
}

/** A piece of a sheet in the very form in which it is printed, in a shadow of its own. */
export function Paper({ html, label }: PaperProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: "open" });
    if (root) root.innerHTML = html;
  }, [html]);
  return <div ref={host} role="group" aria-label={label} className={styles.paper} />;
}
