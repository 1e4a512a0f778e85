import type { PictureSpec } from "@/content";
import { questionFrom, solve } from "@/lib/question";
import { fillSlots } from "../prose/slots";
import { Prose } from "./Prose";

export interface CaptionProps {
  readonly block: PictureSpec;
  readonly className: string | undefined;
}

/** The sentence under a picture, if it has one, with the numbers that the kernel computes put in. */
export function Caption({ block, className }: CaptionProps) {
  if (block.caption === undefined) return null;
  const question = questionFrom(block.question);
  return (
    <Prose markdown={fillSlots(block.caption, question, solve(question))} className={className} />
  );
}
