"use client";

import { CodeTabs } from "../../components/CodeTabs";
import { Fold } from "../../components/Fold";
import { StepPlayer } from "../../components/StepPlayer";
import { Proof } from "../Proof";
import result from "../Result.module.css";
import { CellChoice } from "../ResultView";
import { WindowTable } from "../WindowTable";
import own from "./Values.module.css";
import type { CellTable, OpenValue, ValueView } from "./engine/types";
import type { ChainForm } from "./form";

export interface WorkingProps {
  readonly value: ValueView;
  readonly name: string;
  readonly open: OpenValue;
  readonly form: ChainForm;
  readonly onAt: (at: string) => void;
}

/** The picture and the working of one value of a chain. */
export function Working({ value, name, open, form, onAt }: WorkingProps) {
  const { picture, steps, large, words, cells, codes, canProve, shape } = open;
  const isPlayed = picture !== null && steps.length > 0;
  return (
    <div className={own.working}>
      {words ? <div className={own.words} dangerouslySetInnerHTML={{ __html: words }} /> : null}
      {isPlayed && shape.length > 0 ? <CellChoice shape={shape} at={form.at} onAt={onAt} /> : null}
      {isPlayed ? (
        <StepPlayer
          key={`${value.key} ${form.at} ${steps.length} ${picture.columns}`}
          start="last"
          title={`The working of ${name}, step by step`}
          picture={picture}
          steps={steps}
        />
      ) : null}
      {cells ? <Cells table={cells} /> : null}
      {large.length > 0 ? (
        <div className={result.windows}>
          {large.map((tensor) => (
            <WindowTable key={`${tensor.title} ${tensor.shape.join()}`} tensor={tensor} />
          ))}
        </div>
      ) : null}
      {canProve ? <Proof request={{ kind: "prove-chain", form }} /> : null}
      {codes.length > 0 ? (
        <Fold title="As code">
          <CodeTabs codes={codes} />
        </Fold>
      ) : null}
    </div>
  );
}

function Cells({ table: { heads, rows, more } }: { readonly table: CellTable }) {
  return (
    <div className={result.scroll} role="group" aria-label="Cell by cell">
      <table className={result.cells}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" dangerouslySetInnerHTML={{ __html: head }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((numbers, row) => (
            <tr key={row}>
              {numbers.map((number, column) => (
                <td key={column}>{number}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className={own.soft}>and {more} more cells.</p> : null}
    </div>
  );
}
