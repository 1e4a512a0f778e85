"use client";

import { Suspense, lazy, useState } from "react";
import { READY_SETS } from "@/content/ready-sets";
import { EMPTY_SET_WORDS, UNDO_WORDS } from "@/content/sets";
import { Beginnings } from "../components/Beginnings";
import { useMedia } from "../components/use-media";
import { AddQuestion } from "./AddQuestion";
import { type Catalogue, typeTitle } from "./catalogue";
import { BLANK, type QuestionData, type SetData } from "./data";
import type { Checked, Looked, Outline } from "./engine/types";
import { HandOut } from "./HandOut";
import { writeLink } from "./link";
import { Notices } from "./Notices";
import { Preview } from "./Preview";
import { QuestionList } from "./QuestionList";
import { SetHead } from "./SetHead";
import styles from "./Sets.module.css";
import { Summary, SummaryLine } from "./Summary";
import { Tools } from "./Tools";
import { useSet } from "./use-set";
import { useCheck, useLook } from "./use-work";

const Sheets = lazy(() => import("./Sheets").then(({ Sheets: shown }) => ({ default: shown })));

/**
 * A problem set: its questions, what they amount to, three of its sheets, and its files. Nothing can be typed before the
 * page is alive, so that nothing typed is lost.
 */
export function Sets({ catalogue }: { readonly catalogue: Catalogue }) {
  const state = useSet();
  const { set, change, isEmpty, whole, makeRoom } = state;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [draw, setDraw] = useState(1);
  const [first, setFirst] = useState(0);
  const isNarrow = useMedia("(max-width: 60rem)");
  const look = useLook(set, looked, draw);
  const check = useCheck(whole, first);
  const outline = look.done?.outline ?? null;
  const checked = check.done?.checked ?? null;
  const problems = isEmpty ? [] : problemsOf(outline, checked);
  const sheets = useLastSheets(checked);

  function replace(next: SetData, words?: string) {
    setLooked(null);
    setFirst(0);
    makeRoom(next, words);
  }

  const openAt = looked && "at" in looked ? looked.at : null;
  const lookedType = looked && "question" in looked ? looked.question.type : null;
  const preview =
    looked === null ? null : (
      <Preview
        isInside={isNarrow}
        sample={outline?.sample ?? null}
        onAnother={() => setDraw(draw + 1)}
      />
    );

  return (
    <div className={styles.page} data-alive={state.isAlive || undefined}>
      <fieldset className={styles.screen} disabled={!state.isAlive}>
        <ReadySets set={set} onChoose={replace} />
        <Notices
          former={state.former}
          refused={state.refused}
          onBack={replace}
          onClose={state.forgive}
        />
        <div className={styles.columns}>
          <div className={styles.build}>
            <h2 className="visually-hidden">The set</h2>
            <SetHead set={set} onChange={change} />
            <Tools
              set={set}
              onOpen={(file) => void state.open(file).then(() => setLooked(null))}
              onEmpty={() => replace(BLANK)}
            />
            {isEmpty ? <p className={styles.empty}>{EMPTY_SET_WORDS}</p> : null}
            <QuestionList
              set={set}
              catalogue={catalogue}
              outline={outline}
              problems={problems}
              open={openAt}
              preview={isNarrow ? preview : null}
              onOpen={(at) => setLooked(at === null ? null : { at })}
              onChange={change}
              onRemove={(at) => replace(withoutQuestion(set, at), removedWords(catalogue, set, at))}
            />
            <AddQuestion
              catalogue={catalogue}
              looked={lookedType}
              preview={isNarrow ? preview : null}
              onLook={(question) => setLooked(question && { question })}
              onAdd={(question) => change(withAdded(set, question))}
            />
          </div>
          <aside className={styles.side} aria-label="What it amounts to">
            <Summary
              outline={outline}
              checked={checked}
              problems={problems}
              count={set.questions.length}
              busy={whole ? check.busy : null}
              notice={check.problem ?? look.problem}
              onCancel={check.cancel}
            />
            {isNarrow ? null : preview}
          </aside>
        </div>
      </fieldset>
      {sheets && !isEmpty ? (
        <Suspense fallback={null}>
          <Sheets
            checked={sheets}
            isStale={sheets !== checked || check.busy !== null}
            first={first}
            onFirst={setFirst}
          />
        </Suspense>
      ) : null}
      <fieldset className={styles.screen} disabled={!state.isAlive}>
        <HandOut state={state} onRoster={() => setFirst(0)} />
      </fieldset>
      <SummaryLine outline={outline} count={set.questions.length} />
    </div>
  );
}

interface ReadySetsProps {
  readonly set: SetData;
  readonly onChoose: (set: SetData) => void;
}

/** Sets to begin with. */
function ReadySets({ set, onChoose }: ReadySetsProps) {
  return (
    <Beginnings
      label="Sets that are ready"
      of={READY_SETS.map(({ slug, words, set: ready }) => ({
        id: slug,
        title: ready.title,
        words,
        isChosen: writeLink(set) === `ready=${slug}`,
        onChoose: () => onChoose(ready),
      }))}
    />
  );
}

function withAdded(set: SetData, question: QuestionData): SetData {
  return { ...set, questions: [...set.questions, question] };
}

function withoutQuestion(set: SetData, at: number): SetData {
  return { ...set, questions: set.questions.toSpliced(at, 1) };
}

function removedWords(catalogue: Catalogue, set: SetData, at: number): string {
  return UNDO_WORDS.removed(typeTitle(catalogue, set.questions[at]?.type ?? ""));
}

/** What cannot be read, and else what the checks refuse. */
function problemsOf(outline: Outline | null, checked: Checked | null): Outline["problems"] {
  const read = outline?.problems ?? [];
  return read.length > 0 ? read : (checked?.problems ?? []);
}

/** The last sheets that there were, while others are made. */
function useLastSheets(checked: Checked | null): Checked | null {
  const [last, setLast] = useState<Checked | null>(null);
  if (checked && checked.sheets.length > 0 && checked !== last) setLast(checked);
  return last;
}
