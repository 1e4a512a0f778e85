import Link from "next/link";
import type { Lesson, WorkedCard } from "@/content";
import { BlockView } from "./Blocks";
import styles from "./LessonView.module.css";
import { PageHead } from "./PageHead";
import { Prose } from "./Prose";

/** A worked problem or a lesson, block after block. */
export function LessonView({ lesson }: { readonly lesson: Lesson | WorkedCard }) {
  return (
    <article>
      <PageHead
        over={
          <>
            <Link href="/learn">Learn</Link> · {lesson.topic.toLowerCase()}
            {"card" in lesson ? ` · card ${lesson.card}` : null}
          </>
        }
        title={lesson.title}
      >
        <Prose markdown={lesson.lead} />
      </PageHead>
      <div className={styles.blocks}>
        {lesson.blocks.map((block) => (
          <BlockView key={JSON.stringify(block).slice(0, 400)} block={block} title={lesson.title} />
        ))}
      </div>
    </article>
  );
}
