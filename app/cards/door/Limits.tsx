"use client";

import { useId } from "react";
import type { CardSettings } from "@/lib/progress";
import sheet from "../../components/Sheet.module.css";
import { setSettings } from "../desk/record";
import styles from "./Door.module.css";

const MOST = 999;

/** The daily limits. */
export function Limits({ settings }: { readonly settings: CardSettings }) {
  return (
    <div className={styles.limits}>
      <Limit
        title="New cards a day"
        value={settings.newADay}
        onChange={(newADay) => void setSettings((now) => ({ ...now, newADay }))}
      />
      <Limit
        title="Reviews a day"
        value={settings.reviewsADay}
        onChange={(reviewsADay) => void setSettings((now) => ({ ...now, reviewsADay }))}
      />
    </div>
  );
}

interface LimitProps {
  readonly title: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Limit({ title, value, onChange }: LimitProps) {
  const id = useId();
  return (
    <div className={sheet.field}>
      <label htmlFor={id}>{title}</label>
      <input
        key={value}
        id={id}
        type="number"
        min={0}
        max={MOST}
        step={1}
        defaultValue={value}
        onBlur={(event) => {
          const next = event.target.valueAsNumber;
          if (Number.isInteger(next) && next >= 0 && next <= MOST && next !== value) onChange(next);
          else event.target.value = String(value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </div>
  );
}
