"use client";

import { OP_WORDS } from "@/content/check";
import type { Op } from "@/lib/question";
import { useLinkedForm } from "../components/use-linked-form";
import { BLANK, type Form } from "./form";
import { readLink, writeLink } from "./link";

/** Every operation, in the order of the menu. */
export const OPS = Object.keys(OP_WORDS).filter((name): name is Op => name in OP_WORDS);

const LINKED = {
  blank: BLANK,
  read: (link: string) => readLink(link, OPS),
  write: writeLink,
  kept: "kernelwise.check",
};

/** What is typed on Check, in the link and in the tab. */
export function useForm() {
  return useLinkedForm<Form>(LINKED);
}
