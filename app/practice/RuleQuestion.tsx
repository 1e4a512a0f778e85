"use client";

import { useId, useState } from "react";
import fields from "./AnswerFields.module.css";
import styles from "./RuleQuestion.module.css";
import type { RuleChoice } from "./types";

export interface RuleQuestionProps {
  readonly choices: readonly RuleChoice[];
  readonly onRight: () => void;
}

/** Which rule is it that gives these numbers? */
export function RuleQuestion({ choices, onRight }: RuleQuestionProps) {
  const id = useId();
  const [chosen, setChosen] = useState<RuleChoice | null>(null);
  if (choices.length === 0) return null;

  function choose(choice: RuleChoice) {
    setChosen(choice);
    if (choice.isRight) onRight();
  }

  return (
    <fieldset className={fields.choices}>
      <legend className={fields.label}>Which rule is at work here?</legend>
      {choices.map((choice) => (
        <label key={choice.words} className={fields.choice}>
          <input
            type="radio"
            name={id}
            checked={choice.words === chosen?.words}
            onChange={() => choose(choice)}
          />
          {choice.words}
        </label>
      ))}
      <output className={styles.reply} data-right={chosen?.isRight}>
        {chosen ? (chosen.isRight ? "✓ That is the rule." : "✕ Not this one.") : ""}
      </output>
    </fieldset>
  );
}
