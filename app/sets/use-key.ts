"use client";

import { useEffect, useRef } from "react";
import { useKept } from "../practice/use-kept";
import { ask } from "./use-work";

/** The text of the key file: this tab keeps it; where there is none and one is wanted, it is made. */
export function useKey(isWanted: boolean) {
  const [kept, keep] = useKept("sets.key");
  const isAsked = useRef(false);
  const key = kept === "" ? null : kept;

  useEffect(() => {
    if (!isWanted || key !== null || isAsked.current) return;
    isAsked.current = true;
    void ask({ kind: "key", text: null }).then((reply) => {
      if (reply.kind === "text") keep(reply.text);
    });
  }, [isWanted, key, keep]);

  return [key, keep] as const;
}
