import type { DeckClaim } from "@/content";
import { predictNumber } from "@/lib/mistakes";
import { type QuestionDraft, questionFrom, solve } from "@/lib/question";
import { fillSlots } from "../prose/slots";
import { signed } from "../scene/signed";
import styles from "./DeckFold.module.css";
import { Fold } from "./Fold";
import { Prose } from "./Prose";

const BADGES = { right: "✓", wrong: "✕", undetermined: "?" } as const;

function filled(says: string, draft: QuestionDraft): string {
  const question = questionFrom(draft);
  return fillSlots(says, question, solve(question));
}

/** What the printed card says, folded away; each wrong number beside the slip that gives it. */
export function DeckFold({ card, deck }: { readonly card: number; readonly deck: DeckClaim }) {
  const slips = deck.slips.map(({ mistakes, question, ask, at, term, says }) => ({
    says: filled(says, question),
    number: signed(
      predictNumber(mistakes, questionFrom(question), ask, at && { at, term: term ?? 0 }),
    ),
  }));
  return (
    <Fold
      title={deck.title}
      badge={
        <span className={styles.badge} data-verdict={deck.verdict}>
          <span aria-hidden="true">{BADGES[deck.verdict]}</span> card {card}
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
