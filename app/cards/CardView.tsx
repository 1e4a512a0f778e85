import Link from "next/link";
import { DECK, type DeckCard } from "@/content/deck";
import { Fold } from "../components/Fold";
import { Html } from "../components/Html";
import { Icon } from "../components/Icon";
import { PageHead } from "../components/PageHead";
import { PictureBlock } from "../components/PictureBlock";
import styles from "./Card.module.css";
import { DeckRemark } from "./DeckRemark";
import { FigureView } from "./figures/FigureView";
import { LabFold } from "./lab/LabFold";
import { type RenderedCard, renderedCard } from "./rendered-card";

/** One card of the deck with everything about it, as a page. */
export function CardView({ card }: { readonly card: DeckCard }) {
  const rendered = renderedCard(card);
  const { picture } = rendered;
  return (
    <article>
      <PageHead
        over={
          <>
            <Link prefetch={false} href="/cards">
              Cards
            </Link>{" "}
            · {card.topic.toLowerCase()} · card {card.number}
          </>
        }
        title={card.title}
      />
      <div className={styles.blocks}>
        <div
          className={styles.card}
          data-picture={card.picture && (picture?.isWide === false ? "beside" : "below")}
        >
          <div className={styles.words}>
            <h2 className={styles.label}>Question</h2>
            <Html as="p" className={styles.question} text={rendered.question} />
            <h2 className={styles.label}>Answer</h2>
            <Html as="p" className={styles.answer} text={rendered.answer} />
            <Html className={`prose ${styles.reason}`} text={rendered.reason} />
          </div>
          {card.picture ? (
            <div className={styles.picture}>
              {card.picture.kind === "tensors" ? <PictureBlock block={card.picture} /> : null}
              {picture ? <FigureView figure={picture.figure} /> : null}
            </div>
          ) : null}
        </div>
        <DeckRemark deck={rendered.deck} />
        {rendered.lab ? <LabFold lab={rendered.lab} /> : null}
        <Misconceptions misconceptions={rendered.misconceptions} />
        <Further card={rendered} />
        <Neighbours number={card.number} />
      </div>
    </article>
  );
}

function Misconceptions({ misconceptions }: Pick<RenderedCard, "misconceptions">) {
  return (
    <Fold title="Wrong answers that one could believe">
      <ul className={styles.wrong}>
        {misconceptions.map(({ claim, because }) => (
          <li key={claim}>
            <Html as="p" className={styles.claim} text={claim} />
            <Html as="p" className={styles.because} text={because} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Where to practise it, what lies near it, and who says so. */
function Further({ card }: { readonly card: RenderedCard }) {
  const { worked, exercises, neighbours, sources } = card;
  return (
    <dl className={styles.further}>
      {worked ? (
        <Row title="Worked through">
          <Link prefetch={false} href={`/learn/${worked.id}`}>
            {worked.title}
          </Link>
        </Row>
      ) : null}
      {exercises.length > 0 ? (
        <Row title="Practise">
          {exercises.map(({ id, title }) => (
            <Link key={id} prefetch={false} href={`/practice/${id}`}>
              {title}
            </Link>
          ))}
        </Row>
      ) : null}
      <Row title="Cards near it">
        {neighbours.map(({ number, title }) => (
          <Link key={number} prefetch={false} href={`/cards/${number}`}>
            {number} · {title}
          </Link>
        ))}
      </Row>
      <Row title={sources.length === 1 ? "Source" : "Sources"}>
        {sources.map((source) => (
          <span key={source}>{source}</span>
        ))}
      </Row>
    </dl>
  );
}

function Row({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The cards before and after it in the deck. */
function Neighbours({ number }: { readonly number: number }) {
  const place = DECK.findIndex((card) => card.number === number);
  const [before, after] = [place > 0 ? DECK[place - 1] : undefined, DECK[place + 1]];
  return (
    <nav aria-label="Deck" className={styles.turn}>
      {before ? (
        <Link prefetch={false} href={`/cards/${before.number}`} rel="prev">
          <Icon name="back" /> card {before.number}
        </Link>
      ) : (
        <span />
      )}
      {after ? (
        <Link prefetch={false} href={`/cards/${after.number}`} rel="next">
          card {after.number} <Icon name="forward" />
        </Link>
      ) : null}
    </nav>
  );
}
