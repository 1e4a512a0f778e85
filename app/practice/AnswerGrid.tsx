"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Icon } from "../components/Icon";
import { moveFrom } from "../own/grid-input";
import styles from "./AnswerGrid.module.css";
import { resized, withText } from "./edit-typed";
import { planesOf } from "./grid-planes";
import type { CellMark, GridSpec, Typed } from "./types";

export interface AnswerGridProps {
  readonly spec: GridSpec;
  readonly typed: Typed;
  readonly marks: readonly CellMark[];
  /** Cells that are given, in a ladder. */
  readonly given?: readonly number[] | undefined;
  readonly choosesSize: boolean;
  readonly onType: (typed: Typed) => void;
  /** A whole tensor was pasted. */
  readonly onPaste: (text: string) => void;
  readonly onFocus: (offset: number) => void;
}

const MARKS = {
  correct: { sign: "✓", words: "right" },
  incorrect: { sign: "✕", words: "wrong" },
  blank: { sign: "", words: "blank" },
  unreadable: { sign: "?", words: "cannot be read" },
} as const;

/** A tensor's cells as fields: arrows and Enter walk, a pasted matrix fills them all. */
export function AnswerGrid({
  spec,
  typed,
  marks,
  given,
  choosesSize,
  onType,
  onPaste,
  onFocus,
}: AnswerGridProps) {
  const figure = useRef<HTMLElement>(null);
  const name = `${spec.words} ${spec.spoken}`;
  const planes = planesOf(typed.shape, {
    isWeights: spec.tensor === "dw",
    endsInChannels: spec.endsInChannels,
  });

  function onKeyDown(
    event: KeyboardEvent<HTMLInputElement>,
    place: { plane: number; row: number; column: number },
  ) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveFrom(event.key, event.currentTarget, place.row, place.column);
    if (!to) return;
    const field = figure.current?.querySelector<HTMLInputElement>(
      `[data-place="${[place.plane, ...to].join()}"]`,
    );
    if (event.key !== "Enter" || field) event.preventDefault();
    field?.focus();
  }

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (!/\S[\s,;&[\](){}]+\S/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text);
  }

  return (
    <figure
      ref={figure}
      className={styles.grid}
      data-role={spec.role}
      style={{
        "--longest": Math.max(...typed.cells.map((cell) => cell.length)),
        "--across": typed.shape.at(-1) ?? 1,
      }}
    >
      <div className={styles.body}>
        <div className={styles.planes}>
          {planes.map((plane, index) => (
            <div key={plane.title}>
              <table className={styles.table}>
                <caption className="visually-hidden">
                  Your answer: {name}, {typed.shape.join("×")} {plane.title}
                </caption>
                <tbody>
                  {plane.rows.map((row, y) => (
                    <tr key={y}>
                      {row.map((offset, x) => (
                        <td
                          key={offset}
                          className={styles.place}
                          style={{ "--letters": Math.max(1, typed.cells[offset]?.length ?? 1) }}
                          data-mark={marks[offset]}
                          data-given={given?.includes(offset) || undefined}
                        >
                          <input
                            className={styles.cell}
                            data-place={[index, y, x].join()}
                            data-offset={offset}
                            aria-label={labelOf(plane.title, y, x, marks[offset])}
                            aria-invalid={marks[offset] === "incorrect" || undefined}
                            inputMode="decimal"
                            enterKeyHint="next"
                            autoComplete="off"
                            readOnly={given?.includes(offset) ?? false}
                            value={(typed.cells[offset] ?? "").replace("-", "−")}
                            onChange={(event) =>
                              onType(withText(typed, offset, event.target.value))
                            }
                            onFocus={(event) => {
                              event.target.select();
                              onFocus(offset);
                            }}
                            onKeyDown={(event) =>
                              onKeyDown(event, { plane: index, row: y, column: x })
                            }
                            onPaste={paste}
                          />
                          {marks[offset] ? (
                            <span className={styles.mark} aria-hidden="true">
                              {MARKS[marks[offset]].sign}
                            </span>
                          ) : null}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
              {plane.title ? <p className={styles.title}>{plane.title}</p> : null}
            </div>
          ))}
        </div>
        {choosesSize ? (
          <>
            <Stepper
              className={styles.columns}
              what="column"
              onStep={(by) => onType(resized(typed, "column", by))}
            />
            {typed.shape.length > 1 ? (
              <Stepper
                className={styles.rows}
                what="row"
                onStep={(by) => onType(resized(typed, "row", by))}
              />
            ) : null}
          </>
        ) : null}
      </div>
      <figcaption className={styles.caption}>
        your {spec.words}{" "}
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: spec.symbol }} />
        <span className="visually-hidden">{spec.spoken}</span>{" "}
        <span className={styles.sizes}>{typed.shape.join("×")}</span>
      </figcaption>
    </figure>
  );
}

function labelOf(plane: string, row: number, column: number, mark: CellMark | undefined): string {
  const place = `${plane ? `${plane}, ` : ""}row ${row}, column ${column}`;
  return mark ? `${place}, ${MARKS[mark].words}` : place;
}

interface StepperProps {
  readonly className: string | undefined;
  readonly what: "row" | "column";
  readonly onStep: (by: 1 | -1) => void;
}

function Stepper({ className, what, onStep }: StepperProps) {
  return (
    <div className={className}>
      <button
        type="button"
        className={styles.step}
        aria-label={`One ${what} fewer`}
        onClick={() => onStep(-1)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className={styles.step}
        aria-label={`One ${what} more`}
        onClick={() => onStep(1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
