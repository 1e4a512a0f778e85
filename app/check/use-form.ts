"use client";

import { useEffect, useState } from "react";
import { OP_WORDS } from "@/content/check";
import type { Op } from "@/lib/question";
import { BLANK, type Form } from "./form";
import { LONGEST_LINK, readLink, writeLink } from "./link";

/** Every operation, in the order of the menu. */
export const OPS = Object.keys(OP_WORDS).filter((name): name is Op => name in OP_WORDS);

const KEPT = "kernelwise.check";

/** What is typed: in the link where that is short enough, and kept in this tab, so that a reload brings it back. */
export function useForm() {
  const [form, setForm] = useState<Form>(BLANK);
  const [isAlive, setAlive] = useState(false);

  useEffect(() => {
    const load = () => {
      const link = window.location.hash.slice(1) || kept();
      if (link !== "") setForm(readLink(link, OPS));
      setAlive(true);
    };
    load();
    window.addEventListener("hashchange", load);
    return () => window.removeEventListener("hashchange", load);
  }, []);

  function change(next: Form) {
    setForm(next);
    const link = writeLink(next);
    keep(link);
    const hash = link.length <= LONGEST_LINK ? `#${link}` : window.location.pathname;
    window.history.replaceState(null, "", hash);
  }

  return { form, change, isAlive };
}

function kept(): string {
  try {
    return window.sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

function keep(link: string) {
  try {
    window.sessionStorage.setItem(KEPT, link);
  } catch {
    // It then lasts as long as the page.
  }
}
