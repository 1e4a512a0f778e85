"use client";

import styles from "./RowMoves.module.css";
import type { RowMove } from "./use-moved-rows";

export interface RowMovesProps {
  /** The row's place, and how many there are. */
  readonly at: number;
  readonly count: number;
  /** "layer 3 (Conv2d)" */
  readonly called: string;
  /** Whether the last one has to stay. */
  readonly keepsOne?: boolean;
  readonly onMove: (move: RowMove) => void;
}

/** A row of a list moved up, down, or away. */
export function RowMoves({ at, count, called, keepsOne = false, onMove }: RowMovesProps) {
  const moves = [
    { move: "up", words: `Move ${called} up`, sign: "↑", isOff: at === 0 },
    { move: "down", words: `Move ${called} down`, sign: "↓", isOff: at === count - 1 },
    { move: "away", words: `Remove ${called}`, sign: "✕", isOff: keepsOne && count === 1 },
  ] as const;
  return (
    <span className={styles.moves} data-row={at}>
      {moves.map(({ move, words, sign, isOff }) => (
        <button
          key={move}
          type="button"
          data-move={move}
          aria-label={words}
          title={words}
          disabled={isOff}
          onClick={() => onMove(move)}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </span>
  );
}
