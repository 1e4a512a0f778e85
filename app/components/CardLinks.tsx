import Link from "next/link";
import type { Lesson, WorkedCard } from "@/content";
import styles from "./CardLinks.module.css";
import { Prose } from "./Prose";

/** Pages as cards that one can open: title, lead, the deck's number small beside it. */
export function CardLinks({ pages }: { readonly pages: readonly (Lesson | WorkedCard)[] }) {
  return (
    <ul className={styles.grid}>
      {pages.map((page) => (
        <li key={page.slug} className={styles.card}>
          <h3 className={styles.title}>
            <Link prefetch={false} href={`/learn/${page.slug}`}>
              {page.title}
            </Link>
          </h3>
          <Prose markdown={page.lead} />
          {"card" in page ? <p className={styles.number}>card {page.card}</p> : null}
        </li>
      ))}
    </ul>
  );
}
