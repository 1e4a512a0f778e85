"use client";

import { FILES_WORDS, LIMIT_WORDS, MASTERY_WORDS } from "@/content/cards-pages";
import { masteryByTopic, weekAhead } from "@/lib/progress/cards";
import { DataTools } from "../../progress/DataTools";
import { percent } from "../../progress/MasteryBar";
import { Trouble } from "../../progress/Trouble";
import type { CardCatalogue } from "../desk/catalogue";
import { ShareTable } from "../desk/ShareTable";
import { useDesk } from "../desk/use-desk";
import { CardList } from "./CardList";
import styles from "./Door.module.css";
import { Limits } from "./Limits";
import { Today } from "./Today";

/** The way into the cards: what is due, what is known, and each of them. */
export function CardsDoor({ catalogue }: { readonly catalogue: CardCatalogue }) {
  const desk = useDesk(catalogue);
  const { ready, states, settings, now } = desk;
  return (
    <div aria-busy={!ready} className={styles.door}>
      <Trouble />
      <Today desk={desk} catalogue={catalogue} />
      <div className={styles.two}>
        <section aria-labelledby="week">
          <h2 id="week" className={styles.heading}>
            Coming back this week
          </h2>
          <ShareTable
            caption="Cards that come back on each of the next seven days"
            columns={["Day", "Cards"]}
            rows={ready ? weekRows(weekAhead(catalogue, states, settings, now)) : []}
          />
        </section>
        <section aria-labelledby="mastery">
          <h2 id="mastery" className={styles.heading}>
            Mastery by topic
          </h2>
          <ShareTable
            caption="Mastery by topic"
            columns={["Topic", "Mastery"]}
            rows={masteryByTopic(catalogue, states, now).map(({ topic, cards, met, mastery }) => ({
              name: topic,
              share: mastery,
              words: `${percent(mastery)} · ${met} of ${cards} met`,
            }))}
          />
          <p className={styles.note}>{MASTERY_WORDS}</p>
        </section>
      </div>
      <section aria-labelledby="all">
        <h2 id="all" className={styles.heading}>
          All cards
        </h2>
        <CardList catalogue={catalogue} states={states} now={now} />
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits" className={styles.heading}>
          How much a day
        </h2>
        <p className={styles.words}>{LIMIT_WORDS}</p>
        <Limits settings={settings} />
      </section>
      <section aria-labelledby="files">
        <h2 id="files" className={styles.heading}>
          Take the deck with you
        </h2>
        <p className={styles.words}>{FILES_WORDS.lead}</p>
        <p className={styles.files}>
          <a href="/cards/deck.apkg" download="kernelwise.apkg">
            {FILES_WORDS.apkg}
          </a>
          <a href="/cards/deck.csv" download="kernelwise.csv">
            {FILES_WORDS.csv}
          </a>
        </p>
      </section>
      <section aria-labelledby="data">
        <h2 id="data" className={styles.heading}>
          Your data
        </h2>
        <DataTools />
      </section>
    </div>
  );
}

function weekRows(week: ReturnType<typeof weekAhead>) {
  const most = Math.max(1, ...week.map(({ due }) => due));
  return week.map(({ start, due }, index) => ({
    name: index === 0 ? "Today" : dayWords(start),
    share: due / most,
    words: due === 1 ? "1 card" : `${due} cards`,
  }));
}

function dayWords(at: number): string {
  return new Date(at).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
  });
}
