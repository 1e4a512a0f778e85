"use client";

import type { KeyboardEvent, RefObject } from "react";
import { neighbour } from "../scene/grid";
import type { CellScene, TensorScene } from "../scene/types";

/** Arrow keys walk from cell to cell, so that a tensor is one tab stop; Escape lets go. */
export function useGridKeys(
  figure: RefObject<HTMLElement | null>,
  tensor: TensorScene,
  release: () => void,
) {
  function focus(at: readonly number[]) {
    const cells = [...(figure.current?.querySelectorAll<HTMLElement>("[data-at]") ?? [])];
    const target = cells.find((cell) => cell.dataset["at"] === at.join());
    if (!target) return;
    for (const cell of cells) cell.tabIndex = cell === target ? 0 : -1;
    target.focus();
  }

  return (event: KeyboardEvent, cell: CellScene) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return release();
    const to = neighbour(tensor, cell.at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to) focus(to);
  };
}
