import Link from "next/link";
import { WORKED_CARDS } from "@/content";
import { CardLinks } from "./components/CardLinks";
import { Hero } from "./components/Hero";
import styles from "./page.module.css";

export default function HomePage() {
  return (
    <>
      <Hero />
      <section aria-labelledby="cards">
        <h2 id="cards" className={styles.heading}>
          Eight worked problems
        </h2>
        <CardLinks pages={WORKED_CARDS} />
      </section>
      <p className={styles.more}>
        <Link prefetch={false} href="/learn">
          Everything in Learn
        </Link>
      </p>
    </>
  );
}
