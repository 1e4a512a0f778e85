"use client";

import { useEffect, useState } from "react";

/** A longer form goes into a file: some programs cut links. */
export const LONGEST_LINK = 6000;

export interface LinkedForm<Form> {
  readonly blank: Form;
  readonly read: (link: string) => Form;
  readonly write: (form: Form) => string;
  /** Under which the tab keeps what is typed. */
  readonly kept: string;
}

/** What is typed, of one form that stays the same: in the link where that is short enough, and kept in this tab, so that a reload brings it back. */
export function useLinkedForm<Form>(linked: LinkedForm<Form>) {
  const [form, setForm] = useState<Form>(linked.blank);
  const [isAlive, setAlive] = useState(false);

  useEffect(() => {
    const load = () => {
      const link = window.location.hash.slice(1) || keptUnder(linked.kept);
      if (link !== "") setForm(linked.read(link));
      setAlive(true);
    };
    load();
    window.addEventListener("hashchange", load);
    return () => window.removeEventListener("hashchange", load);
  }, [linked]);

  function change(next: Form) {
    setForm(next);
    const link = linked.write(next);
    keep(linked.kept, link);
    const hash = link.length <= LONGEST_LINK ? `#${link}` : window.location.pathname;
    window.history.replaceState(null, "", hash);
  }

  return { form, change, isAlive };
}

function keptUnder(name: string): string {
  try {
    return window.sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function keep(name: string, link: string) {
  try {
    window.sessionStorage.setItem(name, link);
  } catch {
    // It then lasts as long as the page.
  }
}
