"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { BROKEN_LINK_WORDS, UNDO_WORDS } from "@/content/sets";
import { keep } from "../components/keep";
import { type Keeping, useKeptForm } from "../components/use-kept-form";
import { BLANK, type SetData, textOf } from "./data";
import { holdsSet, readLink, writeLink } from "./link";
import type { Roster } from "./Roster";
import { useKey } from "./use-key";
import { ask } from "./use-work";

const KEEPING: Keeping<SetData> = {
  name: "kernelwise.set",
  blank: BLANK,
  read: readLink,
  write: writeLink,
  owns: holdsSet,
};

/** What was taken away, and in what words. */
export interface Former {
  readonly set: SetData;
  readonly words: string;
}

/** The set that is built, with its secret and its roster; what is replaced or removed can be brought back. */
export function useSet() {
  const { form: set, change, isAlive } = useKeptForm(KEEPING);
  const [roster, setRoster] = useState<Roster | null>(null);
  const [former, setFormer] = useState<Former | null>(null);
  const [refused, setRefused] = useState("");
  const isEmpty = set.questions.length === 0;
  const [key, keepKey] = useKey(isAlive && !isEmpty);
  const whole = useMemo(
    () => (isEmpty || key === null ? null : { set, roster, key }),
    [isEmpty, set, roster, key],
  );

  // A set that came by a link is kept too, so that the page on which it is graded finds it.
  useEffect(() => {
    if (!isEmpty) keep(KEEPING.name, writeLink(set));
  }, [set, isEmpty]);

  const link = useSyncExternalStore(subscribe, linkNow, () => "");
  const isBroken = useMemo(() => link !== "" && !holdsSet(link), [link]);

  /** What is here now makes room, and can be brought back. */
  function makeRoom(next: SetData, words = UNDO_WORDS.replaced(textOf(set["title"]))) {
    setRefused("");
    setFormer(isEmpty ? null : { set, words });
    change(next);
  }

  async function open(file: File) {
    const reply = await ask({ kind: "open", text: await file.text() });
    if (reply.kind === "open") makeRoom(reply.set);
    if (reply.kind === "failed") setRefused(`${file.name} does not fit.\n${reply.message}`);
  }

  function forgive() {
    setRefused("");
    if (isBroken) window.location.hash = "";
  }

  return {
    set,
    change,
    isAlive,
    isEmpty,
    whole,
    makeRoom,
    open,
    roster,
    setRoster,
    key,
    keepKey,
    former,
    refused: refused || (isBroken ? BROKEN_LINK_WORDS : ""),
    forgive,
  };
}

/** What the address says of a set, while it says so. */
function linkNow(): string {
  const hash = window.location.hash.slice(1);
  return /^(?:set|ready)=/.test(hash) ? hash : "";
}

function subscribe(changed: () => void) {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
