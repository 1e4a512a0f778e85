"use client";

import { Picture } from "../components/Picture";
import { Icon } from "../components/Icon";
import { litCells } from "../scene/state";
import styles from "./Replayed.module.css";
import type { Replay } from "./types";

/** What was done beside what it should be. */
export function Replayed({ replay }: { readonly replay: Replay }) {
  if (replay.kind === "formulas") {
    return (
      <dl className={styles.formulas}>
        <div className={styles.wrong}>
          <dt>what you did</dt>
          <dd dangerouslySetInnerHTML={{ __html: replay.yours }} />
        </div>
        <div className={styles.right}>
          <dt>what it is</dt>
          <dd dangerouslySetInnerHTML={{ __html: replay.right }} />
        </div>
      </dl>
    );
  }
  if (replay.kind === "product") {
    return (
      <div className={styles.product}>
        <Picture picture={replay.picture} lit={litCells(replay.lit)} />
        <p className={styles.caption}>
          {replay.words}{" "}
          <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: replay.product }} />
          <span className="visually-hidden">{replay.spoken}</span>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.pictures}>
      <Side {...replay.yours} />
      <span className={styles.arrow}>
        <Icon name="forward" />
      </span>
      <Side {...replay.right} />
    </div>
  );
}

function Side({ picture, caption, lit }: Extract<Replay, { kind: "pictures" }>["yours"]) {
  return (
    <div className={styles.picture} role="group" aria-label={caption}>
      <Picture picture={picture} lit={litCells(lit)} />
      <p className={styles.caption}>{caption}</p>
    </div>
  );
}
