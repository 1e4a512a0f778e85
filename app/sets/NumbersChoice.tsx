"use client";

import { useState } from "react";
import { Choice } from "../components/Choice";
import type { QuestionData } from "./data";
import type { Outline } from "./engine/types";
import { byHand, drawnAgain } from "./hand/typed";

export interface NumbersChoiceProps {
  readonly question: QuestionData;
  readonly sample: Outline["sample"];
  readonly onChange: (question: QuestionData) => void;
}

/** Whose numbers a question has. By hand it begins with those that are shown, or goes on with those that were typed. */
export function NumbersChoice({ question, sample, onChange }: NumbersChoiceProps) {
  const [former, setFormer] = useState<unknown>();
  const { question: own } = question;
  const begun =
    former ?? (sample && "own" in sample && sample.type === question.type ? sample.own : undefined);
  const mayBeByHand = own !== undefined || begun !== undefined;

  function choose(value: string) {
    if (value === "hand") return onChange(byHand(question, own ?? begun));
    if (own !== undefined) setFormer(own);
    const isShared = value === "all" ? true : undefined;
    onChange({ ...drawnAgain(question), same_for_all: isShared });
  }

  return (
    <Choice
      title="Numbers"
      value={own !== undefined ? "hand" : question["same_for_all"] === true ? "all" : "own"}
      choices={[
        ["own", "each their own"],
        ["all", "the same for all"],
        ...(mayBeByHand ? ([["hand", "by hand"]] as const) : []),
      ]}
      onChange={choose}
    />
  );
}
