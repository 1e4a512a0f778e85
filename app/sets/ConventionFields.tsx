"use client";

import { CONVENTION_WORDS } from "@/content/practice";
import { Choice } from "../components/Choice";
import { CONVENTION_NAMES, type ConventionName } from "../practice/conventions";
import { type Entry, entryOf, textOf } from "./data";

export interface ConventionFieldsProps {
  /** Those that are chosen, by name. */
  readonly chosen: unknown;
  /** What holds where none is chosen. */
  readonly usual: string;
  /** One that there is no choice of. */
  readonly without?: ConventionName;
  readonly onChange: (conventions: Entry) => void;
}

/** What a course means by its words; each is as usual unless it is chosen. */
export function ConventionFields({ chosen, usual, without, onChange }: ConventionFieldsProps) {
  const entries = entryOf(chosen);
  return CONVENTION_NAMES.filter((name) => name !== without).map((name) => (
    <Choice
      key={name}
      title={CONVENTION_WORDS[name].title}
      value={textOf(entries[name])}
      choices={[["", usual], ...Object.entries(CONVENTION_WORDS[name].choices)]}
      onChange={(value) => {
        const { [name]: _former, ...others } = entries;
        onChange(value === "" ? others : { ...others, [name]: value });
      }}
    />
  ));
}
