"use client";

import { useMemo, useState } from "react";
import { useKept } from "../../practice/use-kept";
import { readLink } from "../link";
import { textOf } from "../data";
import type { Materials } from "./engine/types";

/** A file by its name and what it holds. */
export interface Opened<Content> {
  readonly name: string;
  readonly content: Content;
}

/** A text file that this tab keeps over a reload. */
export function useKeptFile(name: string) {
  const [text, keep] = useKept(name);
  const file = useMemo(() => fileIn(text ?? ""), [text]);
  const open = (next: Opened<string> | null) =>
    keep(next === null ? "" : `${next.name}\n${next.content}`);
  return [file, open] as const;
}

function fileIn(kept: string): Opened<string> | null {
  const end = kept.indexOf("\n");
  return end < 0 ? null : { name: kept.slice(0, end), content: kept.slice(end + 1) };
}

/** What tells which sheets there are: the files that were opened, else the set of this tab with its key. */
export function useMaterials() {
  const [setFile, openSet] = useKeptFile("grade.set");
  const [keyFile, openKey] = useKeptFile("grade.key");
  const [roster, openRoster] = useState<Opened<Uint8Array> | null>(null);
  const [typed, type] = useKept("grade.variants");
  const [link] = useKept("set");
  const [tabKey] = useKept("sets.key");
  const here = useMemo(() => {
    const set = readLink(link ?? "");
    return set.questions.length > 0 ? set : null;
  }, [link]);
  const isHere = setFile === null && here !== null;
  const hasTabKey = isHere && keyFile === null && (tabKey ?? "") !== "";
  const variants = typed ?? "";

  const materials: Materials = useMemo(
    () => ({
      set: setFile?.content ?? here,
      key: keyFile?.content ?? (hasTabKey ? tabKey : null),
      roster: roster?.content ?? null,
      variants,
    }),
    [setFile, here, keyFile, hasTabKey, tabKey, roster, variants],
  );

  return {
    materials,
    files: { set: setFile, key: keyFile, roster },
    /** The title of the set of this tab, where that is the one. */
    hereTitle: isHere ? textOf(here["title"]) : null,
    hasTabKey,
    variants,
    openSet,
    openKey,
    openRoster,
    type,
  };
}
