import { useState } from "react";
import { tooLongWords } from "@/content/network";
import { MOST_CHARACTERS } from "./form";

/** Takes a text over unless it is beyond all measure; then what was there stays, and `refused` says so. */
export function useBounded(what: string, onText: (text: string) => void) {
  const [refused, setRefused] = useState("");
  function type(text: string) {
    const isTooLong = text.length > MOST_CHARACTERS;
    setRefused(isTooLong ? tooLongWords(what, text.length) : "");
    if (!isTooLong) onText(text);
  }
  return { refused, type };
}
