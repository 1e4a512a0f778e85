"use client";

import { useId, useMemo, useRef } from "react";
import { litCells, revealedBy } from "../scene/state";
import { cellKey, type PictureScene, type StepScene } from "../scene/types";
import { AnswerRow } from "./AnswerRow";
import { Controls } from "./Controls";
import { Explained } from "./Explained";
import { FormulaLine } from "./FormulaLine";
import { Picture } from "./Picture";
import { StepList } from "./StepList";
import styles from "./StepPlayer.module.css";
import { useAskFirst } from "./use-ask-first";
import { useListener } from "./use-listener";
import { usePointed } from "./use-pointed";
import { useSteps } from "./use-steps";

export interface StepPlayerProps {
  readonly title: string;
  readonly picture: PictureScene;
  readonly steps: readonly StepScene[];
  /** Where it opens: at the first step, or with everything worked out. */
  readonly start?: "first" | "last";
}

/** A picture and the steps that lead to its numbers, on one timeline. */
export function StepPlayer({ title, picture, steps, start }: StepPlayerProps) {
  const player = useSteps(steps.length, start);
  const current = steps[player.index];
  const ask = useAskFirst(player.index, current?.value ?? null);
  const pointed = usePointed(picture.draft);
  const heading = useId();
  const section = useRef<HTMLDivElement>(null);
  const onward = useRef<HTMLButtonElement>(null);
  const asked = ask.asking ? current?.reveals[0] : undefined;
  const revealed = useMemo(
    () => revealedBy(steps, ask.asking ? player.index - 1 : player.index),
    [steps, player.index, ask.asking],
  );
  const isHidden =
    pointed.at !== null && isHiddenCell(cellKey(pointed.at.tensor, pointed.at.cell.at));
  const explained = isHidden ? null : pointed.explained;
  const isBare = picture.rows.length === 0;

  function isHiddenCell(key: string): boolean {
    return !revealed.has(key) && steps.some((step) => step.reveals.includes(key));
  }

  useListener(section, "keydown", (event) => {
    const to = destination(event, player.index, steps.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    player.go(to);
  });

  return (
    <div
      ref={section}
      role="group"
      className={styles.player}
      data-bare={isBare || undefined}
      aria-labelledby={heading}
    >
      <h2 id={heading} className="visually-hidden">
        {title}
      </h2>
      <div className={styles.stage}>
        {isBare ? null : (
          <Picture
            picture={picture}
            lit={litCells((explained ?? current)?.cells ?? [])}
            revealed={revealed}
            asked={asked}
            soFar={explained ? undefined : current?.soFar}
            onPoint={pointed.point}
          />
        )}
        <div className={styles.formula}>
          <FormulaLine
            steps={steps}
            index={player.index}
            asking={ask.asking}
            hidden={explained !== null}
          />
          {explained ? <Explained explained={explained} /> : null}
        </div>
      </div>
      <div className={styles.side}>
        <StepList steps={steps} index={player.index} asking={ask.asking} onGo={player.go} />
      </div>
      <div className={styles.bar}>
        {ask.on ? (
          <AnswerRow
            key={player.index}
            ask={ask}
            value={current?.value ?? null}
            onSettled={() => onward.current?.focus()}
          />
        ) : null}
        <Controls player={player} count={steps.length} ask={ask} stepRef={onward} />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announcement(current, player.index, steps.length, ask)}
      </p>
    </div>
  );
}

/** Where a key leads; Space on a button stays the button's, arrows in a field stay the field's. */
function destination(event: KeyboardEvent, index: number, last: number): number | undefined {
  const tag = event.target instanceof HTMLElement ? event.target.tagName : "";
  if (tag === "INPUT" || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const inGrid = event.target instanceof HTMLElement && event.target.dataset["at"] !== undefined;
  if (event.key === " ") return tag === "BUTTON" && !inGrid ? undefined : index + 1;
  const moves: Record<string, number> = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    Home: 0,
    End: last,
  };
  return moves[event.key];
}

function announcement(
  step: StepScene | undefined,
  index: number,
  count: number,
  { asking, reply }: ReturnType<typeof useAskFirst>,
): string {
  const isRight = reply.kind === "right";
  if (!step || (index === 0 && !isRight)) return "";
  const line = asking ? "What is the result?" : step.spoken;
  return [
    ...(isRight ? [`${reply.text} is right.`] : []),
    `Step ${index + 1} of ${count}.`,
    /[.?!]$/.test(step.words) ? step.words : `${step.words}.`,
    line,
    step.lit,
  ].join(" ");
}
