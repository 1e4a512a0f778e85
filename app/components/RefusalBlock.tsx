import type { Block } from "@/content";
import { questionFrom, solve } from "@/lib/question";
import { Prose } from "./Prose";
import styles from "./RefusalBlock.module.css";

/** What the kernel itself says of a question that does not hold together. */
export function RefusalBlock({ block }: { readonly block: Extract<Block, { kind: "refusal" }> }) {
  return (
    <section className={styles.refusal} aria-label={block.title}>
      <p className={styles.title}>
        <span aria-hidden="true">✕</span> {block.title}
      </p>
      <Prose markdown={refusalOf(block)} className={styles.message} />
    </section>
  );
}

function refusalOf({ question }: Extract<Block, { kind: "refusal" }>): string {
  try {
    solve(questionFrom(question));
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error("This question was to be refused, and was not.");
}
