"use client";

import type { PictureScene } from "../scene/types";
import styles from "./ConventionChoice.module.css";
import { PointablePicture } from "./PointablePicture";
import { useRemembered } from "./use-remembered";

const CHOICES = [
  { value: "correlation", sign: "⋆", aloud: "star", label: "slides the kernel as it is" },
  { value: "convolution", sign: "∗", aloud: "asterisk", label: "turns it by 180° first" },
] as const;

export interface ConventionChoiceProps {
  readonly correlation: PictureScene;
  readonly convolution: PictureScene;
}

/** Asks once what the reader's course means by convolution, remembers it, and shows both. */
export function ConventionChoice({ correlation, convolution }: ConventionChoiceProps) {
  const [chosen, choose] = useRemembered("kernelwise.operation", "correlation");
  const flipped = chosen === "convolution";
  return (
    <section className={styles.card} aria-labelledby="convention">
      <h2 id="convention" className={styles.title}>
        Which sign does your course write?
      </h2>
      <p className={styles.text}>
        Mathematics has an older operation with the same name. It turns the kernel by 180° before
        sliding it, and is written <Sign sign="∗" aloud="asterisk" />. Every deep-learning framework
        skips the turn: that is cross-correlation, written <Sign sign="⋆" aloud="star" />, and a
        layer loses nothing by it, since it learns its kernel anyway. Your choice is remembered.
      </p>
      <div className={styles.choices} role="radiogroup" aria-label="My course">
        {CHOICES.map(({ value, sign, aloud, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name="operation"
              value={value}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            <Sign sign={sign} aloud={aloud} /> {label}
          </label>
        ))}
      </div>
      <PointablePicture picture={flipped ? convolution : correlation} />
      <p className={styles.text}>
        {flipped
          ? "With the turn, the last weight meets the first input of the window, so these outputs differ from those above. The rest of this site slides the kernel as it is; your answers under ∗ are right under ∗."
          : "This is how PyTorch, TensorFlow, JAX and this site read the word convolution. The outputs are those above."}
      </p>
    </section>
  );
}

/** Few voices know how to say it. */
function Sign({ sign, aloud }: { readonly sign: string; readonly aloud: string }) {
  return (
    <>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      <span className="visually-hidden">{aloud}</span>
    </>
  );
}
