import { type Mastery, type Standing, standing } from "@/lib/progress";
import { Icon } from "../components/Icon";
import styles from "./MasteryBar.module.css";

const WORDS: Readonly<Record<Standing, string>> = {
  untried: "not tried yet",
  begun: "begun",
  growing: "growing",
  mastered: "mastered",
};

/** How well a skill is known: a bar for the eye, and the same in words. */
export function MasteryBar({ mastery }: { readonly mastery: Mastery | undefined }) {
  const how = standing(mastery);
  return (
    <span className={styles.mastery} data-standing={how}>
      <Bar share={mastery?.known ?? 0} />
      <span className={styles.words}>
        {mastery ? `${percent(mastery.known)} ` : null}
        <span className={styles.standing}>
          {how === "mastered" ? <Icon name="check" /> : null}
          {WORDS[how]}
        </span>
      </span>
    </span>
  );
}

export interface BarProps {
  /** From 0 to 1. */
  readonly share: number;
  /** A paler bar behind it, which it is a part of. */
  readonly of?: number;
}

/** A share as a bar; what it says stands beside it in words. */
export function Bar({ share, of }: BarProps) {
  return (
    <span className={styles.track} aria-hidden="true">
      {of === undefined ? null : <span className={styles.whole} style={{ "--share": of }} />}
      <span className={styles.fill} style={{ "--share": share }} />
    </span>
  );
}

/** A share in words. @example percent(0.775) // "78 %" */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
