"use client";

import { PRECISION_WORDS } from "@/content/check";
import { CONVENTION_WORDS } from "@/content/practice";
import { Choice } from "../components/Choice";
import { writeConventions } from "../practice/address";
import { CONVENTION_NAMES, withChoice } from "../practice/conventions";
import styles from "./Check.module.css";
import { BLANK, type Form } from "./form";
import { DTYPES, PRECISIONS } from "./link";

/** What is chosen here, whatever the problem. */
type Chosen = Pick<Form, "conventions" | "dtype"> & Partial<Pick<Form, "precision">>;

export interface ConventionsProps {
  readonly chosen: Pick<Form, "conventions" | "dtype">;
  /** How decimals are taken; absent where they are always taken as they stand. */
  readonly precision?: Form["precision"];
  /** Those that change nothing here. */
  readonly without?: readonly (keyof Form["conventions"])[];
  readonly onChange: (chosen: Chosen) => void;
}

const NONE: readonly never[] = [];

/** What the course means by its words, and how digits are taken; the link keeps it. */
export function Conventions({
  chosen: { conventions, dtype },
  precision,
  without = NONE,
  onChange,
}: ConventionsProps) {
  const isUsual =
    writeConventions(conventions) === "" &&
    dtype === BLANK.dtype &&
    (precision ?? BLANK.precision) === BLANK.precision;
  return (
    <details className={styles.conventions}>
      <summary>Conventions: {isUsual ? "PyTorch’s" : "your own"}</summary>
      <div className={styles.switches}>
        {CONVENTION_NAMES.filter((name) => !without.includes(name)).map((name) => (
          <Choice
            key={name}
            title={CONVENTION_WORDS[name].title}
            value={conventions[name]}
            choices={Object.entries(CONVENTION_WORDS[name].choices)}
            onChange={(value) =>
              onChange({ dtype, conventions: withChoice(conventions, name, value) })
            }
          />
        ))}
        <Choice
          title="Type of number"
          value={dtype}
          choices={DTYPES.map((name) => [name, name])}
          onChange={(value) =>
            onChange({ conventions, dtype: DTYPES.find((name) => name === value) ?? BLANK.dtype })
          }
        />
        {precision ? (
          <Choice
            title="Digits"
            value={precision}
            choices={Object.entries(PRECISION_WORDS)}
            onChange={(value) =>
              onChange({
                conventions,
                dtype,
                precision: PRECISIONS.find((name) => name === value) ?? BLANK.precision,
              })
            }
          />
        ) : null}
      </div>
    </details>
  );
}
