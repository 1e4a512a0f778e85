"use client";

import { useRef, useState } from "react";
import type { QuestionDraft } from "@/lib/question";
import type { Explanation, explain as Explain } from "../explore/explain";
import type { Pointed } from "./Picture";

/**
 * The cell that is hovered, focused or tapped, and what there is to say about it. What explains it is
 * loaded when first needed.
 */
export function usePointed(draft: QuestionDraft | undefined) {
  const [at, setAt] = useState<Pointed | null>(null);
  const [explained, setExplained] = useState<Explanation | null>(null);
  const explain = useRef<typeof Explain | null>(null);
  const latest = useRef<Pointed | null>(null);

  function point(pointed: Pointed | null) {
    latest.current = pointed;
    setAt(pointed);
    if (!pointed || !draft) return setExplained(null);
    if (explain.current)
      return setExplained(explain.current(draft, pointed.tensor, pointed.cell.at));
    void import("../explore/explain").then((loaded) => {
      explain.current = loaded.explain;
      if (latest.current !== pointed) return;
      setExplained(loaded.explain(draft, pointed.tensor, pointed.cell.at));
    });
  }

  return { at, explained, point };
}
