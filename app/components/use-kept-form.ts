"use client";

import { useEffect, useRef, useState } from "react";

/** A longer question goes into a file: some programs cut links. */
export const LONGEST_LINK = 6000;

/** How a form is kept. */
export interface Keeping<Form> {
  /** The name under which this tab keeps it. */
  readonly name: string;
  readonly blank: Form;
  readonly read: (link: string) => Form;
  readonly write: (form: Form) => string;
  /** Whether a link is of this form. */
  readonly owns: (link: string) => boolean;
}

/** Typing is kept once it pauses for as long, and when the page goes away. */
const PAUSE = 200;

/** What is typed: in the link where that is short enough, and kept in this tab, so that a reload brings it back. */
export function useKeptForm<Form>(keeping: Keeping<Form>) {
  const [form, setForm] = useState<Form>(keeping.blank);
  const [isAlive, setAlive] = useState(false);
  const pending = useRef<{ readonly form: Form; readonly timer: number } | null>(null);

  useEffect(() => {
    const load = () => {
      const hash = window.location.hash.slice(1);
      const isCurrent = hash !== "" && keeping.owns(hash) && hash !== kept(outdated(keeping));
      const link = isCurrent ? hash : kept(keeping.name);
      keep(outdated(keeping), "");
      if (link !== "") setForm(keeping.read(link));
      setAlive(true);
    };
    const flush = () => {
      if (!pending.current) return;
      clearTimeout(pending.current.timer);
      // A reload goes to the address as it was before this.
      keep(outdated(keeping), window.location.hash.slice(1));
      keepForm(keeping, pending.current.form);
      pending.current = null;
    };
    load();
    window.addEventListener("hashchange", load);
    // What is kept when a page is hidden may come too late for the next; on a phone there is nothing earlier.
    window.addEventListener("beforeunload", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      flush();
      window.removeEventListener("hashchange", load);
      window.removeEventListener("beforeunload", flush);
      window.removeEventListener("pagehide", flush);
    };
  }, [keeping]);

  function change(next: Form) {
    setForm(next);
    clearTimeout(pending.current?.timer);
    const timer = window.setTimeout(() => {
      pending.current = null;
      keepForm(keeping, next);
    }, PAUSE);
    pending.current = { form: next, timer };
  }

  return { form, change, isAlive };
}

/** The name of the link that was in the address when later typing was kept. */
function outdated({ name }: Pick<Keeping<unknown>, "name">): string {
  return `${name}.outdated`;
}

/** Keeps a form in this tab, and in the link where it is short enough. */
export function keepForm<Form>(keeping: Keeping<Form>, form: Form) {
  const link = keeping.write(form);
  keep(keeping.name, link);
  show(link);
}

/** Puts the form that this tab keeps into the link. */
export function showKept({ name }: Pick<Keeping<unknown>, "name">) {
  show(kept(name));
}

function show(link: string) {
  const isShort = link !== "" && link.length <= LONGEST_LINK;
  window.history.replaceState(null, "", isShort ? `#${link}` : window.location.pathname);
}

/** What this tab keeps under a name. */
export function kept(name: string): string {
  try {
    return window.sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a text in this tab. */
export function keep(name: string, text: string) {
  try {
    window.sessionStorage.setItem(name, text);
  } catch {
    // It then lasts as long as the page.
  }
}
