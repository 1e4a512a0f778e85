import Link from "next/link";
import { LESSONS, WORKED_CARDS } from "@/content";
import { CardLinks } from "./components/CardLinks";
import { Hero } from "./components/Hero";
import styles from "./page.module.css";

export default function HomePage() {
  return (
    <>
      <Hero />
      <section aria-labelledby="cards">
        <div className={styles.head}>
          <h2 id="cards">Eight worked problems</h2>
          <p>
            <Link prefetch={false} href="/learn">
              Everything in Learn
            </Link>
          </p>
        </div>
        <CardLinks pages={WORKED_CARDS} />
      </section>
      <section aria-labelledby="lessons">
        <div className={styles.head}>
          <h2 id="lessons">Seven short lessons</h2>
        </div>
        <CardLinks pages={LESSONS} />
      </section>
      <section aria-labelledby="class">
        <div className={styles.head}>
          <h2 id="class">For a whole class</h2>
        </div>
        <p className={styles.words}>
          You teach?{" "}
          <Link prefetch={false} href="/sets">
            Build a problem set
          </Link>{" "}
          in which every student has other numbers and every key is proved, for paper, Canvas or
          Moodle.
        </p>
      </section>
    </>
  );
}
