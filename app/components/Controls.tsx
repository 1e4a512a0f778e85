"use client";

import { type Ref, useRef } from "react";
import styles from "./Controls.module.css";
import { Icon } from "./Icon";
import type { useAskFirst } from "./use-ask-first";
import type { useSteps } from "./use-steps";
import { useTypedEarly } from "./use-typed-early";

export interface ControlsProps {
  readonly player: ReturnType<typeof useSteps>;
  readonly count: number;
  readonly ask: ReturnType<typeof useAskFirst>;
  readonly stepRef: Ref<HTMLButtonElement>;
}

/** Back, Step, a slider over all steps, play, and whether to be asked first. */
export function Controls({ player, count, ask, stepRef }: ControlsProps) {
  const { index, atEnd, playing, go, play } = player;
  const slider = useRef<HTMLInputElement>(null);
  useTypedEarly(slider, (place) => go(Number(place) - 1));
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className={styles.square}
        aria-label="One step back"
        disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        <Icon name="back" />
      </button>
      <button
        ref={stepRef}
        type="button"
        className={styles.step}
        onClick={() => go(atEnd ? 0 : index + 1)}
      >
        {atEnd ? "Again" : "Step"} <Icon name={atEnd ? "again" : "forward"} />
      </button>
      <input
        ref={slider}
        type="range"
        className={styles.slider}
        min={1}
        max={count}
        value={index + 1}
        aria-label="Step"
        aria-valuetext={`Step ${index + 1} of ${count}`}
        style={{ "--done": count > 1 ? index / (count - 1) : 1 }}
        onChange={(event) => go(event.target.valueAsNumber - 1)}
      />
      <span className={styles.progress} aria-hidden="true">
        {index + 1} / {count}
      </span>
      <button
        type="button"
        role="switch"
        aria-checked={ask.on}
        className={styles.ask}
        onClick={ask.toggle}
      >
        <span className={styles.knob} aria-hidden="true" />
        Ask me first
      </button>
      <button type="button" className={styles.play} onClick={play}>
        <Icon name={playing ? "pause" : "play"} /> {playing ? "Pause" : "Play"}
      </button>
    </div>
  );
}
