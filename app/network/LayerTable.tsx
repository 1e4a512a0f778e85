"use client";

import { Fragment } from "react";
import { Bar } from "./Bar";
import type { Figured, Row, Scene } from "./engine/types";
import type { Figure } from "./form";
import styles from "./LayerTable.module.css";
import { useFirst } from "./use-first";
import { WorkingSteps } from "../components/WorkingSteps";

export interface LayerTableProps {
  readonly scene: Scene;
  readonly onAt: (at: string) => void;
}

interface Column {
  readonly key: "shape" | "params" | "macs" | "values" | "bytes" | "field" | "jump";
  readonly figure: Figure;
  readonly title: string;
  readonly hasBar?: "kernel" | "output";
}

const COLUMNS: readonly Column[] = [
  { key: "shape", figure: "shape", title: "Output" },
  { key: "params", figure: "params", title: "Parameters", hasBar: "kernel" },
  { key: "macs", figure: "macs", title: "MACs" },
  { key: "values", figure: "activation", title: "Activation" },
  { key: "bytes", figure: "activation", title: "Memory", hasBar: "output" },
  { key: "field", figure: "receptive_field", title: "Field" },
  { key: "jump", figure: "receptive_field", title: "Jump" },
];

/** More rows than this are drawn when they are asked for. */
const MOST_ROWS = 60;

/** Every layer with its figures; under a row the working of the figure that was chosen. */
export function LayerTable({ scene, onAt }: LayerTableProps) {
  const { rows, totals, working } = scene;
  const { shown, more } = useFirst(rows, MOST_ROWS, "layers");
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">
          Every layer: its output shape, parameters, multiply–adds, activation values and memory,
          receptive field and jump
        </caption>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            {COLUMNS.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Fragment key={row.place}>
              <LayerRow
                row={row}
                open={working?.place === row.place ? working.figure : null}
                onAt={onAt}
              />
              {row.error === undefined ? null : (
                <tr className={styles.fault}>
                  <td colSpan={COLUMNS.length + 1}>{row.error}</td>
                </tr>
              )}
              {working?.place === row.place ? (
                <tr className={styles.working}>
                  <td colSpan={COLUMNS.length + 1}>
                    <WorkingSteps
                      title={working.title}
                      steps={working.steps}
                      onClose={() => onAt(`${working.place}.${working.figure}`)}
                    />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td className={styles.none} />
            {(["params", "macs", "values", "bytes"] as const).map((key) => (
              <td key={key} data-title={titleOf(key)}>
                {totals[key]}
              </td>
            ))}
            <td className={styles.none} />
            <td className={styles.none} />
          </tr>
        </tfoot>
      </table>
      {more}
    </div>
  );
}

function titleOf(key: Column["key"]): string {
  return COLUMNS.find((column) => column.key === key)?.title ?? "";
}

interface LayerRowProps {
  readonly row: Row;
  readonly open: Figure | null;
  readonly onAt: (at: string) => void;
}

function LayerRow({ row, open, onAt }: LayerRowProps) {
  const { place, id, kind, options, from, line, error } = row;
  return (
    <tr data-wrong={error === undefined ? undefined : true} data-open={open !== null || undefined}>
      <th scope="row">
        <span className={styles.id}>{id}</span>
        <span className={styles.kind}>
          {`${kind} ${options}`.trim()}
          {from === undefined ? "" : ` ← ${from}`}
          {line === undefined ? null : <span className={styles.line}> · line {line}</span>}
        </span>
      </th>
      {COLUMNS.map((column) => (
        <td key={column.key} data-title={column.title}>
          <FigureCell
            figured={row[column.key]}
            column={column}
            id={id}
            isOpen={open === column.figure}
            onOpen={() => onAt(`${place}.${column.figure}`)}
          />
        </td>
      ))}
    </tr>
  );
}

interface FigureCellProps {
  readonly figured: Figured;
  readonly column: Column;
  readonly id: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function FigureCell({ figured, column: { title, hasBar }, id, isOpen, onOpen }: FigureCellProps) {
  const { text, share, hasWorking, part } = figured;
  const bar =
    hasBar === undefined || part === undefined ? null : (
      <>
        <span className={styles.bar} data-role={hasBar}>
          <Bar part={part} />
        </span>
        <span className="visually-hidden">, {share} of all</span>
      </>
    );
  if (!hasWorking) return <span className={styles.plain}>{text}</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-expanded={isOpen}
      title={share === undefined ? undefined : `${share} of all`}
      onClick={onOpen}
    >
      <span className="visually-hidden">
        {title} of {id}:{" "}
      </span>
      {text}
      {bar}
    </button>
  );
}
