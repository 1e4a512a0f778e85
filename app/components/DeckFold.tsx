import type { DeckClaim } from "@/content";
import { predictSlip } from "@/lib/mistakes";
import { questionFrom } from "@/lib/question";
import { signed } from "../scene/signed";
import styles from "./DeckFold.module.css";
import { Fold } from "./Fold";
import { Prose } from "./Prose";

const BADGES = { right: "✓", wrong: "✕", undetermined: "?" } as const;

/** What the printed card says, folded away; each wrong number beside the slip that gives it. */
export function DeckFold({ card, deck }: { readonly card: number; readonly deck: DeckClaim }) {
  const slips = deck.slips.map(({ slip, question, at = [], term = 0, says }) => ({
    says,
    number: signed(predictSlip(slip, questionFrom(question), { at, term })),
  }));
  return (
    <Fold
      title={deck.title}
      badge={
        <span className={styles.badge} data-verdict={deck.verdict}>
          {BADGES[deck.verdict]} card {card}
        </span>
      }
    >
      <Prose markdown={deck.why} />
      {slips.length > 0 ? (
        <dl className={styles.slips}>
          {slips.map(({ says, number }) => (
            <div key={says} className={styles.slip}>
              <dt>{number}</dt>
              <dd>
                <Prose markdown={says} inline />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Fold>
  );
}
