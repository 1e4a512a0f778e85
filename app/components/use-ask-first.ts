"use client";

import { useState } from "react";
import { agrees } from "@/lib/answer";
import { readFinite } from "../scene/read-finite";

export type Reply =
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "wrong"; readonly text: string }
  | { readonly kind: "right"; readonly text: string };

const NONE: Reply = { kind: "none" };

/**
 * "Ask me first": whether the next number is asked for before it is shown, which steps have been
 * answered or given up, and what came of the last try.
 */
export function useAskFirst(index: number, value: number | null) {
  const [on, setOn] = useState(false);
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const [tried, setTried] = useState<{ index: number; reply: Reply }>({ index: -1, reply: NONE });
  const asking = on && value !== null && !done.has(index);
  const settle = () => setDone(new Set([...done, index]));

  /** Whether it is right. */
  function answer(typed: string): boolean {
    const read = readFinite(typed);
    if (!read.ok) {
      setTried({ index, reply: { kind: "unreadable", text: read.message } });
      return false;
    }
    const right = value !== null && agrees(read, value);
    setTried({ index, reply: { kind: right ? "right" : "wrong", text: read.shown } });
    if (right) settle();
    return right;
  }

  function toggle() {
    setOn(!on);
    setDone(new Set());
  }

  return {
    on,
    asking,
    reply: tried.index === index ? tried.reply : NONE,
    answer,
    toggle,
    show: settle,
  };
}
