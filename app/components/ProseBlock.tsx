import type { Block } from "@/content";
import { questionFrom, solve } from "@/lib/question";
import { fillSlots } from "../prose/slots";
import { Prose } from "./Prose";
import styles from "./ProseBlock.module.css";

/** Our own words, with the numbers that the kernel computes put in. */
export function ProseBlock({
  block,
}: {
  readonly block: Pick<Extract<Block, { kind: "prose" }>, "markdown" | "about">;
}) {
  const question = block.about && questionFrom(block.about);
  const markdown = question ? fillSlots(block.markdown, question, solve(question)) : block.markdown;
  return <Prose markdown={markdown} className={styles.prose} />;
}
