import Link from "next/link";
import type { QuestionDraft } from "@/lib/question";
import { pictureScene } from "../scene/build-picture";
import { stepScenes } from "../scene/build-steps";
import styles from "./Hero.module.css";
import { PageHead } from "./PageHead";
import { PointablePicture } from "./PointablePicture";

const EXAMPLE: QuestionDraft = {
  op: "conv2d",
  inputs: {
    x: [
      [2, 0, 1],
      [3, 5, 4],
      [1, 2, 7],
    ],
    w: [
      [1, 2],
      [3, -1],
    ],
  },
};

/** What Kernelwise is, and the one door that most people come for. */
export function Hero() {
  const [first] = stepScenes({
    question: EXAMPLE,
    plan: [{ ask: "y", at: [0, 1], rules: ["conv-cell"] }],
  });
  return (
    <div className={styles.hero}>
      <div className={styles.words}>
        <PageHead title="Convolution, one number at a time">
          Kernelwise is a tutor for the arithmetic of convolutional networks. Step through a layer
          forward and backward, point at any cell to see where it comes from, guess the next number
          before it appears, then try numbers of your own.
        </PageHead>
        <p className={styles.actions}>
          <Link prefetch={false} className={styles.primary} href="/learn/slide-a-kernel">
            Start with one kernel
          </Link>
          <Link prefetch={false} className={styles.secondary} href="/learn/backward-pass">
            The backward pass
          </Link>
          <Link prefetch={false} className={styles.secondary} href="/practice">
            Practise
          </Link>
        </p>
      </div>
      <div className={styles.picture}>
        <PointablePicture picture={pictureScene({ question: EXAMPLE })} first={first} />
      </div>
    </div>
  );
}
