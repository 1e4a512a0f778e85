"use client";

import { useId, useState } from "react";
import { VALUE_WORDS } from "@/content/chain";
import problem from "../../practice/Problem.module.css";
import result from "../Result.module.css";
import own from "./Values.module.css";
import type { ChainResult, ValueView } from "./engine/types";
import { FirstWrong } from "./FirstWrong";
import type { ChainForm, OwnValues } from "./form";
import { Pager } from "./Pager";
import { ValueRow } from "./ValueRow";

export interface ValueListsProps {
  readonly result: ChainResult;
  readonly form: ChainForm;
  readonly own: OwnValues;
  /** The reader's values as they were when they were last checked. */
  readonly checked: OwnValues | null;
  readonly isStale: boolean;
  readonly onEdit: (next: Partial<ChainForm>) => void;
  readonly onOwn: (key: string, text: string) => void;
  readonly onCheck: () => void;
}

/** The values of one direction that are shown at once. */
const PAGE = 24;
const DIRECTIONS = ["forward", "backward"] as const;

/** Every value of a chain, forward and back, each with its working and a field for the reader's own. */
export function ValueLists(props: ValueListsProps) {
  const { isStale, onCheck } = props;
  const id = useId();
  const hasOwn = Object.values(props.own).some((text) => text.trim() !== "");
  return (
    <section aria-labelledby={id} className={result.result} data-stale={isStale || undefined}>
      <h2 id={id} className={result.title}>
        {VALUE_WORDS.title}
      </h2>
      <p className={own.lead}>{VALUE_WORDS.checkSays}</p>
      <FirstWrong result={props.result} isChecked={props.checked === props.own} />
      <div className={own.lists}>
        {DIRECTIONS.map((direction) => (
          <ValueList
            key={direction}
            {...props}
            title={VALUE_WORDS[direction]}
            values={props.result.values.filter((value) => value.direction === direction)}
          />
        ))}
        <div className={own.checkBar}>
          <button type="button" className={problem.primary} disabled={!hasOwn} onClick={onCheck}>
            {VALUE_WORDS.check}
          </button>
        </div>
      </div>
    </section>
  );
}

interface ValueListProps extends ValueListsProps {
  readonly title: string;
  readonly values: readonly ValueView[];
}

function ValueList({ title, values, ...props }: ValueListProps) {
  const { form, checked, onEdit, onOwn, onCheck } = props;
  const [from, setFrom] = useState(0);
  const id = useId();
  const start = from < values.length ? from : 0;
  return (
    <section aria-labelledby={id} className={own.list}>
      <h3 id={id} className={own.direction}>
        {title}
      </h3>
      <ol className={own.values}>
        {values.slice(start, start + PAGE).map((value) => {
          const text = props.own[value.key] ?? "";
          const isMarked = checked?.[value.key] === text;
          const opened = props.result.open;
          return (
            <ValueRow
              key={value.key}
              value={value}
              text={text}
              mark={isMarked ? props.result.marks[value.key] : undefined}
              isFirst={isMarked && props.result.firstWrong === value.key}
              isOpen={form.open === value.key}
              open={opened?.key === value.key ? opened : null}
              form={form}
              onOpen={(isOpen) => onEdit({ open: isOpen ? value.key : "", at: "" })}
              onAt={(at) => onEdit({ at })}
              onCheck={onCheck}
              onOwn={(next) => onOwn(value.key, next)}
            />
          );
        })}
      </ol>
      <Pager from={start} size={PAGE} count={values.length} what="values" onFrom={setFrom} />
    </section>
  );
}
