import Link from "next/link";
import type { Block, Lesson, WorkedCard } from "@/content";
import { latexOf } from "../scene/latex";
import { BlockView } from "./Blocks";
import { CodeBlock } from "./CodeBlock";
import { DeckFold } from "./DeckFold";
import styles from "./LessonView.module.css";
import { NextLink } from "./NextLink";
import { PageHead } from "./PageHead";
import { Prose } from "./Prose";

/** A worked problem or a lesson, block after block. */
export function LessonView({ lesson }: { readonly lesson: Lesson | WorkedCard }) {
  return (
    <article>
      <PageHead
        over={
          <>
            <Link prefetch={false} href="/learn">
              Learn
            </Link>{" "}
            · {lesson.topic.toLowerCase()}
            {"card" in lesson ? ` · card ${lesson.card}` : null}
          </>
        }
        title={lesson.title}
      >
        <Prose markdown={lesson.lead} />
      </PageHead>
      <div className={styles.blocks}>
        {lesson.blocks.map((block) => (
          <Placed key={JSON.stringify(block)} block={block} lesson={lesson} />
        ))}
        {lesson.next ? <NextLink {...lesson.next} /> : null}
      </div>
    </article>
  );
}

interface PlacedProps {
  readonly block: Block;
  readonly lesson: Lesson | WorkedCard;
}

/** A card's code stands beside its question, and what the deck says where the code would be. */
function Placed({ block, lesson }: PlacedProps) {
  const isCard = "deck" in lesson;
  if (block.kind === "code") {
    return isCard ? (
      <DeckFold card={lesson.card} deck={lesson.deck} />
    ) : (
      <CodeBlock block={block} latex={latexOf(lesson)} />
    );
  }
  const code = lesson.blocks.find(({ kind }) => kind === "code");
  if (block.kind !== "ask" || !isCard || code?.kind !== "code")
    return <BlockView block={block} title={lesson.title} />;
  return (
    <div className={styles.pair}>
      <BlockView block={block} title={lesson.title} />
      <CodeBlock block={code} latex={latexOf(lesson)} />
    </div>
  );
}
