"use client";

import Link from "next/link";
import { useState } from "react";
import { OPEN_WORDS } from "@/content/grading";
import type { OpenedSheet } from "../grade/engine/types";
import card from "../HandOut.module.css";
import { Paper } from "../Paper";
import styles from "./OpenSheet.module.css";

/** The questions of a sheet, each with its answer, its working and its way into the tutor. */
export function SheetView({ sheet }: { readonly sheet: OpenedSheet }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.sheet} aria-labelledby="sheet">
      <div className={styles.head}>
        <div>
          <h2 id="sheet">Sheet {sheet.code}</h2>
          <p className={card.soft}>
            {sheet.title}, {sheet.facts}
          </p>
        </div>
        <p className={card.buttons}>
          <button type="button" aria-pressed={isOpen} onClick={() => setOpen(!isOpen)}>
            Show every answer and working
          </button>
        </p>
      </div>
      {sheet.questions.map(({ number, html, href }) => (
        <article key={`${sheet.code} ${number}`} className={styles.question}>
          <Paper
            html={isOpen ? html.replaceAll("<details>", "<details open>") : html}
            label={`Question ${number}`}
          />
          {href === null ? null : (
            <p className={styles.step}>
              <Link prefetch={false} href={href}>
                {OPEN_WORDS.step}
                <span className="visually-hidden">: question {number}</span>
              </Link>
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
