import { Html } from "../components/Html";
import styles from "./Card.module.css";
import type { RenderedCard } from "./rendered-card";

const SAYS = {
  imprecise: "The printed deck is imprecise here",
  wrong: "The printed deck is wrong here",
  undetermined: "The printed deck leaves something open here",
} as const;

/** What the printed deck makes of a card: nothing where it is right. */
export function DeckRemark({ deck }: Pick<RenderedCard, "deck">) {
  if (deck.verdict === "right" || deck.remark === undefined) return null;
  return (
    <aside className={styles.remark} data-verdict={deck.verdict}>
      <h2 className={styles.label}>{SAYS[deck.verdict]}</h2>
      <Html className="prose" text={deck.remark} />
    </aside>
  );
}
