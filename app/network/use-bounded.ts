import { useState } from "react";
import { refusalOf } from "./form";

/** Takes a text over unless it is beyond all measure; then what was there stays, and `refused` says so. */
export function useBounded(what: string, onText: (text: string) => void) {
  const [refused, setRefused] = useState("");
  function type(text: string) {
    const refusal = refusalOf(text, what);
    setRefused(refusal);
    if (refusal === "") onText(text);
  }
  return { refused, type };
}
