"use client";

import { useEffect, useRef, useState } from "react";
import { finish, keep, keeping as keepingText, kept } from "./keep";

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

/** Typing comes into the link, and a long text into this tab, once it pauses for as long, and when the page goes away. */
const PAUSE = 200;

/** What is typed: in the link where that is short enough, and kept in this tab, so that a reload brings it back. */
export function useKeptForm<Form>(keeping: Keeping<Form>) {
  const [form, setForm] = useState<Form>(keeping.blank);
  const [isAlive, setAlive] = useState(false);
  const pending = useRef<{ readonly steps: Iterator<void, void>; timer: number } | null>(null);

  useEffect(() => {
    const load = () => {
      const hash = window.location.hash.slice(1);
      const isOld = isReload() && hash === kept(outdated(keeping));
      const isCurrent = hash !== "" && keeping.owns(hash) && !isOld;
      const link = isCurrent ? hash : kept(keeping.name);
      keep(outdated(keeping), "");
      if (link !== "") setForm(keeping.read(link));
      setAlive(true);
    };
    const flush = () => {
      if (!pending.current) return;
      clearTimeout(pending.current.timer);
      const address = window.location.hash.slice(1);
      finish(pending.current.steps);
      keep(outdated(keeping), address);
      pending.current = null;
    };
    load();
    window.addEventListener("hashchange", load);
    // What is kept when a page is hidden may come too late for the next; on a phone there is nothing earlier.
    window.addEventListener("beforeunload", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      flush();
      keep(outdated(keeping), "");
      window.removeEventListener("hashchange", load);
      window.removeEventListener("beforeunload", flush);
      window.removeEventListener("pagehide", flush);
    };
  }, [keeping]);

  function change(next: Form) {
    setForm(next);
    clearTimeout(pending.current?.timer);
    // A page that is busy may be reloaded without being asked first, and a reload that has begun goes to the address as
    // it was then, whatever it has become meanwhile.
    if (lengthOf(next) <= LONGEST_LINK) {
      keep(outdated(keeping), window.location.hash.slice(1));
      keep(keeping.name, keeping.write(next));
    }
    pending.current = { steps: keepingForm(keeping, next), timer: window.setTimeout(goOn, PAUSE) };
  }

  function goOn() {
    if (!pending.current) return;
    if (pending.current.steps.next().done) pending.current = null;
    else pending.current.timer = window.setTimeout(goOn);
  }

  return { form, change, isAlive };
}

/**
 * The name of the link that was in the address when later typing was kept. It stands until a form is loaded or the page
 * is left by a link of the site, and counts for a reload alone: whoever opens that link again means it.
 */
function outdated({ name }: Pick<Keeping<unknown>, "name">): string {
  return `${name}.outdated`;
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
}

/** The characters of all texts in a form. */
function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + lengthOf(part), 0);
}

/** Keeps a form in this tab, and in the link where it is short enough. */
export function keepForm<Form>(keeping: Keeping<Form>, form: Form) {
  finish(keepingForm(keeping, form));
}

/** The same in steps. */
function* keepingForm<Form>(keeping: Keeping<Form>, form: Form): Generator<void, void> {
  const link = keeping.write(form);
  show(link);
  yield* keepingText(keeping.name, link);
}

/** Puts the form that this tab keeps into the link. */
export function showKept({ name }: Pick<Keeping<unknown>, "name">) {
  show(kept(name));
}

function show(link: string) {
  const isShort = link !== "" && link.length <= LONGEST_LINK;
  window.history.replaceState(null, "", isShort ? `#${link}` : window.location.pathname);
}
