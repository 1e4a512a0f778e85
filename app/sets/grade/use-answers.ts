"use client";

import { useMemo, useRef, useState } from "react";
import { useLongInput } from "../../components/use-long-input";
import { useKept } from "../../practice/use-kept";
import type { Opened } from "./use-materials";

/** A field that holds more stalls at every key. */
const MOST_TYPED = 100_000;

/** The table of answers: what is typed, which this tab keeps, or a file in its place. */
export function useAnswers() {
  const [kept, type] = useKept("grade.answers");
  const [file, open] = useState<Opened<Uint8Array> | null>(null);
  const text = kept ?? "";
  const bytes = useMemo(() => {
    if (file) return file.content;
    return text.trim() === "" ? null : new TextEncoder().encode(text);
  }, [file, text]);

  function take(next: string) {
    if (next.length <= MOST_TYPED) return type(next);
    open({ name: "what was pasted", content: new TextEncoder().encode(next) });
  }

  const field = useRef<HTMLTextAreaElement>(null);
  const { onPaste, onKeyDown } = useLongInput({ field, value: text, onText: take });
  return { text, file, bytes, type: take, open, input: { ref: field, onPaste, onKeyDown } };
}
