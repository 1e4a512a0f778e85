import Link from "next/link";
import styles from "./Hero.module.css";
import { PageHead } from "./PageHead";

/** What Kernelwise is, and the one door that most people come for. */
export function Hero() {
  return (
    <div className={styles.hero}>
      <PageHead title="Convolution, one number at a time">
        Kernelwise is a tutor for the arithmetic of convolutional networks. Step through a layer
        forward and backward, point at any cell to see where it comes from, guess the next number
        before it appears, then try numbers of your own.
      </PageHead>
      <p className={styles.actions}>
        <Link className={styles.primary} href="/learn/slide-a-kernel">
          Start with one kernel
        </Link>
        <Link className={styles.secondary} href="/learn/backward-pass">
          The backward pass on one page
        </Link>
      </p>
    </div>
  );
}
